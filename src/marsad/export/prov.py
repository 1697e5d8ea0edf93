"""PROV-O (JSON-LD): a run is an activity, coder and data its agent, pages are used, articles are made."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import IO

from marsad.store import Provenance

CONTEXT = {
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def write_prov(runs: Iterable[Provenance], out: IO[str]) -> None:
    """One JSON-LD document over all runs."""
    out.write(f'{{"@context": {json.dumps(CONTEXT)}, "@graph": [')
    first = True
    for run in runs:
        for node in _nodes(run):
            out.write(("\n" if first else ",\n") + json.dumps(node, ensure_ascii=False))
            first = False
    out.write("\n]}\n")


def _nodes(run: Provenance) -> Iterator[dict[str, object]]:
    agent, activity = f"urn:marsad:coder:{run.coder}:{run.data}", f"urn:marsad:run:{run.id}"
    yield {"@id": agent, "@type": "prov:SoftwareAgent", "rdfs:label": f"marsad {run.coder}, data {run.data}"}
    yield {
        "@id": activity,
        "@type": "prov:Activity",
        "rdfs:label": f"marsad {run.command}",
        "prov:startedAtTime": _moment(run.started_at),
        **({"prov:endedAtTime": _moment(run.ended_at)} if run.ended_at else {}),
        "prov:wasAssociatedWith": {"@id": agent},
        "prov:used": [{"@id": f"urn:sha256:{page.sha256}"} for page in run.pages],
    }
    for page in run.pages:
        fetched = {"prov:generatedAtTime": _moment(page.fetched_at)} if page.fetched_at else {}
        yield {
            "@id": f"urn:sha256:{page.sha256}",
            "@type": "prov:Entity",
            "rdfs:label": page.source,
            **fetched,
        }
        yield {
            "@id": f"urn:marsad:{page.article}",
            "@type": "prov:Entity",
            "prov:wasGeneratedBy": {"@id": activity},
            "prov:wasDerivedFrom": {"@id": f"urn:sha256:{page.sha256}"},
        }


def _moment(at: datetime) -> dict[str, str]:
    return {"@value": f"{at.isoformat()}Z", "@type": "xsd:dateTime"}
