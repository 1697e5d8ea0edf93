"""When: the time of an event is the one that its clause holds (codebook, section 6).

Every time of the sentence belongs to one word (clauses.py). It is the event's own when that word is its
trigger, a verb that only carries it (شن الخميس غارات) or a coordinated trigger; never a verb of saying.
"""

from __future__ import annotations

from dataclasses import replace

from marsad.howmany.bounds import words_of
from marsad.records import Found, When
from marsad.what.boundaries import AND, is_verb, opens_clause
from marsad.what.detect import Trigger
from marsad.what.heads import STOPPING, Stretch, decides, head_before, is_head, verb_after
from marsad.what.lexicon import FINITE
from marsad.what.scene import COMMAS, Held, Scene
from marsad.what.sharing import beyond

CARRIED_REACH = 16  # tokens from a verb that carries an event to the event's noun
ANCHOR_REACH = 8  # tokens from "a day after" to the event that it counts from
ANNOUNCED_REACH = 2  # tokens from a time to what was announced right after it (أعلنت الخميس سحب)
SHARED_REACH = 14  # tokens between two coordinated triggers that share a time
_CARRIERS = ("light", "occur", "suffer", "begin", "ongoing", "happened")
FOR = "ل"  # لتصبح، ليصل: the level that a movement leads to
_OWN, _CARRIED, _SHARED = 0, 1, 2
_VAGUE_RULES = ("ago", "since_ago")
_DONE_WHEN_TOLD = ("withdraw", "deploy", "handover", "seize")


def find_date(scene: Scene, trigger: Trigger, limits: tuple[int, int], future: bool) -> Found[When] | None:
    """The time that belongs to the trigger; the nearest after it where several do."""
    future = future or (trigger.sense.form == "present" and scene.particle(trigger.at - 1, "modal"))
    times = scene.future_times if future else scene.times
    if not times:
        return None
    taken = frozenset(i for t in times for i in range(t.first, t.last + 1))
    link = _Link(scene, trigger, Stretch(trigger.at, *limits, taken), future)
    ranked = []
    for time in times:
        rank = None if _no_date(scene, time) or _to_come(scene, trigger, time) else link.rank(time)
        if rank is not None:
            ranked.append((rank, _distance(trigger, time), time))
    return _whole(scene, min(ranked, key=lambda item: item[:2])[2]) if ranked else None


def _whole(scene: Scene, time: Held[When]) -> Found[When]:
    """Before the end of a month is that month, like by its end (قبل نهاية مارس)."""
    value = time.found.value
    part = any(scene.particle(i, "time_part") for i in range(time.first, time.last + 1))
    if (
        time.found.rule != "before"
        or _of_a_year(scene, time)
        or value.end is None
        or not part
        or value.precision not in ("month", "year")
    ):
        return time.found
    start = value.end.replace(day=1) if value.precision == "month" else value.end.replace(month=1, day=1)
    return replace(time.found, value=replace(value, start=start))


def _of_a_year(scene: Scene, time: Held[When]) -> bool:
    """Whether it is the end of a year (قبل نهاية عام 2011): that leaves the start open."""
    last, end = scene.tokens[time.last].folded, time.found.value.end
    part = time.last - 1 - scene.particle(time.last - 1, "year_word")
    numbered = last.isdigit() and end is not None and int(last) == end.year
    return numbered and scene.particle(part, "time_part")


def _distance(trigger: Trigger, time: Held[When]) -> int:
    return time.first - trigger.at if time.first > trigger.at else trigger.at - time.last + 10


def _no_date(scene: Scene, time: Held[When]) -> bool:
    """A duration, a term (خلال شهرين) or a time ago that is only about right: it dates nothing."""
    if time.found.value.precision == "duration" or time.found.rule == "within":
        return True
    around = range(time.first, time.last + 1)
    return time.found.rule in _VAGUE_RULES and any(
        scene.tokens[i].folded in words_of("about") for i in around
    )


def _to_come(scene: Scene, trigger: Trigger, time: Held[When]) -> bool:
    """Whether a time to come stands by what is past: it is that of its object (علق مناورات الشهر المقبل)."""
    past = trigger.sense.form == "past" and not trigger.sense.reading.future
    return past and any(scene.particle(i, "to_come") for i in range(time.first + 1, time.last + 1))


class _Link:
    """How the times of one sentence belong to one trigger."""

    def __init__(self, scene: Scene, trigger: Trigger, stretch: Stretch, future: bool) -> None:
        self.scene, self.trigger, self.stretch, self.future = scene, trigger, stretch, future
        self.verbal = trigger.finite and all(s.form in FINITE for s in scene.words[trigger.at].senses)

    def rank(self, time: Held[When]) -> int | None:
        """How closely a time belongs to the trigger (0 the closest), None if it does not."""
        if time.found.rule in ("anchored", "hanging"):
            return self._anchored(time)
        if self._before_that(time):
            return None
        head = head_before(self.scene, time.first, self.stretch)
        if time.first > self.trigger.at:
            own = self._after(time, head)
            return None if own == _OWN and beyond(self.scene, self.trigger.at, time.first) else own
        if head is None:
            head = verb_after(self.scene, time.last, self.stretch)
        return None if head is None else self._ahead(time, head)

    def _before_that(self, time: Held[When]) -> bool:
        """Whether what is said follows the time (الأحد، إن …): it belongs to the saying."""
        scene = self.scene
        at = time.last + 1
        while at < len(scene.tokens) and scene.mark(at, COMMAS):
            at += 1
        if at >= len(scene.tokens) or not scene.particle(at, "that", "colon"):
            return False
        if scene.tokens[at].folded.startswith(AND):
            return False  # وأن goes on with what was said before
        return any(scene.words[i].cue("speech") for i in range(time.first))

    def _anchored(self, time: Held[When]) -> int | None:
        """A day after, two days before: the event right behind it is the one that it counts from."""
        gap = self.trigger.at - time.last
        if not 0 < gap <= ANCHOR_REACH or self._cut(time.last + 1, self.trigger.at):
            return None
        return _SHARED

    def _after(self, time: Held[When], head: int | None) -> int | None:
        """A time behind the trigger, whose head may be the trigger, a verb on it or a coordinated trigger."""
        at, high = self.trigger.at, self.stretch.high
        if head is None or head < at:
            return None
        if head == at:
            return _OWN
        if head <= high:
            return _OWN if self._on_trigger(head) else None
        return _SHARED if self._coordinated(head) or self._in_one_event(head) else None

    def _on_trigger(self, head: int) -> bool:
        """Whether the head says more of the same event: a covered trigger, a light verb of a relative."""
        scene, trigger = self.scene, self.trigger
        for at in range(trigger.at + 1, head + 1):
            if at not in self.stretch.taken and is_head(scene, at, self.stretch) and not self._same_event(at):
                return False
        return True

    def _same_event(self, at: int) -> bool:
        word = self.scene.words[at]
        if any(s.frame.type == self.trigger.frame.type for s in word.senses):
            return True
        if self.trigger.frame.type == "force_level" and not self.trigger.finite:
            return is_verb(self.scene, at) and not decides(self.scene, at)  # عدد القوات سيتقلص خلال أيلول
        return bool(word.cue(*_CARRIERS)) and not decides(self.scene, at)

    def _coordinated(self, head: int) -> bool:
        """Whether another trigger behind, joined by و, ends in a time that both share."""
        first = self.stretch.high + 1
        if head != first or first - self.trigger.at > SHARED_REACH or self._cut(self.trigger.at + 1, first):
            return False
        joined = any(s.reading.conjoined for s in self.scene.words[first].senses)
        return joined and is_verb(self.scene, first) == self.trigger.finite

    def _in_one_event(self, head: int) -> bool:
        """Whether the next trigger only says how it was done (أسقطت … في ضربة)."""
        scene, first = self.scene, self.stretch.high + 1
        same = any(s.frame.type == self.trigger.frame.type for s in scene.words[first].senses)
        within = any(scene.particle(i, "in") for i in (first - 1, first - 2))
        return head == first and same and within and self.trigger.finite

    def _ahead(self, time: Held[When], head: int) -> int | None:
        """A time before the trigger: of its own clause, or of the verb that carries it."""
        scene, at = self.scene, self.trigger.at
        if head == at:
            return _OWN
        if head > at:
            return None
        first = max(head, time.last) + 1
        if self._announced(time, head) or (at - first <= 1 and scene.particle(first, "during")):
            return _CARRIED
        if self._when(first):
            return _SHARED
        if at - time.last > CARRIED_REACH or self._cut(first, at):
            return None
        joined = self.trigger.finite and self.trigger.sense.reading.conjoined
        if joined and time.found.value.bound == "since":  # what goes on since then does, not what joins it
            return None
        if self._follows(head):
            return _SHARED
        carried = not self.verbal and self._carries(head) and not self._other_event(first)
        return _CARRIED if carried else None

    def _when(self, first: int) -> bool:
        """Whether the trigger is when the verb before was (قُتلوا الجمعة عندما اقتحم مسلحون)."""
        scene, moment = self.scene, self.trigger.at - 1
        near = self.verbal and scene.particle(moment, "moment") and moment - first < CARRIED_REACH
        aside = scene.particle(moment - 1, "in")  # في حين: meanwhile
        return near and not aside and not self._cut(first, moment)

    def _follows(self, head: int) -> bool:
        """Whether the trigger goes on with another's verb (دخلت … وسيطرت) or states its result (لتصبح)."""
        scene, trigger = self.scene, self.trigger
        if not scene.words[head].senses or decides(scene, head):
            return False
        if trigger.frame.type == "force_level" and scene.tokens[trigger.at].folded.startswith(FOR):
            return True
        return trigger.finite and trigger.sense.reading.conjoined and is_verb(scene, head)

    def _carries(self, head: int) -> bool:
        word, stretch = self.scene.words[head], self.stretch
        harmed = self.trigger.frame.type == "attack" and not word.classes.isdisjoint(("killed", "wounded"))
        if word.cue(*_CARRIERS) or harmed:
            return True
        if not stretch.low <= head <= stretch.high and any(s.frame.type not in STOPPING for s in word.senses):
            return False  # another event's verb
        return is_verb(self.scene, head) and not decides(self.scene, head)

    def _other_event(self, first: int) -> bool:
        """Whether another word of event or decision stands between the time and the trigger."""
        scene = self.scene
        return any(
            (is_head(scene, i, self.stretch) or decides(scene, i)) and not self._same_event(i)
            for i in range(first, self.trigger.at)
            if i not in self.stretch.taken
        )

    def _cut(self, first: int, last: int) -> bool:
        scene = self.scene
        return any(
            opens_clause(scene, i) or (scene.particle(i, "subordinate") and not scene.particle(i, "during"))
            for i in range(first, last)
        )

    def _announced(self, time: Held[When], head: int) -> bool:
        """أعلنت الخميس سحب جنودها وتسليم القاعدة: the day of movements that are announced as done."""
        scene, trigger = self.scene, self.trigger
        if self.future or self.verbal or trigger.sense.reading.preposition:
            return False
        if not scene.particle(head, "announce") or time.found.value.precision != "day":
            return False
        gap = range(time.last + 1, trigger.at)
        if len(gap) >= ANNOUNCED_REACH:
            first = any(_moves(scene, i) for i in gap[:ANNOUNCED_REACH])
            if not first or not trigger.sense.reading.conjoined or len(gap) > CARRIED_REACH:
                return False
        return _moves(scene, trigger.at) and not self._cut(time.last + 1, trigger.at)


def _moves(scene: Scene, at: int) -> bool:
    return any(s.frame.type in _DONE_WHEN_TOLD for s in scene.words[at].senses)
