"""The chain of words that governs an event, and what it says taken together (سلسلة التحكم).

Comes in: governors from the trigger outward («نفى عزمه سحب»: عزم، then نفى), which `governors` finds. Goes
out: one factuality. The table is the whole of it: what an outer word makes of what the inner ones say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from marsad.records import Found, Span

# (what the outer governor says, what the chain inside it says) → what both say; no row: the inner one stands
COMPOSED = {
    ("denied", "planned"): "denied",  # نفى عزمه سحب
    ("denied", "demanded"): "denied",  # رفض طلب سحب
    ("denied", "possible"): "denied",  # نفى احتمال سحب
    ("denied", "ongoing"): "denied",  # نفى بدء سحب
    ("denied", "happened"): "denied",  # نفى نجاح الهجوم
    ("denied", "denied"): "possible",  # رفض استبعاد إرسال
    ("possible", "planned"): "possible",  # إذا قرر سحب، قد يقرر سحب
    ("possible", "demanded"): "possible",  # هدد بأن يطلب سحب
    ("possible", "denied"): "possible",  # إذا فشل في استعادة
    ("possible", "ongoing"): "possible",  # احتمال بدء سحب
    ("possible", "happened"): "possible",  # قد ينجح في سحب
    ("demanded", "planned"): "demanded",  # طالب باتخاذ قرار بسحب
    ("demanded", "ongoing"): "demanded",  # طالب ببدء سحب
    ("demanded", "happened"): "demanded",  # دعا إلى إكمال سحب
    ("planned", "ongoing"): "planned",  # قرر بدء سحب
    ("planned", "happened"): "planned",  # يعتزم إكمال سحب
    ("ongoing", "happened"): "ongoing",  # يواصل تنفيذ سحب
}


@dataclass(frozen=True, slots=True)
class Governor:
    """A word that governs an event: its token, what it says of what it governs, and by which rule."""

    at: int
    says: str
    rule: str
    span: Span
    finite: bool = False  # a verb, which only أن / إن ties to what stands before it
    weak: bool = False  # a verbal noun of beginning or ending, which hands the say on (قرر بدء سحب)


def composed(chain: Sequence[Governor]) -> Found[str] | None:
    """What a chain says of its event, with the words that decided it; None when it says nothing.

    >>> from marsad.records import Span
    >>> plan = Governor(3, "planned", "cue:planned", Span(9, 12))
    >>> denial = Governor(1, "denied", "cue:denied", Span(0, 3))
    >>> composed([plan, denial]).value, composed([plan, denial]).rule
    ('denied', 'chain:denied:planned')
    """
    if not chain or (len(chain) == 1 and chain[0].weak and chain[0].says == "happened"):
        return None  # إتمام الانسحاب: as open as the noun alone
    value, rule, deciding = chain[0].says, chain[0].rule, [chain[0].span]
    for outer in chain[1:]:
        twice = value == outer.says and rule.startswith("negated")  # لا تخطط لطلب تمديد: one denial, not two
        made = None if twice else COMPOSED.get((outer.says, value))
        if made is not None:
            rule = f"chain:{outer.says}:{value}"
            value, deciding = made, [*deciding, outer.span]
    return Found(value, tuple(deciding), rule)
