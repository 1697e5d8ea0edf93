"""`marsad evaluate`: score the coder against a gold file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from marsad.cli.fields import plain
from marsad.cli.streams import refuse_input, stdin
from marsad.errors import BadUse
from marsad.evaluation import (
    differences,
    evaluate_linking,
    mismatches,
    report,
    report_json,
    report_linking,
    report_linking_json,
    report_parts,
    report_parts_json,
    write_predictions,
)
from marsad.evaluation import evaluate as evaluate_gold


def evaluate(  # noqa: PLR0913 - one parameter an option
    gold: Annotated[
        Path | None,
        typer.Argument(
            metavar="GOLD", help="Articles with their mentions, JSON Lines, also gzip; - is standard input."
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Write the figures as one JSON object.")] = False,
    errors: Annotated[
        int, typer.Option("--errors", metavar="N", min=0, help="List the first N differences.")
    ] = 0,
    predictions: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write what was coded, in the gold's format.")
    ] = None,
    parts: Annotated[
        bool,
        typer.Option("--parts", help="Figures of each room alone, and of the arguments of matched mentions."),
    ] = False,
    linking: Annotated[
        Path | None, typer.Option(metavar="GROUPS", help="Score linking: articles grouped by event, as JSON.")
    ] = None,
    articles: Annotated[
        Path | None, typer.Option(metavar="FILE", help="With --linking: the articles, JSON Lines, also gzip.")
    ] = None,
    whole: Annotated[
        bool, typer.Option("--whole", help="With --linking: add all articles, not only those it names.")
    ] = False,
) -> int:
    """Code every article of a gold file and print precision, recall and F1 by the codebook's rules."""
    if linking is not None or articles is not None:
        if linking is None or articles is None or gold is not None:
            raise BadUse("--linking GROUPS and --articles FILE go together, without a gold file")
        return _linking(linking, articles, whole, json)
    if gold is None:
        raise BadUse("expected a gold file, or --linking GROUPS with --articles FILE; found neither")
    refuse_input("--predictions", predictions, str(gold))
    found = evaluate_gold(gold, stdin=stdin())
    for failure in found.failures:
        sys.stderr.write(f"marsad: {plain(failure.source)}: {plain(failure.message)}\n")
    if not found.coded:  # figures of nothing would look like figures
        return 1
    if predictions:
        write_predictions(predictions, found.coded)
    as_json, as_text = (report_parts_json, report_parts) if parts else (report_json, report)
    sys.stdout.write((as_json(found.score) if json else as_text(found.score)) + "\n")
    # The figures as JSON stay one object: the list of differences is talk then.
    listed = sys.stderr if json else sys.stdout
    told = (
        mismatches(found.mismatches, errors) if found.mismatches else differences(found.differences, errors)
    )
    listed.writelines(f"\n{text}" for text in told)
    return 1 if found.failures else 0


def _linking(groups: Path, articles: Path, whole: bool, json: bool) -> int:
    """Score linking and print the figures."""
    found = evaluate_linking(groups, articles, whole)
    for failure in found.failures:
        sys.stderr.write(f"marsad: {plain(failure.source)}: {plain(failure.message)}\n")
    sys.stdout.write((report_linking_json(found) if json else report_linking(found)) + "\n")
    return 1 if found.failures or found.absent else 0
