"""The room alone against its own texts: who is found, with which words, and as whom."""

from tests.who.gold import figures, items

GOLD = items()


def test_the_gold_is_large_enough() -> None:
    assert sum(len(item.parties) for item in GOLD) >= 300


def test_parties_are_found_and_resolved() -> None:
    """Measured: precision 0.975, recall 0.972, the same words 0.984, the same party 0.965."""
    wrong: list[str] = []
    count = figures(GOLD, wrong)
    told = "\n".join(wrong)
    assert count.hits / count.found >= 0.96 and count.hits / count.gold >= 0.95, told
    assert count.whole / count.hits >= 0.97 and count.right / count.hits >= 0.94, told


def test_the_figures_know_an_error() -> None:
    item = GOLD[0]._replace(parties=((0, 4, frozenset({"USA"})), *GOLD[0].parties[1:]))
    wrong: list[str] = []
    assert figures([item], wrong).right < len(item.parties) and wrong
