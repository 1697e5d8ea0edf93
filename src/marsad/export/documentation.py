"""docs/exports.md, made from data/export/: what each format is, column by column."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.data import read_table

HEAD = """# The exports

`marsad export FORMAT --store marsad.db --out FILE`; the filters are those of `marsad find`, `--list` names
the formats. Only active events are written: an id that was merged or is gone is no row. Dates are ISO 8601,
places WGS84, texts UTF-8. This page is made from `src/marsad/data/export/` by
`python -m marsad.export.documentation`; a test compares.
"""


def document() -> str:
    """The whole page in Markdown."""
    return "\n".join((HEAD, *_sections()))


def _sections() -> Iterator[str]:
    for row in read_table("export/formats.csv"):
        yield f"## {row['format']}\n"
        yield f"{row['what']}\n"
        columns = [column for column in read_table("export/columns.csv") if column["format"] == row["format"]]
        if columns:
            yield "| column | type | meaning |\n|---|---|---|"
            for column in columns:
                tag = f" `{column['tag']}`" if column["tag"] else ""
                yield f"| `{column['column']}`{tag} | {column['type']} | {column['meaning']} |"
            yield ""


if __name__ == "__main__":
    from pathlib import Path

    Path("docs/exports.md").write_text(document(), "utf-8")
