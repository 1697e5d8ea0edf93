"""The one entry of all benchmarks: `python bench/run.py NAME …`; figures on stdout, as text or with --json.

A benchmark is a module beside this one with `HELP`, `add_arguments(parser)` and `run(options)`, which returns
a dataclass of figures with `lines()`; it joins by its row in BENCHMARKS.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Mapping
from dataclasses import asdict

import linking
import reading
import sentences
from benchmark import Benchmark

import store
import where
from marsad.errors import MarsadError

BENCHMARKS: Mapping[str, Benchmark] = {
    "read": reading,
    "sentences": sentences,
    "where": where,
    "store": store,
    "linking": linking,
}


def main(arguments: list[str] | None = None) -> int:
    """Run one benchmark and print its figures; 0 fine, 1 when it cannot run, 2 for wrong use."""
    options = _parser().parse_args(arguments)
    _stay_on_one_core()
    try:
        figures = BENCHMARKS[options.name].run(options)
    except MarsadError as error:
        print(f"bench: {error}", file=sys.stderr)
        return 1
    print(json.dumps(asdict(figures), indent=1) if options.json else "\n".join(figures.lines()))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench/run.py", description=(__doc__ or "").splitlines()[0])
    named = parser.add_subparsers(dest="name", required=True, metavar="NAME")
    for name, benchmark in BENCHMARKS.items():
        own = named.add_parser(name, help=benchmark.HELP, description=benchmark.HELP)
        own.add_argument("--json", action="store_true", help="print the figures as one JSON object")
        benchmark.add_arguments(own)
    return parser


def _stay_on_one_core() -> None:
    """Hold the whole process, libraries' threads included, to one core where the system can do that."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


if __name__ == "__main__":
    sys.exit(main())
