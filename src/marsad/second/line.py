"""The `second` object of an article's line of JSON: the proposals, each beside what the rule coder has."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.lines import mention_line
from marsad.records import Article, EventMention
from marsad.second.records import Beside, Price, Proposals


def second_line(
    article: Article, proposals: Proposals, beside: Sequence[Beside], price: Price
) -> dict[str, object]:
    """What the second reader said, in the format of the file; None stands for tokens and costs not known.

    Its mentions have the keys of the article's own; `verdict`, `fields` and `coded` say what stands beside.
    """
    return {
        "model": proposals.model,
        "mentions": [_proposed(article, one) for one in beside if one.proposed],
        "only_rules": [_anchor(one.coded) for one in beside if one.verdict == "only_rules"],
        "refused": [{"reason": one.reason, "proposal": one.proposal} for one in proposals.refused],
        "problems": list(proposals.problems),
        "usage": _usage(proposals, price),
    }


def _proposed(article: Article, beside: Beside) -> dict[str, object]:
    assert beside.proposed is not None
    told = {"verdict": beside.verdict, "fields": list(beside.fields), "coded": _anchor(beside.coded)}
    return {**mention_line(article, beside.proposed), **told}


def _anchor(mention: EventMention | None) -> dict[str, object] | None:
    """What names one of the article's own mentions: its type and its trigger's offsets."""
    if mention is None:
        return None
    return {"type": mention.type, "start": mention.trigger.start, "end": mention.trigger.end}


def _usage(proposals: Proposals, price: Price) -> dict[str, object]:
    used = proposals.usage
    known = not used.unstated
    return {
        "calls": used.calls,
        "prompt_tokens": used.read if known else None,
        "completion_tokens": used.written if known else None,
        "cost": used.cost(price),
    }
