"""`marsad evaluate`: score the coder against a gold file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from marsad.cli.fields import plain
from marsad.cli.streams import refuse_input, stdin
from marsad.evaluation import differences, report, report_json, write_predictions
from marsad.evaluation import evaluate as evaluate_gold


def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(
            metavar="GOLD", help="Articles with their mentions, JSON Lines, also gzip; - is standard input."
        ),
    ],
    json: Annotated[bool, typer.Option("--json", help="Write the figures as one JSON object.")] = False,
    errors: Annotated[
        int, typer.Option("--errors", metavar="N", min=0, help="List the first N differences.")
    ] = 0,
    predictions: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write what was coded, in the gold's format.")
    ] = None,
) -> int:
    """Code every article of a gold file and print precision, recall and F1 by the codebook's rules."""
    refuse_input("--predictions", predictions, str(gold))
    found = evaluate_gold(gold, stdin=stdin())
    for failure in found.failures:
        sys.stderr.write(f"marsad: {plain(failure.source)}: {plain(failure.message)}\n")
    if not found.coded:  # figures of nothing would look like figures
        return 1
    if predictions:
        write_predictions(predictions, found.coded)
    sys.stdout.write((report_json(found.score) if json else report(found.score)) + "\n")
    # The figures as JSON stay one object: the list of differences is talk then.
    listed = sys.stderr if json else sys.stdout
    listed.writelines(f"\n{text}" for text in differences(found.differences, errors))
    return 1 if found.failures else 0
