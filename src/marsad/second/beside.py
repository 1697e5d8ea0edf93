"""The rule coder's mentions and the proposals side by side; neither side changes the other.

In: an article's mentions and its `Proposals`. Out: one `Beside` a mention, in the order of the text. Two
mentions are one, and their fields the same, by the scorer's rules (`evaluation`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from marsad.evaluation import GoldMention, gold_mention
from marsad.evaluation.agreement import SLOTS, right
from marsad.evaluation.scoring import pairs
from marsad.lines import mention_line
from marsad.records import Article, EventMention
from marsad.second.records import Beside, Proposals


def compare(article: Article, coded: Sequence[EventMention], proposals: Proposals) -> tuple[Beside, ...]:
    """Each mention of either reader once: both agree, both differ (in which fields), or only one has it.

    A mention of the rule coder in a part of the text without an answer is left out: nobody was heard there.
    """
    rules = [gold_mention(mention_line(article, mention)) for mention in coded]
    second = [gold_mention(mention_line(article, mention)) for mention in proposals.mentions]
    both = dict(_paired(rules, second))
    taken = set(both.values())
    heard = [i for i in range(len(rules)) if i not in both and _heard(coded[i], proposals)]
    found = [
        *(_both(coded[i], proposals.mentions[j], _fields(rules[i], second[j])) for i, j in both.items()),
        *(Beside("only_rules", coded[i], None) for i in heard),
        *(Beside("only_second", None, one) for j, one in enumerate(proposals.mentions) if j not in taken),
    ]
    return tuple(sorted(found, key=_place))


def _both(coded: EventMention, proposed: EventMention, fields: tuple[str, ...]) -> Beside:
    return Beside("differs" if fields else "agrees", coded, proposed, fields)


def _paired(rules: Sequence[GoldMention], second: Sequence[GoldMention]) -> Iterator[tuple[int, int]]:
    """Pairs by the scorer's rules; of what is left, those on one trigger word that differ in type."""
    same = pairs(rules, second)
    yield from same
    used = {j for _, j in same}
    for i, rule in enumerate(rules):
        if i in dict(same):
            continue
        j = next(
            (j for j, one in enumerate(second) if j not in used and one.trigger.overlaps(rule.trigger)), None
        )
        if j is not None:
            used.add(j)
            yield i, j


def _fields(rules: GoldMention, second: GoldMention) -> tuple[str, ...]:
    """The fields that differ, by the codebook's names; the role of a place only where both have one."""
    placed = rules.place is not None and second.place is not None
    differs = {
        "type": rules.type != second.type,
        "trigger": not rules.trigger.overlaps(second.trigger),
        **{slot: not right(slot, rules, second) for slot in SLOTS},
        "place_role": placed and rules.place_role != second.place_role,
        "factuality": rules.factuality != second.factuality,
    }
    return tuple(name for name, wrong in differs.items() if wrong)


def _heard(mention: EventMention, proposals: Proposals) -> bool:
    return any(mention.trigger.overlaps(span) for span in proposals.heard)


def _place(beside: Beside) -> tuple[int, str]:
    mention = beside.coded or beside.proposed
    assert mention is not None
    return mention.trigger.start, beside.verdict
