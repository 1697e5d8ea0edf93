"""The grammar of time phrases: patterns over the tags of lexemes.

In: lexemes. Out: matches, each with its rule's name and slots. Next: `resolve.py`, one function a rule.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from marsad.when.lexicon import Lexeme
from marsad.when.rules import PARTS, TAGS, Rules

Slots = Mapping[str, Lexeme]


@dataclass(frozen=True, slots=True)
class Match:
    """Rule `rule` matched the lexemes numbered `first` to `last` (included), with what its slots hold."""

    rule: str
    first: int
    last: int
    slots: Slots


# Kinds that stand in most sentences: that they are there says nothing of a time.
_COMMON = frozenset(
    {"in", "during", "from", "to", "on", "and", "by", "comma", "open", "close", "number", "ordinal"}
)
# No phrase begins with these kinds; every other place in the sentence costs one try of each rule.
_GLUE = ("comma", "dash", "slash", "open", "close", "and", "by", "on", "with", "to", "matching")
_NEVER_FIRST = frozenset({*_GLUE, "other", "thing", "adj", "same", "vague", "approx", "era"})
_IDENTIFIER = re.compile(r"(?:\b(\w+):)?\b([a-z]\w*)\b")
_GROUP = re.compile(r"\(\?:([^()]*)\)([?*]?)\+?")
_AROUND = re.compile(r"\(\?<?[!=](?:[^()]|\([^()]*\))*\)")
_KIND = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class _Rule:
    name: str
    regex: re.Pattern[str]
    needs: tuple[frozenset[str], ...]  # of each of these kinds one must be there, or it cannot match


def _compiled(name: str, pattern: str) -> _Rule:
    for part, text in PARTS.items():
        pattern = pattern.replace(part, text)

    def expand(found: re.Match[str]) -> str:
        slot, identifier = found.groups()
        tag = TAGS.get(identifier, rf"{identifier}\.[^;]*;")
        return f"(?P<{slot}>{tag})" if slot else f"(?:{tag})"

    regex = re.compile(_IDENTIFIER.sub(expand, pattern).replace(" ", ""))
    return _Rule(name, regex, tuple(need for need in _needed(pattern) if need.isdisjoint(_COMMON)))


def _needed(pattern: str) -> list[frozenset[str]]:
    """The kinds that the pattern cannot do without, each need with its alternatives."""
    groups: dict[str, frozenset[str]] = {}

    def folded(found: re.Match[str]) -> str:
        sides = [_first_need(side, groups) for side in found.group(1).split("|")]
        if found.group(2) or not all(sides):
            return " "
        groups[name := f"@{len(groups)}"] = frozenset().union(*sides)
        return f" {name} "

    while _GROUP.search(pattern):
        pattern = _GROUP.sub(folded, pattern)
    return [need for word in pattern.split() if (need := _need(word, groups))]


def _first_need(side: str, groups: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """What one side of a group needs first, a rare kind rather than a common one."""
    needs = [need for word in side.split() if (need := _need(word, groups))]
    return next((need for need in needs if need.isdisjoint(_COMMON)), needs[0] if needs else frozenset())


def _need(word: str, groups: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The kinds of which a word of a pattern needs one; none when it may be left out or only looks around."""
    if word in groups:
        return groups[word]
    identifier = word.rpartition(":")[2]
    tag = _AROUND.sub("", TAGS.get(identifier, identifier))
    return frozenset() if word[-1] in "?*" else frozenset(_KIND.findall(tag))


class Grammar:
    """Rules over the tags of lexemes."""

    def __init__(self, rules: Rules) -> None:
        self._rules = tuple(_compiled(name, pattern) for name, pattern in rules)
        self._asked = frozenset().union(*(need for rule in self._rules for need in rule.needs))
        self._possible = lru_cache(maxsize=1 << 12)(self._without_needs)

    def _without_needs(self, kinds: frozenset[str]) -> tuple[_Rule, ...]:
        """The rules that a sentence with these kinds can match: most sentences hold no time and try none."""
        return tuple(rule for rule in self._rules if not any(need.isdisjoint(kinds) for need in rule.needs))

    def find(self, row: Sequence[Lexeme]) -> list[Match]:
        """All matches in the lexemes, left to right, not overlapping."""
        rules = self._possible(self._asked.intersection([lexeme.kind for lexeme in row]))
        if not rules:
            return []
        tags = [lexeme.tag for lexeme in row]
        offsets = [0, *accumulate(map(len, tags))]
        text, found, at = "".join(tags), [], 0
        while at < len(row):
            match = None if row[at].kind in _NEVER_FIRST else _first(rules, text, offsets[at])
            if match is None:
                at += 1
                continue
            rule, groups = match
            stop = bisect_left(offsets, groups.end())
            slots = {
                slot: row[bisect_left(offsets, groups.start(slot))]
                for slot, value in groups.groupdict().items()
                if value
            }
            found.append(Match(rule.name, at, stop - 1, slots))
            at = stop
        return found


def _first(rules: Sequence[_Rule], text: str, offset: int) -> tuple[_Rule, re.Match[str]] | None:
    """The first rule that matches at the offset."""
    for rule in rules:
        match = rule.regex.match(text, offset)
        if match:
            return rule, match
    return None
