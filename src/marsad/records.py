"""The records that pass between rooms: frozen, typed, with no dict crossing a room's border.

`None` means "the text does not say"; never "", 0 or today. Offsets are code points in `Article.text`
(or, where a name says `page`, in the page's decoded text); ends are exclusive.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Generic, TypeVar

T = TypeVar("T")
COUNTS = ("quantity", "munitions", "fatalities", "wounded")  # the fields of a claim that are counts
MACHINE = "marsad"  # who judges where no person does
INHERITED = "inherited"  # the first part of such a rule's name


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text, [start, end) in code points."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two stretches share a code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value read from the text, the words it was read from (the main span first), and the rule."""

    value: T
    spans: tuple[Span, ...]
    rule: str

    @property
    def start(self) -> int:
        """Where the main span begins."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Where the main span ends (exclusive)."""
        return self.spans[0].end

    @property
    def inherited(self) -> bool:
        """Whether its mention leaves it out: it was filled from another mention or sentence."""
        return self.rule.partition(":")[0] == INHERITED


@dataclass(frozen=True, slots=True)
class Page:
    """One saved page as bytes, before anybody looked inside."""

    source: str  # a path, a path with #line for JSON Lines, or "-" for standard input
    data: bytes
    media: str  # "html", "text" or "record" (one JSON object with title, text, published, outlet, url)
    sha256: str
    fetched_at: datetime | None


@dataclass(frozen=True, slots=True)
class Defect:
    """Something on the page that is not the article's text, kept and named instead of read."""

    kind: str  # see article/: repeated_body, share_bar, teaser, stray_keyword, headline_variant ...
    text: str
    page: Span | None  # where it stands in the page's decoded text


@dataclass(frozen=True, slots=True)
class Run:
    """`length` code points of the article from `start` stand on the page from `page_start`."""

    start: int
    page_start: int
    length: int


@dataclass(frozen=True, slots=True)
class Published:
    """The publication date and where it was found (see article/published.py)."""

    value: date
    source: str


@dataclass(frozen=True, slots=True)
class Article:
    """The article's own text: the title, an empty line, the body; every offset maps back to the page."""

    id: str
    source: str
    title: str
    text: str
    published: Published | None
    outlet: str | None
    url: str | None
    defects: tuple[Defect, ...]
    runs: tuple[Run, ...]  # sorted by start; a character in no run (a joining newline) maps to the run before

    def to_page(self, offset: int) -> int:
        """The offset in the page's decoded text of an offset in `text`."""
        at = bisect_right(self.runs, offset, key=lambda run: run.start) - 1
        if at < 0:
            return self.runs[0].page_start if self.runs else offset
        run = self.runs[at]
        return run.page_start + min(offset - run.start, run.length)


@dataclass(frozen=True, slots=True)
class Actor:
    """A party by its code of the codebook, section 4, or else the Arabic name as in the text."""

    code: str
    name: str
    kind: str  # state, forces, body, coalition, group, person, people, generic
    id: str | None = None  # row of data/actors.csv or people.csv
    role: str | None = None  # of a person, as the text gives it before the name ("وزير الدفاع الفرنسي")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A gazetteer row that bears a name of the text too, and why another one was taken."""

    id: str
    name: str
    country: str | None  # ISO 3166 alpha-2
    precision: str
    lat: float | None
    lon: float | None
    score: float  # as the chosen row's: higher is likelier
    why: str  # what speaks for it or against it: country, kind, population, preferred ...


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer, or a named one that it lacks (then without id and coordinates)."""

    name: str  # as the text gives it
    country: str | None  # ISO 3166 alpha-2
    kind: str  # base, settlement, district, province, country, area
    precision: str  # site, near, town, district, province, country, area, unknown
    lat: float | None = None  # WGS84 degrees
    lon: float | None = None
    id: str | None = None
    radius_km: float | None = None  # of an area around the point: "60 km from X", "south of X"
    why: str | None = field(default=None, compare=False)  # what decided among the candidates
    beaten: tuple[Candidate, ...] = field(default=(), compare=False)  # the likeliest first
    canonical: str | None = field(default=None, compare=False)  # the name that the gazetteer's row has


@dataclass(frozen=True, slots=True)
class When:
    """A time: both ends included; both None when the text's words cannot be resolved (`basis` says why)."""

    start: date | None
    end: date | None
    precision: str  # day, week, month, quarter, year; days, months, years (several); duration; unresolved
    basis: str  # absolute, published (relative to the publication date), duration, unresolved
    bound: str | None = None  # by, before, after, since, until: how the interval hangs on the time named
    duration: str | None = None  # ISO 8601 (P6M), of a length of time that has no place in the calendar


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count as a range; an open end is None. `share_of`: the words after a fraction ("ثلث القوات").

    `change` tells a number added or taken away ("200 إضافيين", delta) from the number that is
    then reached ("ليصل العدد إلى 700", total); None where the text makes neither of it.
    """

    low: float | None  # whole for whatever is counted; 2.5 only for what is measured (per cent, kilometres)
    high: float | None
    unit: str | None = None  # row of data/units.csv: soldier, trainer, aircraft, day ...
    kind: str | None = None  # that row's kind: force, person, equipment, weapon, time, distance, money, other
    share_of: str | None = None
    share: float | None = None  # the fraction itself: 0.3333 of `share_of`
    change: str | None = None  # delta, total


Entity = Found[Actor] | Found[Place] | Found[When] | Found[Quantity]  # whatever an article names


@dataclass(frozen=True, slots=True)
class EventMention:
    """What one clause says: one event anchored on one trigger word (codebook, sections 1 to 9)."""

    type: str
    trigger: Span
    sentence: Span
    frame: str  # the frame (data/frames.csv) that the trigger evoked
    actors: tuple[Found[Actor], ...]
    recipients: tuple[Found[Actor], ...]
    place: Found[Place] | None
    place_role: str | None  # from, to, at
    date: Found[When] | None
    quantity: Found[Quantity] | None
    fatalities: Found[Quantity] | None
    wounded: Found[Quantity] | None
    factuality: Found[str]
    attribution: Found[str] | None
    event: str  # e1, e2 ...: mentions of one real event within the article share it
    munitions: Found[Quantity] | None = None  # pieces fired: rockets, drones (ours, not the codebook's)


@dataclass(frozen=True, slots=True)
class Says:
    """Plain words for people, in English and in Arabic."""

    en: str
    ar: str


@dataclass(frozen=True, slots=True)
class Why:
    """How one value of a mention was found: what its rule says, and where its words stand."""

    slot: str  # the mention's field: actors, recipients, place ...
    found: Found[Any]
    says: Says
    stands: str  # clause, sentence (the mention's own), inherited (the mention leaves it out)
    sentence: Span  # the one in which its words stand
    giver: EventMention | None = None  # the mention that it was inherited from, where one states it


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a mention is coded as it is: its clause, how each value was found, and who speaks within whom."""

    mention: EventMention
    clause: Span
    whys: tuple[Why, ...]
    voices: tuple[Found[str], ...]  # every source that covers the trigger, the outermost first


@dataclass(frozen=True, slots=True)
class Failure:
    """A page that could not be read: which, in which room, and one clear line why."""

    source: str
    room: str
    error: str
    message: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What one mention says, as it is kept: permanent id, plain values, and whose page said it when.

    The words behind each value stay in the store (`evidence`); ids: see store/ids.py.
    """

    id: str
    article: str
    account: str  # the article's account of one event: its mentions that share the coder's label
    type: str
    frame: str
    trigger: str
    start: int  # of the trigger, in the article's text
    quote: str  # the sentence
    factuality: str
    title: bool = False  # whether it stands in the headline
    outlet: str | None = None
    published: date | None = None
    actors: tuple[str, ...] = ()  # codes of the codebook
    recipients: tuple[str, ...] = ()
    place: Place | None = None
    place_role: str | None = None
    date: When | None = None
    quantity: Quantity | None = None
    munitions: Quantity | None = None
    fatalities: Quantity | None = None
    wounded: Quantity | None = None
    attribution: str | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """One ground of a judgement: what was compared, what was found, and how much it weighs."""

    compared: str  # type, actors, place, date, quantity, text ...
    found: str  # the level that holds: same site, 40 km apart, days overlap ... (data/same/levels.csv)
    weight: float  # log2 of the likelihood ratio; below 0 speaks against


@dataclass(frozen=True, slots=True)
class Judgement:
    """An edge that says how two things stand to each other; never changed, only undone."""

    level: str  # copy: two articles; event: two mentions; course: two mentions, the later one second
    left: str
    right: str
    judgement: str  # same, different; of a course: rises, falls, carried_out, denied, corrected, follows
    who: str  # "marsad" with its version, or a person's name
    score: float | None = None  # probability; None where a person says so
    reasons: tuple[Reason, ...] = ()
    at: datetime | None = None
    undone: datetime | None = None
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One number as one or more sources give it."""

    low: float | None
    high: float | None
    unit: str | None
    claims: tuple[str, ...]  # ids of the claims that give it
    outlets: tuple[str, ...]  # whose evidence it is; copies of one text count once


@dataclass(frozen=True, slots=True)
class Range:
    """A number of an event over all its sources: the bounds, and every figure under them."""

    low: float | None
    high: float | None
    figures: tuple[Figure, ...]
    conflict: bool  # whether two figures exclude each other


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, as its claims together tell it; where they differ both values stand."""

    id: str
    type: str
    claims: tuple[Claim, ...]
    factuality: str  # the strongest that the latest sources support (see same/summary.py)
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: Place | None  # the most precise one that the claims agree on
    start: date | None
    end: date | None
    dates: tuple[tuple[When, tuple[str, ...]], ...]  # every date given, with the claims that give it
    quantity: Range | None
    munitions: Range | None
    fatalities: Range | None
    wounded: Range | None
    outlets: tuple[str, ...]
    articles: int
    evidence: int  # articles that are no copy of another one's text
    first_published: date | None
    last_published: date | None
    conflicts: tuple[str, ...] = ()  # fields about which two texts exclude each other: quantity, date ...
