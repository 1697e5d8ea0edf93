"""Both readers side by side: each mention once, nothing decided, nothing overwritten."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from marsad.lines import mention_line
from marsad.records import EventMention, Found, Quantity, Span
from marsad.second import Beside, Price, Proposals, Refusal, Usage, compare, second_line
from marsad.second.grounding import Ground
from tests.second.articles import ARTICLE, TEXT, at, attack, withdrawal

SAID = {"actors": ["كوبنهاغن"], "quantity": "ثمانين مدربا"}
WHOLE, PRICE = Span(0, len(TEXT)), Price(0.15, 0.6)


def mention(proposal: dict[str, Any]) -> EventMention:
    return replace(Ground(ARTICLE).mention(proposal, WHOLE), event="e1")


def proposals(*mentions: EventMention, heard: tuple[Span, ...] = (WHOLE,), **changed: Any) -> Proposals:
    cells: dict[str, Any] = {"refused": (), "problems": (), "usage": Usage(1, 0, 1000, 200), **changed}
    return Proposals("m", mentions, heard=heard, **cells)


WITHDRAWAL, ATTACK = mention(withdrawal()), mention(attack())


def verdicts(found: tuple[Beside, ...]) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.verdict, one.fields) for one in found]


def test_the_same_mention_agrees() -> None:
    [one] = compare(ARTICLE, [WITHDRAWAL], proposals(WITHDRAWAL))
    assert one == Beside("agrees", WITHDRAWAL, WITHDRAWAL)


@pytest.mark.parametrize(
    ("changed", "fields"),
    [
        ({"factuality": "planned"}, ("factuality",)),
        ({"actors": []}, ("actors",)),
        (
            {"recipients": ["IRQ"], "words": {"recipients": ["العراق"], "actors": ["كوبنهاغن"]}},
            ("recipients",),
        ),
        ({"place": None}, ("place",)),
        ({"place_role": "at"}, ("place_role",)),
        ({"place": {"name": "كركوك", "country": "IQ"}}, ("place",)),
        ({"date": None}, ("date",)),
        ({"quantity": None}, ("quantity",)),
        ({"fatalities": {"low": 3, "high": 3}}, ("fatalities",)),
        ({"attribution": None}, ("attribution",)),
        ({"type": "handover"}, ("type",)),
        ({"type": "handover", "date": None, "factuality": "planned"}, ("type", "date", "factuality")),
        ({"trigger": "ثمانين"}, ("trigger",)),
        ({"event": "e9"}, ()),  # labels mean nothing between readers
        ({"quantity": {"low": 78, "high": 82}, "words": SAID}, ()),  # within the scorer's tolerance
        ({"place": {"name": "الصفاء", "country": None}}, ()),  # the scorer's rule for names
    ],
)
def test_what_differs_is_named(changed: dict[str, Any], fields: tuple[str, ...]) -> None:
    other = mention(withdrawal(**{"words": {"actors": ["كوبنهاغن"]}, **changed}))
    for rules, second in ((WITHDRAWAL, other), (other, WITHDRAWAL)):
        [one] = compare(ARTICLE, [rules], proposals(second))
        assert verdicts((one,)) == [("differs" if fields else "agrees", fields)]
        assert (one.coded, one.proposed) == (rules, second)


def test_what_only_one_has_is_kept_for_both() -> None:
    assert compare(ARTICLE, [], proposals(ATTACK)) == (Beside("only_second", None, ATTACK),)
    assert compare(ARTICLE, [ATTACK], proposals()) == (Beside("only_rules", ATTACK, None),)
    both = compare(ARTICLE, [ATTACK], proposals(WITHDRAWAL))
    assert verdicts(both) == [("only_second", ()), ("only_rules", ())]  # in the order of the text


def test_each_mention_is_paired_once() -> None:
    found = compare(ARTICLE, [WITHDRAWAL], proposals(WITHDRAWAL, replace(WITHDRAWAL, actors=())))
    assert verdicts(found) == [("agrees", ()), ("only_second", ())]
    found = compare(ARTICLE, [WITHDRAWAL, replace(WITHDRAWAL, type="deploy")], proposals(WITHDRAWAL))
    assert sorted(verdicts(found)) == [("agrees", ()), ("only_rules", ())]


def test_nothing_is_said_of_mentions_where_nobody_answered() -> None:
    assert compare(ARTICLE, [WITHDRAWAL, ATTACK], proposals(heard=())) == ()
    heard = (Span(ATTACK.sentence.start, len(TEXT)),)
    [one] = compare(ARTICLE, [WITHDRAWAL, ATTACK], proposals(heard=heard))
    assert one.coded == ATTACK


def test_the_rule_coders_mentions_are_not_touched() -> None:
    coded = [WITHDRAWAL, ATTACK]
    before = [mention_line(ARTICLE, one) for one in coded]
    compare(ARTICLE, coded, proposals(replace(WITHDRAWAL, factuality=Found("denied", (), "second"))))
    assert [mention_line(ARTICLE, one) for one in coded] == before and coded == [WITHDRAWAL, ATTACK]


# --- the line --------------------------------------------------------------------------------------------


def line(coded: list[EventMention], said: Proposals, price: Price = PRICE) -> dict[str, Any]:
    found: dict[str, Any] = second_line(ARTICLE, said, compare(ARTICLE, coded, said), price)
    return found


def test_a_proposed_mention_has_the_keys_of_the_articles_own() -> None:
    [written] = line([], proposals(WITHDRAWAL))["mentions"]
    own = mention_line(ARTICLE, WITHDRAWAL)
    assert {key: written[key] for key in own} == own
    assert {key: written[key] for key in written if key not in own} == {
        "verdict": "only_second",
        "fields": [],
        "coded": None,
    }


def test_the_line_names_the_rule_coders_mention_by_type_and_offsets() -> None:
    own = replace(WITHDRAWAL, factuality=Found("planned", (), "tense"))
    written = line([own, ATTACK], proposals(WITHDRAWAL))
    span = at("سحبت")
    assert written["mentions"][0]["coded"] == {"type": "withdraw", "start": span.start, "end": span.end}
    assert written["mentions"][0]["fields"] == ["factuality"]
    assert [one["type"] for one in written["only_rules"]] == ["attack"]


def test_refusals_problems_and_usage_are_in_the_line() -> None:
    said = proposals(refused=(Refusal("quote: no", '{"quote": 1}'),), problems=("down",))
    written = line([], said)
    assert written["refused"] == [{"reason": "quote: no", "proposal": '{"quote": 1}'}]
    assert (written["model"], written["problems"]) == ("m", ["down"])
    assert written["usage"] == {
        "calls": 1,
        "prompt_tokens": 1000,
        "completion_tokens": 200,
        "cost": pytest.approx(0.00027),
    }


@pytest.mark.parametrize("price", [Price(), Price(0.15), Price(None, 0.6)])
def test_a_cost_without_a_price_is_unknown(price: Price) -> None:
    assert line([], proposals(), price)["usage"]["cost"] is None


def test_a_free_model_costs_nothing() -> None:
    assert line([], proposals(), Price(0, 0))["usage"]["cost"] == 0


def test_tokens_that_one_call_does_not_tell_are_unknown() -> None:
    usage = line([], proposals(usage=Usage(2, 1, 1000, 200)))["usage"]
    assert usage == {"calls": 2, "prompt_tokens": None, "completion_tokens": None, "cost": None}


def test_a_proposed_quantity_is_shown_as_the_rule_coders_is() -> None:
    assert WITHDRAWAL.quantity and WITHDRAWAL.quantity.value == Quantity(80, 80)
    assert mention_line(ARTICLE, WITHDRAWAL)["quantity_text"] == "ثمانين مدربا"
