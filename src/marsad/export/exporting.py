"""From a store to a file in one of the formats: written beside, then put in place, so that none is half."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO

from marsad.errors import BadUse, StoreError
from marsad.export.acled import write_acled
from marsad.export.annotation import write_annotations
from marsad.export.feeds import write_atom, write_rss
from marsad.export.gdelt import write_events, write_mentions
from marsad.export.json_formats import write_geojson, write_ndjson, write_plover
from marsad.export.prov import write_prov
from marsad.export.tables import write_csv, write_hxl, write_parquet
from marsad.store import Query, Store, Told, provenance, tell

TextWriter = Callable[[Iterable[Told], IO[str]], None]
TEXTS: dict[str, TextWriter] = {
    "acled": write_acled,
    "atom": write_atom,
    "csv": write_csv,
    "gdelt-events": write_events,
    "gdelt-mentions": write_mentions,
    "geojson": write_geojson,
    "hxl": write_hxl,
    "ndjson": write_ndjson,
    "plover": write_plover,
    "rss": write_rss,
    "webannotation": write_annotations,
}
PROV, PARQUET = "prov", "parquet"
FORMATS = tuple(sorted((*TEXTS, PARQUET, PROV)))
BOM = "\ufeff"


def export(
    store: Store,
    format: str,
    out: str | os.PathLike[str] | IO[str],
    query: Query | None = None,
    bom: bool = False,
) -> None:
    """Write the events that a query asks for (all of them, without one) to a file or an open text stream.

    `bom`: a byte order mark first, by which Excel knows UTF-8. Raises BadUse for an unknown format and
    StoreError where the file cannot be written; then no file stays.
    """
    if format not in FORMATS:
        raise BadUse(f"unknown format {format}; expected one of {', '.join(FORMATS)}")
    if not isinstance(out, (str, os.PathLike)):
        _to_stream(store, format, out, query, bom)
        return
    path = Path(out)
    if path.is_dir() or not path.absolute().parent.is_dir():
        raise BadUse(f"--out {path}: expected a file in an existing folder")
    if path.is_symlink() or (path.exists() and not path.is_file()):  # a device or pipe would be replaced
        raise BadUse(f"--out {path}: expected a plain file, found something else; name another one")
    part = path.with_name(f"{path.name}.part")
    try:
        _to_file(store, format, part, query, bom)
        os.replace(part, path)
    except OSError as error:
        found = error.strerror or error
        raise StoreError(f"{path}: expected to write it, found: {found}; no file was left") from error
    finally:
        part.unlink(missing_ok=True)


def _to_file(store: Store, format: str, path: Path, query: Query | None, bom: bool) -> None:
    if format == PARQUET:
        write_parquet(tell(store, query), path)
    else:
        with path.open("w", encoding="utf-8", newline="") as stream:
            _to_stream(store, format, stream, query, bom)


def _to_stream(store: Store, format: str, stream: IO[str], query: Query | None, bom: bool) -> None:
    if bom:
        stream.write(BOM)
    if format == PROV:
        write_prov(provenance(store), stream)
    elif format == PARQUET:
        with tempfile.TemporaryDirectory(prefix="marsad-") as folder:
            path = Path(folder, "events.parquet")
            write_parquet(tell(store, query), path)
            with path.open("rb") as held:
                shutil.copyfileobj(held, stream.buffer)  # type: ignore[attr-defined]
    else:
        TEXTS[format](tell(store, query), stream)
