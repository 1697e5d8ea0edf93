"""Whatever JSON comes back, it is a mention of the article or a refusal with one line, never an accident."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.lines import mention_line
from marsad.records import Span
from marsad.second import Proposals, Usage, compare
from marsad.second.answers import BadAnswer, proposals_in
from marsad.second.grounding import Ground, Refused
from tests.second.articles import ARTICLE, TEXT, attack, withdrawal

WHOLE = Span(0, len(TEXT))
WORDS = st.sampled_from(
    [*TEXT.split(), "withdraw", "planned", "DNK", "IQ", "from", "e1", "2021-06-08", "", " ", "لا أحد"]
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | WORDS | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(WORDS | st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)
KEYS = sorted(withdrawal())


@st.composite
def proposals(draw: st.DrawFn) -> dict[str, Any]:
    """A proposal that was good before some of its cells were changed."""
    good = draw(st.sampled_from([withdrawal(), attack()]))
    for key in draw(st.lists(st.sampled_from(KEYS), max_size=3)):
        good[key] = draw(VALUES)
    if draw(st.booleans()) and isinstance(good.get("words"), dict):
        good["words"] = {**good["words"], draw(st.sampled_from(KEYS)): draw(VALUES)}
    return good


@given(st.lists(proposals() | VALUES, max_size=4))
@settings(deadline=None, max_examples=50)
def test_a_proposal_is_taken_or_refused(proposed: list[Any]) -> None:
    of = Ground(ARTICLE)
    for proposal in proposed:
        try:
            found = of.mention(proposal, WHOLE)
        except Refused as refused:
            assert str(refused) and "\n" not in str(refused)
            continue
        line = mention_line(ARTICLE, found)
        assert json.loads(json.dumps(line, allow_nan=False)) == line
        assert TEXT[found.sentence.start : found.sentence.end].find(str(line["trigger"])) >= 0
        said = [proposal["quote"], *_texts(proposal.get("words"))]
        assert all(" ".join(text.split()) in " ".join(TEXT.split()) for text in said)
    said_all = Proposals("m", tuple(of.taken), (), (), (WHOLE,), Usage())
    beside = compare(ARTICLE, of.taken[:1], said_all)
    assert {id(one.proposed) for one in beside if one.proposed} == {id(one) for one in of.taken}


def _texts(words: Any) -> list[str]:
    values = [
        text for value in (words or {}).values() for text in (value if isinstance(value, list) else [value])
    ]
    return [text for text in values if isinstance(text, str) and text]


@given(
    VALUES.map(lambda value: json.dumps(value))
    | st.text()
    | st.lists(st.sampled_from('{}[]",:`a1 \n')).map("".join)
)
@settings(deadline=None, max_examples=150)
def test_an_answer_is_a_list_or_a_bad_answer(answer: str) -> None:
    try:
        assert isinstance(proposals_in(answer), list)
    except BadAnswer as bad:
        assert str(bad)
