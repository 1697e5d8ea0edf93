"""Who stands behind a paper or behind relayed words: its issuer, the one after عن (الجهة المصدرة)."""

from __future__ import annotations

from marsad.what.scene import STOPS, Scene
from marsad.what.sources import LONGEST, Phrase, after, phrase_end

ISSUER_REACH = 4  # tokens after a paper in which its issuer is announced (بيان صحفي صادر عن)


def is_about(scene: Scene, at: int) -> bool:
    """Whether the token is عن, which leads to an issuer, a source or a topic."""
    return "about" in scene.words[at].classes


def relayed(scene: Scene, verb: int, triggers: frozenset[int]) -> Phrase | None:
    """The one after عن: نقلت الوكالة عن مصدر أمني أن."""
    for i in range(verb + 1, min(len(scene.tokens), verb + LONGEST)):
        if is_about(scene, i):
            found = after(scene, i, triggers)
            return None if found and is_paper(scene, found[0]) else found
        if scene.mark(i, STOPS) or scene.particle(i, "that"):
            return None
    return None


def is_paper(scene: Scene, at: int) -> bool:
    """Whether the word is a paper: whoever relays or issues it is the source."""
    at += scene.particle(at, "opening") and at + 1 < len(scene.tokens)
    return "document" in scene.words[at].classes


def issuer(scene: Scene, phrase: Phrase, triggers: frozenset[int]) -> Phrase:
    """The body that issued a paper (بيان صادر عن الوزارة), else the paper itself."""
    if not is_paper(scene, phrase[0]):
        return phrase
    for i in range(phrase[0] + 1, min(len(scene.tokens) - 1, phrase[0] + ISSUER_REACH)):
        if scene.tokens[i].folded.startswith("ل") and "sayer" in scene.words[i].classes:
            return i, max(i, phrase_end(scene, i, triggers))
        if "issued" in scene.words[i].classes:
            about = i + 1 if is_about(scene, i + 1) or scene.particle(i + 1, "from") else i
            return after(scene, about, triggers) or phrase
    return phrase
