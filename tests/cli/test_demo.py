"""The whole way for real: the bundled pages through every room, also with the network cut and in pipes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

import marsad
from tests.conftest import Run

ENVIRONMENT = {**os.environ, "COLUMNS": "80"}
GOOD = Path(marsad.__file__).parent / "data" / "demo" / "14-iraq-abughraib.txt"
MARSAD = "from marsad.cli import main; main()"
CUT = """
import socket

def cut(*args, **kwargs):
    raise OSError("the network is cut")

for name in ("create_connection", "getaddrinfo", "create_server"):
    setattr(socket, name, cut)
for name in ("connect", "connect_ex", "sendto", "bind"):
    setattr(socket.socket, name, cut)
"""


@contextmanager
def started(*args: str, before: str = "") -> Iterator[subprocess.Popen[bytes]]:
    """The command line in a process of its own, with all three streams on pipes."""
    pipe, command = subprocess.PIPE, [sys.executable, "-c", f"{before}\n{MARSAD}", *args]
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, env=ENVIRONMENT) as process:
        yield process


def printed(*args: str, given: bytes = b"", before: str = "") -> tuple[int, bytes, bytes]:
    with started(*args, before=before) as process:
        out, err = process.communicate(given, timeout=120)
    return process.returncode, out, err


def test_the_demo_prints_the_mentions_of_all_its_pages(run: Run) -> None:
    code, out, err = run("demo", "--json")
    articles = [json.loads(line) for line in out.splitlines()]
    assert code == 0 and len(articles) >= 12
    assert sum(len(article["mentions"]) for article in articles) >= 60
    assert all(article["source"].startswith("demo") for article in articles)
    assert "0 pages failed" in err


def test_the_demo_says_the_same_with_the_network_cut() -> None:
    code, out, err = printed("demo", before=CUT)
    assert code == 0 and b"mentions" in err and len(out) > 5000
    assert printed("demo")[1] == out


def test_the_network_is_really_cut() -> None:
    code = f"{CUT}\nimport urllib.request; urllib.request.urlopen('http://127.0.0.1:9')"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert b"the network is cut" in ran.stderr


def test_the_demo_as_a_page(run: Run, tmp_path: Path) -> None:
    from tests.cli.test_html import Checked

    file = tmp_path / "demo.html"
    assert run("demo", "--html", str(file))[0] == 0
    page = Checked(file.read_text("utf-8"))
    inner = {link[1:] for link in page.links if link.startswith("#")}
    assert inner <= set(page.ids) and len(page.ids) == len(set(page.ids))


@pytest.mark.parametrize("args", [["demo"], ["demo", "--json"]])
def test_a_reader_that_goes_away_ends_the_run_quietly(args: list[str]) -> None:
    with started(*args) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        err = process.stderr.read().decode("utf-8")
    assert process.returncode == 141
    assert "Traceback" not in err and "Broken" not in err


def test_ctrl_c_while_reading_standard_input_is_one_line() -> None:
    with started("read", "-") as process:
        assert process.stdin and process.stderr
        process.stdin.write(b"word \n" * 60_000)  # more than a pipe holds: the program is reading by now
        process.stdin.flush()
        for _ in range(15):  # a signal between two reads of C code waits for the next one
            process.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                process.wait(2)
                break
        process.kill()
        err = process.stderr.read().decode("utf-8")
    assert (process.returncode, err) == (130, "marsad: interrupted\n")


def test_a_page_on_standard_input() -> None:
    code, out, err = printed("read", "-", "--json", given=GOOD.read_bytes())
    article = json.loads(out)
    assert code == 0 and article["source"] == "-" and article["mentions"] and b"0 pages failed" in err


BAD = {
    "empty.html": b"",
    "cut.gz": b"\x1f\x8b\x08\x00\x00",
    "picture.html": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
    "english.txt": b"The coalition said on Thursday that it had left the base in northern Iraq. " * 9,
}


def test_bad_pages_are_a_line_each_and_the_good_one_is_read(tmp_path: Path) -> None:
    for name, data in BAD.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_bytes(GOOD.read_bytes())
    code, out, err = printed("read", str(tmp_path), str(tmp_path / "absent.html"), "--json")
    lines = err.decode("utf-8").splitlines()
    assert code == 1 and len(out.splitlines()) == 1
    assert len(lines) == len(BAD) + 2 and lines[-1].endswith("5 pages failed")
    for name in [*BAD, "absent.html"]:
        [line] = [line for line in lines if name in line]
        assert "unexpected" not in line


@pytest.mark.parametrize(
    ("closed", "code", "told"),
    [
        ("- --json <&-", 1, "-: expected a readable file, found no standard input"),
        (f"{GOOD} --json 2>&-", 0, ""),
        (f"{GOOD} no/such/page --json 2>&-", 1, ""),
        (f"{GOOD} --json >&-", 1, "marsad: no standard output: it is closed"),
    ],
)
def test_a_closed_stream_is_said_in_plain_words(closed: str, code: int, told: str) -> None:
    shell = f'{sys.executable} -c "{MARSAD}" read {closed}'
    ran = subprocess.run(["sh", "-c", shell], stdin=subprocess.DEVNULL, capture_output=True, check=False)
    err = ran.stderr.decode("utf-8")
    assert ran.returncode == code and told in err and "unexpected" not in err and "Traceback" not in err
    assert ("--json 2>" not in closed) or json.loads(ran.stdout)["mentions"]
