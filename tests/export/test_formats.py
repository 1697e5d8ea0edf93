"""Every format is read again by somebody else's reader."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import duckdb
import feedparser
import jsonschema
import pyarrow.parquet
import pytest
import shapely
from sqlalchemy import select

import marsad
from marsad.data import read_table
from marsad.errors import BadUse, StoreError
from marsad.export import FORMATS, export
from marsad.export.documentation import document
from marsad.export.flat import columns
from marsad.export.gdelt import number_of
from marsad.export.tables import safe
from marsad.store import Query, Store, find, judge
from marsad.store.schema import events

ROOT = Path(__file__).parents[2]
FEATURES = {
    "type": "object",
    "required": ["type", "features"],
    "properties": {
        "type": {"const": "FeatureCollection"},
        "features": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "geometry", "properties"],
                "properties": {
                    "type": {"const": "Feature"},
                    "id": {"type": ["string", "number"]},
                    "properties": {"type": ["object", "null"]},
                    "geometry": {
                        "oneOf": [
                            {"type": "null"},
                            {
                                "type": "object",
                                "required": ["type", "coordinates"],
                                "properties": {
                                    "type": {"const": "Point"},
                                    "coordinates": {
                                        "type": "array",
                                        "minItems": 2,
                                        "maxItems": 3,
                                        "items": {"type": "number"},
                                    },
                                },
                            },
                        ]
                    },
                },
            },
        },
    },
}
ANNOTATIONS = {
    "type": "object",
    "required": ["@context", "type", "items"],
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "type": {"const": "AnnotationPage"},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "type", "target"],
                "properties": {
                    "id": {"type": "string", "format": "uri"},
                    "type": {"const": "Annotation"},
                    "target": {
                        "type": "object",
                        "required": ["source", "selector"],
                        "properties": {
                            "selector": {
                                "type": "array",
                                "prefixItems": [
                                    {
                                        "required": ["exact"],
                                        "properties": {"type": {"const": "TextQuoteSelector"}},
                                    },
                                    {
                                        "required": ["start", "end"],
                                        "properties": {"type": {"const": "TextPositionSelector"}},
                                    },
                                ],
                                "minItems": 2,
                            }
                        },
                    },
                },
            },
        },
    },
}


def written(store: Store, format: str, query: Query | None = None) -> str:
    out = io.StringIO()
    export(store, format, out, query)
    return out.getvalue()


def active(store: Store) -> list[str]:
    with store.reading() as connection:
        return list(connection.execute(select(events.c.id).where(events.c.state == "active")).scalars())


@pytest.mark.parametrize("format", [name for name in FORMATS if name != "parquet"])
def test_two_exports_are_the_same_and_an_empty_store_gives_a_valid_file(
    kept: Store, empty: Store, format: str
) -> None:
    assert written(kept, format) == written(kept, format)
    bare = written(empty, format)
    if format in ("geojson", "webannotation", "prov"):
        json.loads(bare)
    elif format in ("rss", "atom"):
        ElementTree.fromstring(bare.encode())
    elif format in ("csv", "hxl", "acled"):
        assert len(list(csv.reader(io.StringIO(bare)))) == (2 if format == "hxl" else 1)
    else:
        assert bare == ""


@pytest.mark.parametrize("format", ["csv", "hxl"])
def test_csv_has_every_event_and_no_formula(kept: Store, format: str) -> None:
    rows = list(csv.DictReader(io.StringIO(written(kept, format), newline="")))
    rows = rows[1:] if format == "hxl" else rows
    assert sorted(row["id"] for row in rows) == sorted(active(kept))
    assert all(len(row) == len(columns(format)) and None not in row for row in rows)
    assert not [cell for row in rows for cell in row.values() if cell[:1] in ("=", "@", "\t", "\r")]
    assert any("كتم" in row["quote"] for row in rows)
    for row in rows:
        assert all(not row[name] or float(row[name]) >= 0 for name in ("quantity_low", "fatalities_high"))


@pytest.mark.parametrize(
    ("cell", "kept_as"),
    [
        ("=1+1", "'=1+1"),
        ("+٢", "'+٢"),
        ("-x", "'-x"),
        ("@a", "'@a"),
        ("	b", "'	b"),
        ("＝c", "'＝c"),
        (-3.5, -3.5),
        ("أ=ب", "أ=ب"),
        (None, None),
    ],
)
def test_what_a_spreadsheet_would_run_is_escaped_and_numbers_are_not(cell: object, kept_as: object) -> None:
    assert safe(cell) == kept_as  # type: ignore[arg-type]


def test_hxl_tags_stand_in_the_second_line(kept: Store) -> None:
    tags = list(csv.reader(io.StringIO(written(kept, "hxl"))))[1]
    assert all(tag.startswith("#") for tag in tags)


def test_parquet_is_typed_and_read_by_arrow_and_duckdb(kept: Store, tmp_path: Path) -> None:
    path = tmp_path / "it's events.parquet"
    export(kept, "parquet", path)
    table = pyarrow.parquet.read_table(path)
    assert table.column_names == list(columns("parquet"))
    assert sorted(table["id"].to_pylist()) == sorted(active(kept))
    assert {type(day) for day in table["start"].to_pylist()} == {date, type(None)}
    total = duckdb.execute(
        "SELECT count(*), max(fatalities_high) FROM read_parquet(?)", [str(path)]
    ).fetchone()
    assert total is not None and total[0] == table.num_rows


def test_geojson_points_are_where_the_places_are(kept: Store) -> None:
    read = json.loads(written(kept, "geojson"))
    jsonschema.validate(read, FEATURES)
    assert sorted(feature["id"] for feature in read["features"]) == sorted(active(kept))
    located = {one.id for one in find(kept, Query(limit=1000)) if one.lat is not None}
    for feature in read["features"]:
        precision = feature["properties"]["precision"]
        if feature["geometry"] is None:
            assert precision not in ("site", "town") or feature["id"] not in located
        else:
            point = shapely.geometry.shape(feature["geometry"])
            assert -180 <= point.x <= 180 and -90 <= point.y <= 90
            assert precision in ("site", "near", "town", "district")
    taji = [f for f in read["features"] if f["properties"]["munitions_high"] == 18]
    assert (
        taji
        and shapely.distance(shapely.geometry.shape(taji[0]["geometry"]), shapely.Point(44.25, 33.52)) < 0.1
    )


def test_ndjson_has_every_claim(kept: Store) -> None:
    lines = [json.loads(line) for line in written(kept, "ndjson").splitlines()]
    assert sorted(line["id"] for line in lines) == sorted(active(kept))
    assert all(line["mentions"] and mention["quote"] for line in lines for mention in line["mentions"])


def test_acled_shape(kept: Store) -> None:
    valid = {row["code"] for row in read_table("codebook/codes.csv")}
    rows = list(csv.DictReader(io.StringIO(written(kept, "acled"), newline="")))
    assert rows and list(rows[0]) == list(columns("acled"))
    for row in rows:
        assert (
            row["event_type"] in valid
            and row["time_precision"] in "123"
            and row["geo_precision"] in ("", *"123")
        )
        assert not row["fatalities"] or int(row["fatalities"]) >= 0
        assert row["tags"].startswith(("factuality=happened", "factuality=ongoing"))


def test_gdelt_tables_fit_each_other(kept: Store) -> None:
    told = [line.split("\t") for line in written(kept, "gdelt-events").splitlines()]
    mentioned = [line.split("\t") for line in written(kept, "gdelt-mentions").splitlines()]
    assert {len(row) for row in told} == {61} and {len(row) for row in mentioned} == {16}
    assert {row[0] for row in mentioned} == {row[0] for row in told}
    numbers = [number_of(id) for id in active(kept)]
    assert len(set(numbers)) == len(numbers) and all(9 * 10**18 <= n < 2**63 for n in numbers)
    for row in told:
        assert row[28] == row[26][:2] and row[29] in "1234"
        assert int(row[31]) == sum(1 for other in mentioned if other[0] == row[0])


def test_plover_lines(kept: Store) -> None:
    valid = {row["code"] for row in read_table("codebook/codes.csv") if row["scheme"].startswith("plover")}
    for line in map(json.loads, written(kept, "plover").splitlines()):
        assert line["type"] in valid
        assert line["auxiliary_mode"] in (None, "future", "hypothetical", "negation")


def test_annotations_quote_what_the_article_says(kept: Store) -> None:
    from marsad.store.schema import articles

    read = json.loads(written(kept, "webannotation"))
    jsonschema.validate(read, ANNOTATIONS)
    with kept.reading() as connection:
        texts = connection.execute(select(articles.c.url, articles.c.id, articles.c.text)).all()
    of = {url or f"urn:marsad:{id}": text for url, id, text in texts}
    assert len({item["id"] for item in read["items"]}) == len(read["items"]) > 100
    for item in read["items"]:
        quoted, at = item["target"]["selector"]
        text = of[item["target"]["source"]]
        assert text[at["start"] : at["end"]] == quoted["exact"] != ""
        assert text[: at["start"]].endswith(quoted["prefix"]) and text[at["end"] :].startswith(
            quoted["suffix"]
        )


def test_prov_names_what_it_uses(kept: Store) -> None:
    graph = json.loads(written(kept, "prov"))["@graph"]
    known = {node["@id"] for node in graph}
    for node in graph:
        assert node["@type"] in ("prov:Activity", "prov:Entity", "prov:SoftwareAgent")
        for name in ("prov:wasAssociatedWith", "prov:wasGeneratedBy", "prov:wasDerivedFrom"):
            assert name not in node or node[name]["@id"] in known
    assert sum(node["@type"] == "prov:Entity" for node in graph) == 2 * 17


@pytest.mark.parametrize("format", ["rss", "atom"])
def test_feeds_are_read_without_complaint(kept: Store, format: str) -> None:
    read = feedparser.parse(written(kept, format))
    assert not read.bozo
    assert {entry.id.removeprefix("urn:marsad:") for entry in read.entries} <= set(active(kept))
    assert len(read.entries) == min(100, len(active(kept)))
    assert all(entry.title and entry.summary for entry in read.entries)


def test_without_a_limit_an_export_is_whole(kept: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("marsad.store.telling.MOST", 20)
    monkeypatch.setattr("marsad.store.telling.PORTION", 7)
    assert len(written(kept, "ndjson").splitlines()) == len(active(kept)) > 20


def test_feeds_link_to_web_addresses_only(tmp_path: Path) -> None:
    from marsad.store import add, open_store
    from tests.store.pages import FIGURES, record, write

    line = json.loads(record("x", "nahr", "مقتل سبعة", FIGURES)) | {"url": "javascript:alert(1)"}
    with open_store(tmp_path / "m.db") as store:
        list(add([write(tmp_path / "x.jsonl", json.dumps(line))], store))
        assert "urn:marsad:" in written(store, "rss") and "javascript" not in written(store, "rss")
        assert "javascript" not in written(store, "webannotation")


def test_filters_narrow_and_merged_events_are_no_rows(kept: Store) -> None:
    only = written(kept, "ndjson", Query(types=("handover",), limit=1000))
    assert {json.loads(line)["type"] for line in only.splitlines()} == {"handover"}
    first, second = (one.id for one in list(find(kept, Query(types=("deploy",))))[:2])
    done = judge(kept, first, second, "same", "سلمى")
    lines = [json.loads(line)["id"] for line in written(kept, "ndjson").splitlines()]
    assert sorted(lines) == sorted(active(kept)) and (first in lines) != (second in lines)
    marsad.undo(kept, done.id or 0)


def test_a_file_is_put_in_place_whole_or_not_at_all(
    kept: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "events.csv"
    marsad.export(kept, "csv", path, bom=True)
    assert path.read_bytes().startswith(b"\xef\xbb\xbfid,")
    before = path.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("marsad.export.tables.event_row", full)
    with pytest.raises(StoreError, match="No space left"):
        export(kept, "csv", path)
    assert path.read_bytes() == before and list(tmp_path.iterdir()) == [path]
    link = tmp_path / "link.csv"
    link.symlink_to(path)
    for wrong in (tmp_path, tmp_path / "none" / "x.csv", link, Path("/dev/null")):
        with pytest.raises(BadUse):
            export(kept, "csv", wrong)
    with pytest.raises(BadUse):
        export(kept, "xlsx", path)


def test_the_document_is_what_the_tables_say_and_has_every_format() -> None:
    page = (ROOT / "docs/exports.md").read_text("utf-8")
    assert page == document()
    assert {row["format"] for row in read_table("export/formats.csv")} == set(FORMATS)
