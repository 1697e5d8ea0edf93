"""The README's worked example: `python tests/cli/readme.py` puts in what the command prints now."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
BLOCK = re.compile(
    r"(<!-- example: .*? -->\n)```console\n\$ (.*?)\n(.*?)```\n(<!-- end of example -->)", re.S
)


def printed(command: str) -> str:
    """What the command prints at 80 columns, without the blanks at the ends of lines."""
    name, *args = shlex.split(command)
    assert name == "marsad"
    ran = subprocess.run(
        [sys.executable, "-c", "from marsad.cli import main; main()", *args],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "80"},
        stdout=subprocess.PIPE,
        check=True,
    )
    lines = ran.stdout.decode("utf-8").splitlines()
    return "\n".join(line.rstrip() for line in lines).strip("\n") + "\n"


def with_output(readme: str) -> str:
    """The README with the example's output as it is now."""
    return BLOCK.sub(lambda m: f"{m[1]}```console\n$ {m[2]}\n{printed(m[2])}```\n{m[4]}", readme)


if __name__ == "__main__":
    README.write_text(with_output(README.read_text("utf-8")), "utf-8")
