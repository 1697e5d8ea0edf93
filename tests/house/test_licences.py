"""No GPL in the installed tree (a dual licence counts by its permissive side)."""

import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution

FREE = re.compile(r"\b(MIT|BSD|Apache|ISC|MPL|PSF|Python Software|Unlicense|Zlib|0BSD|CC0|HPND)", re.I)
GPL = re.compile(r"\b[AL]?GPL|General Public", re.I)


def stated(dist: Distribution) -> str:
    """What the package's metadata says of its licence; long licence texts are cut to their name."""
    meta = dist.metadata
    trove = [c for c in meta.get_all("Classifier") or [] if c.startswith("License")]
    return " | ".join([meta.get("License-Expression") or "", (meta.get("License") or "")[:200], *trove])


def tree(name: str, seen: dict[str, Distribution]) -> dict[str, Distribution]:
    try:
        dist = distribution(name)
    except PackageNotFoundError:  # a requirement for another platform or an extra nobody asked for
        return seen
    key = dist.metadata["Name"].lower()
    if key not in seen:
        seen[key] = dist
        for requirement in dist.requires or []:
            if "extra ==" not in requirement:
                tree(re.split(r"[\s<>=!~;\[(]", requirement, maxsplit=1)[0], seen)
    return seen


def test_no_gpl_in_the_tree() -> None:
    packages = tree("httpx", tree("marsad", {}))  # the extra `llm` too
    assert {"simplemma", "trafilatura", "typer", "httpx"} <= set(packages)
    said = {name: stated(dist) for name, dist in packages.items()}
    assert [n for n, words in said.items() if GPL.search(words) and not FREE.search(words)] == []
    assert [n for n, words in said.items() if not words.strip(" |")] == []


def test_the_check_knows_a_gpl() -> None:
    assert GPL.search("GPL-3.0-only") and not FREE.search("GPL-3.0-only")
    assert FREE.search("MPL-1.1 | GPL-2.0-only | LGPL-2.1-or-later")
