"""The grammar of time phrases: patterns over the tags of lexemes.

In: lexemes. Out: matches, each with its rule's name and slots. Next: `resolve.py`, one function a rule.

A pattern is a regular expression whose identifiers stand for one lexeme each: a kind of the tables, or a name
of `_TAGS`; `slot:name` keeps that lexeme; `_PARTS` are pieces that several patterns share. The order of the
rules is the order in which they are tried at one place, so a longer phrase stands before its parts.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from marsad.when.lexicon import Lexeme

Slots = Mapping[str, Lexeme]
Rules = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Match:
    """Rule `rule` matched the lexemes numbered `first` to `last` (included), with what its slots hold."""

    rule: str
    first: int
    last: int
    slots: Slots


def _behind(*kinds: str) -> str:
    """A look behind for one of the kinds; each has the one value of its own name."""
    return "(?:" + "|".join(rf"(?<={kind}\.{kind};)" for kind in kinds) + ")"


_TAGS = {
    "aday": r"unit\.day!?;",
    "theday": r"(?:unit\.day!?|today\.0);",
    "theweek": r"unit\.week!;",
    "anymonth": r"unit\.month!?;",
    "anyyear": r"unit\.year!?;",
    "theyear": r"unit\.year!;",
    "thenight": r"(?:unit\.night!|tonight\.0);",
    "theunit": r"unit\.(?:week|month|year)!;",
    "longunit": r"unit\.(?:month|year)!;",
    "definite": r"(?:unit\.(?:hour|day|night|week|month|year)!|today\.0|tonight\.0);",
    "oneunit": r"unit\.(?:hour|day|week|month|year|decade);",
    "someunit": r"(?:unit|units)\.\w+;",
    "theunits": r"units\.\w+!;",
    "thetwo": r"two\.\w+!;",
    "anytwo": r"two\.\w+;",
    "twoday": r"two\.day;",
    "twoyear": r"two\.year;",
    "manydays": r"units\.day!?;",
    "manyyears": r"units\.year!?;",
    "thecentury": r"unit\.century!;",
    "nightpart": r"(?:daypart\.night|unit\.night);",
    "daytime": r"(?:daypart\.\w+|unit\.night);",
    "amount": r"(?:number|count|cardinal)\.\d+!?;",
    "dayno": r"(?:number\.\d+|ordinal\.\d+!?|cardinal\.[23]0!);",
    "ranked": r"(?:ordinal\.\d+|cardinal\.20)!;",
    "adj": r"adj\.\w+!;",
    "pastadj": r"adj\.past!;",
    "ranging": r"(?:adj\.\w+!?|vague\.recent!);",
    "rank": r"(?:ordinal\.\d+!?|vague\.recent!);",
    "few": r"vague\.few!?;",
    "recent": r"vague\.recent!;",
    "reading": r"(?:rel|today)\.[-\d]+;",
    "partend": r"part\.end;",
    "anyear": r"(?:year|count|hyear)\.\d+;",
    "surely": r"month\.\d+!;",
    "hmonth": r"(?:hijri|safar)\.\d+!?;",
    "ahijri": r"era\.hijri!?;",
    "acommon": r"era\.(?:common!?|letter);",
    "incommon": r"era\.common!?;",
    "joint": r"(?:dash|slash|to|on|and|comma)\.[^;]*;",
    "beyond": r"(?:before|after)\.\w+;",
    "twentieth": r"cardinal\.20!;",
    "uncounted": r"(?!thing\.|units?\.\w+;|cardinal\.|count\.|number\.)",
    "unnamed": r"(?!(?:year|hyear|count|month|hijri|safar|weekday|rel|today|tonight|unit|daypart)\.)",
    "unranged": r"(?!adj\.|vague\.recent)",
    "undated": r"(?!year\.|unit\.year|from\.|adj\.)",
    "unowned": r"(?!(?:from|unit)\.)",  # "in the twenties of his life"
    "event": r"(?=(?:from|on)\.)",  # "two days before the vote": the day hangs on another event
    "dated": _behind("in", "until", "since", "before", "after"),
    "preposed": _behind("in", "until", "since", "before", "after", "to", "with"),
}
_PARTS = {
    "HTAIL": "(?: (?:comma|from|by)* anyyear? hy:hyear ahijri? | ma:adj )",
    # What a day or month may say of its year: a number, "of last year", "of this year", "of the same year".
    "TAIL": "(?: comma? (?:from|by|in)? anyyear? y:year uncounted acommon? close? adj? | ma:adj"
    " | from? theyear ya:adj | from? this:this theyear | from? theyear ysame:same )?",
    "LEAD": "late? daytime? theday? (?: reading (?:comma|open|matching)* )?"
    " (?: wd:weekday close? adj? (?:comma|open|close|matching|dash|by)* )?",
    "HOW_LONG": "approx:approx? (?: n:amount u:someunit | (?:two:anytwo|one:oneunit) unnamed ) unranged",
    "YEAR_OF": "(?: (?:from|by)? anyyear? y:year uncounted acommon? | from? theyear ya:adj"
    " | from? this:this theyear )",
    "PART": "(?: p:part from? by? )?",
    "RELDAY": "late? daytime? aday? (?: r:reading (?:comma|open)? )?",
}
TIMES: Rules = (
    ("none", "sport (?:year|number) (?: (?:dash|slash) (?:year|number) )?"),
    ("none", "every aday? (?: weekday | article? dayno? from? month )"),
    ("none", "namer article? dayno from? month undated"),
    ("iso", "y:year (?:dash|slash) m:number (?:dash|slash) d:number"),
    ("numeric", "LEAD d:number (?:dash|slash) m:number (?:dash|slash) y:year"),
    ("hijri_day", "LEAD d:number (?:dash|slash) hm:number (?:dash|slash) hy:hyear ahijri?"),
    ("dotted", "LEAD dotted:dotted"),
    ("day_range", "LEAD between a:dayno and article? b:dayno from? anymonth? m:month TAIL"),
    ("day_range", "LEAD from a:dayno (?:to|until) article? b:dayno from? anymonth? m:month TAIL"),
    (
        "day_range",
        "LEAD (?:twoday|manydays)? article? a:dayno (?:dash|and) b:dayno from? anymonth? m:month TAIL",
    ),
    ("day_month", "LEAD article? d:dayno from? anymonth? m:month TAIL"),
    ("hijri_day", "LEAD article? d:dayno from? anymonth? hm:hmonth HTAIL?"),
    ("day_of_month", "LEAD article? d:dayno from anymonth ma:adj"),
    ("day_of_month", "LEAD article? d:dayno from this:this anymonth"),
    ("day_of_month", "preposed article? d:dayno from? ma:adj"),
    ("day_of_month", "theday d:number ma:adj"),
    ("none", "today ranked"),
    ("same", "(?: definite same | pointer definite )"),
    ("month_range", "between a:month and b:month TAIL"),
    ("month_range", "from a:month (?:to|until) b:month TAIL"),
    ("month_range", "a:month dash b:month TAIL"),
    ("week_of_month", "theweek o:ordinal from anymonth? m:month TAIL"),
    ("fraction", "f:fraction o:rank from? anymonth? m:month TAIL"),
    ("fraction", "f:fraction o:rank YEAR_OF"),
    ("fraction", "f:fraction o:rank from theyear"),
    ("month", "p:part from? anymonth? m:month TAIL"),
    ("month", "anymonth m:month TAIL"),
    ("month", "m:surely TAIL"),
    ("month", "preposed m:month TAIL"),
    ("month", "m:month (?: YEAR_OF | ma:adj )"),
    ("hijri_month", "PART anymonth? hm:hmonth HTAIL"),
    ("hijri_month", "(?: p:part | anymonth ) anymonth? hm:hijri"),
    ("hijri_month", "dated anymonth? hm:hijri"),
    ("weekday_in_week", "late? daytime? theday? wd:weekday from? (?: theweek wa:adj | this:this theweek )"),
    ("night", "late? nightpart a:weekday joint? b:weekday adj?"),
    ("night", "thenight between a:weekday and b:weekday adj?"),
    ("weekdays", "twoday a:weekday and b:weekday wa:adj?"),
    ("weekdays", "manydays a:weekday (?: (?:comma|and)+ weekday )* (?:comma|and)+ b:weekday wa:adj?"),
    ("none", "manydays weekday"),
    ("weekday", "RELDAY wd:weekday (?: far:beyond? wa:adj )?"),
    ("last_night", "thenight pastadj"),
    ("relative_day", "late? daytime? aday? r:reading"),
    ("relative_day", "r:tonight"),
    ("weekend", "partend theweek wa:adj?"),
    ("weekend", "partend this theweek"),
    ("unit", "PART u:theunit far:beyond? ua:adj"),
    ("unit", "PART this:this u:theunit"),
    ("span", "u:theunits article? n:amount ua:ranging"),
    ("span", "article? n:amount u:someunit ua:ranging"),
    ("span", "two:thetwo ua:ranging"),
    ("span", "last (?: n:amount u:someunit | two:two )"),
    ("vague", "theunits few* (?:adj|few|recent)"),
    ("anchored", "dayafter"),
    ("anchored", "after HOW_LONG event"),
    ("hanging", "(?:before|since) HOW_LONG event"),
    ("hanging", "(?:before|after) approx? units few? event"),
    ("ago", "before HOW_LONG"),
    ("since_ago", "since HOW_LONG"),
    ("hence", "after HOW_LONG"),
    ("within", "(?: in? within | in ) HOW_LONG"),
    ("vague", "(?:before|since) approx? units few?"),
    ("years", "between twoyear? anyyear? a:year and anyyear? b:year uncounted"),
    ("years", "from anyyear? a:year (?:to|until) anyyear? b:year uncounted"),
    ("years", "(?:anyyear|twoyear|manyyears) a:year dash b:year uncounted"),
    ("years", "dated a:year dash b:year uncounted"),
    ("each_year", "(?:twoyear|manyyears|anyyear) a:year and b:year (?: and c:year )? uncounted"),
    ("each_year", "dated a:year and b:year (?: and c:year )? uncounted"),
    ("hijri_year", "PART anyyear? hy:hyear ahijri"),
    ("year", "PART anyyear y:anyear acommon? adj?"),
    ("year", "p:part (?:from|by)? y:year uncounted acommon?"),
    ("year", "dated y:year uncounted acommon?"),
    ("year", "y:anyear incommon"),
    ("unit", "p:part u:longunit"),
    ("season", "PART s:season (?:from|by)? anyyear? y:year uncounted"),
    ("season", "PART s:season (?: from? theyear )? ya:adj"),
    ("decade", "c:decade from? thecentury (?:pastadj|twentieth)"),
    ("decade", "bare:decade unowned"),
    ("holiday", "o:ordinal manydays h:holiday (?: y:year | HTAIL )?"),
    ("holiday", "h:holiday (?: (?:from|by)? anyyear? y:year | HTAIL )"),
    ("holiday", "preposed h:holiday"),
)
# The second pass: times with the words before them that make an interval of them.
BOUNDS: Rules = (
    ("range", "between a:time and b:time"),
    ("range", "from a:time (?:to|until) b:time"),
    ("none", "(?:until|since|before|after) a:now"),
    ("since", "since approx? by? a:time"),
    ("until", "until by? a:time"),
    ("before", "before a:time"),
    ("after", "after a:time"),
)
# No phrase begins with these kinds; every other place in the sentence costs one try of each rule.
_GLUE = ("comma", "dash", "slash", "open", "close", "and", "by", "on", "with", "to", "matching")
_NEVER_FIRST = frozenset({*_GLUE, "other", "thing", "adj", "same", "vague", "approx", "era"})
_IDENTIFIER = re.compile(r"(?:\b(\w+):)?\b([a-z]\w*)\b")
_GROUP = re.compile(r"\(\?:[^()]*\)[?*+]?")
_KIND = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class _Rule:
    name: str
    regex: re.Pattern[str]
    needs: tuple[frozenset[str], ...]  # of each of these kinds one must be there, or it cannot match


def _compiled(name: str, pattern: str) -> _Rule:
    for part, text in _PARTS.items():
        pattern = pattern.replace(part, text)

    def expand(found: re.Match[str]) -> str:
        slot, identifier = found.groups()
        tag = _TAGS.get(identifier, rf"{identifier}\.[^;]*;")
        return f"(?P<{slot}>{tag})" if slot else f"(?:{tag})"

    regex = re.compile(_IDENTIFIER.sub(expand, pattern).replace(" ", ""))
    return _Rule(name, regex, tuple(_needed(pattern)))


def _needed(pattern: str) -> Iterator[frozenset[str]]:
    """The kinds that the pattern names outside of groups and without `?`, each with its alternatives."""
    while _GROUP.search(pattern):
        pattern = _GROUP.sub(" ", pattern)
    for word in pattern.split():
        identifier = word.rpartition(":")[2]
        tag = _TAGS.get(identifier, identifier)
        if word[-1] not in "?*" and "(?!" not in tag and "(?=" not in tag and "(?<" not in tag:
            yield frozenset(_KIND.findall(tag))


class Grammar:
    """Rules over the tags of lexemes."""

    def __init__(self, rules: Rules) -> None:
        self._rules = tuple(_compiled(name, pattern) for name, pattern in rules)
        self._asked = frozenset().union(*(need for rule in self._rules for need in rule.needs))
        self._possible = lru_cache(maxsize=1 << 10)(self._without_needs)

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
