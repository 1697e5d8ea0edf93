"""What "the base", "the town" and "the country" stand for: the article's places, remembered in order (codebook, section 5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from marsad.records import Found, Place
from marsad.what.scene import Held, Scene


def antecedents(scene: Scene, said: Sequence[Found[Place]]) -> tuple[Held[Place], ...]:
    """The sentence's places, "the base" and "the country" replaced by what the article named before (`said`)."""
    known = list(said)
    held = []
    for item in scene.places:
        found = _antecedent(item.found, known) if item.found.value.kind.startswith("definite") else item.found
        if found is not None:
            known.append(found)
            held.append(replace(item, found=found))
    return tuple(held)


def _antecedent(found: Found[Place], known: Sequence[Found[Place]]) -> Found[Place] | None:
    """The last named place of the kind that a definite noun asks for."""
    kind = found.value.kind.removeprefix("definite:")
    for earlier in reversed(known):
        if earlier.value.kind == kind or kind == "area":
            return Found(earlier.value, (found.spans[0], earlier.spans[0]), "antecedent")
    return None
