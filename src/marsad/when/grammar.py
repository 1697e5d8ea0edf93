"""The grammar of time phrases: patterns over the tags of lexemes.

In: lexemes. Out: matches, each with its rule's name and slots. Next: `resolve.py`, which has one function a rule.

A pattern is a regular expression whose identifiers stand for one lexeme each: a kind of the tables, or a name of
`_TAGS`; `slot:name` keeps that lexeme; `_PARTS` are pieces that several patterns share. The order of the rules is
the order in which they are tried at one place, so a longer phrase stands before its parts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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
    "someunit": r"units?\.\w+;",
    "theunits": r"units\.\w+!;",
    "thetwo": r"two\.\w+!;",
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
    "unowned": r"(?!(?:from|unit)\.)",  # "in the twenties of his life"
    "event": r"(?=(?:from|on)\.)",  # "two days before the vote": the day hangs on another event
    "preposed": r"(?:(?<=in\.in;)|(?<=until\.until;)|(?<=since\.since;)|(?<=before\.before;)|(?<=after\.after;)"
    r"|(?<=to\.to;)|(?<=with\.with;)|(?<=by\.;))",
    "dated": r"(?:(?<=in\.in;)|(?<=until\.until;)|(?<=since\.since;)|(?<=before\.before;)|(?<=after\.after;))",
}
_PARTS = {
    "HTAIL": "(?: (?:comma|from|by)* anyyear? hy:hyear ahijri? | ma:adj )",
    # What a day or month may say of its year: a number, "of last year", "of this year", "of the same year".
    "TAIL": "(?: comma? (?:from|by|in)? anyyear? y:year uncounted acommon? close? adj? | ma:adj"
    " | from? theyear ya:adj | from? this:this theyear | from? theyear ysame:same )?",
    "LEAD": "late? daytime? theday? (?: reading (?:comma|open|matching)* )?"
    " (?: wd:weekday close? adj? (?:comma|open|close|matching|dash|by)* )?",
    "HOW_LONG": "approx:approx? (?: n:amount u:someunit | two:two | one:oneunit unnamed )",
    "YEAR_OF": "(?: (?:from|by)? anyyear? y:year uncounted acommon? | from? theyear ya:adj | from? this:this theyear )",
    "PART": "(?: p:part from? by? )?",
    "RELDAY": "late? daytime? theday? (?: r:reading (?:comma|open)? )?",
}
TIMES: Rules = (
    ("none", "sport (?:year|number) (?: (?:dash|slash) (?:year|number) )?"),
    ("none", "every aday? (?:weekday|month)"),
    ("iso", "y:year (?:dash|slash) m:number (?:dash|slash) d:number"),
    ("numeric", "LEAD d:number (?:dash|slash) m:number (?:dash|slash) y:year"),
    ("dotted", "LEAD dotted:dotted"),
    ("day_range", "LEAD between a:dayno and article? b:dayno from? anymonth? m:month TAIL"),
    ("day_range", "LEAD from a:dayno (?:to|until) article? b:dayno from? anymonth? m:month TAIL"),
    ("day_range", "LEAD (?:twoday|manydays)? article? a:dayno (?:dash|and) b:dayno from? anymonth? m:month TAIL"),
    ("day_month", "LEAD article? d:dayno from? anymonth? m:month TAIL"),
    ("hijri_day", "LEAD article? d:dayno from? anymonth? hm:hmonth HTAIL?"),
    ("day_of_month", "LEAD article? d:dayno from anymonth ma:adj"),
    ("day_of_month", "LEAD article? d:dayno from this:this anymonth"),
    ("day_of_month", "preposed article? d:number ma:adj"),
    ("day_of_month", "theday d:number ma:adj"),
    ("none", "today ranked"),
    ("same", "(?: definite same | pointer definite )"),
    ("month_range", "between a:month and b:month TAIL"),
    ("month_range", "from a:month (?:to|until) b:month TAIL"),
    ("month_range", "a:month dash b:month TAIL"),
    ("week_of_month", "theweek o:ordinal from anymonth? m:month TAIL"),
    ("fraction", "f:fraction o:ordinal from? anymonth? m:month TAIL"),
    ("fraction", "f:fraction o:ordinal YEAR_OF"),
    ("fraction", "f:fraction o:ordinal from theyear"),
    ("month", "p:part from? anymonth? m:month TAIL"),
    ("month", "anymonth m:month TAIL"),
    ("month", "m:surely TAIL"),
    ("month", "preposed m:month TAIL"),
    ("month", "m:month (?: YEAR_OF | ma:adj )"),
    ("hijri_month", "PART anymonth? hm:hmonth HTAIL"),
    ("hijri_month", "(?: p:part | anymonth ) anymonth? hm:hijri"),
    ("hijri_month", "preposed anymonth? hm:hijri"),
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
    ("anchored", "(?:before|after|since) HOW_LONG event"),
    ("anchored", "(?:before|after) approx? units few? event"),
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
    ("none", "(?:until|since|to|before|after) a:now"),
    ("since", "since approx? by? a:time"),
    ("until", "until by? a:time"),
    ("before", "before a:time"),
    ("after", "after a:time"),
)
_IDENTIFIER = re.compile(r"(?:\b(\w+):)?\b([a-z]\w*)\b")


class Grammar:
    """Rules compiled to one regular expression over a string of tags."""

    def __init__(self, rules: Rules) -> None:
        self._names = [name for name, _ in rules]
        whole = "|".join(self._compiled(number, pattern) for number, (_, pattern) in enumerate(rules))
        self._regex = re.compile(f"(?<![^;])(?:{whole})")  # a match begins where a tag begins
        self._slots: list[list[tuple[str, int]]] = [[] for _ in rules]
        for group, index in self._regex.groupindex.items():
            slot, number = group.rsplit("_", 1)
            if slot:
                self._slots[int(number)].append((slot, index))

    @staticmethod
    def _compiled(number: int, pattern: str) -> str:
        for name, part in _PARTS.items():
            pattern = pattern.replace(name, part)

        def expand(found: re.Match[str]) -> str:
            slot, name = found.groups()
            tag = _TAGS.get(name, rf"{name}\.[^;]*;")
            return f"(?P<{slot}_{number}>{tag})" if slot else f"(?:{tag})"

        return f"(?P<_{number}>{_IDENTIFIER.sub(expand, pattern).replace(' ', '')})"

    def find(self, row: Sequence[Lexeme]) -> list[Match]:
        """All matches in the lexemes, left to right, not overlapping."""
        tags = [lexeme.tag for lexeme in row]
        starts, at = {}, 0
        for number, tag in enumerate(tags):
            starts[at] = number
            at += len(tag)
        starts[at] = len(row)
        return [self._match(found, row, starts) for found in self._regex.finditer("".join(tags))]

    def _match(self, found: re.Match[str], row: Sequence[Lexeme], starts: Mapping[int, int]) -> Match:
        number = int((found.lastgroup or "_0")[1:])
        at = found.start
        slots = {slot: row[starts[at(index)]] for slot, index in self._slots[number] if at(index) >= 0}
        return Match(self._names[number], starts[at()], starts[found.end()] - 1, slots)
