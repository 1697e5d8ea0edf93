"""The room alone against its own sentences: every time with its words, its interval and its bound."""

import pytest

from tests.when.gold import Item, found, items

ITEMS = items()


@pytest.mark.parametrize("item", ITEMS, ids=[f"{n}" for n in range(len(ITEMS))])
def test_the_times_of_a_sentence_are_found_and_nothing_else(item: Item) -> None:
    assert found(item) == item.times, item.text
