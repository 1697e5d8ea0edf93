"""The whole way for real: the bundled pages through every room, also with the network cut and in pipes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Run

MARSAD = "from marsad.cli import main; main()"
CUT = """
import socket

def cut(*args, **kwargs):
    raise OSError("the network is cut")

for name in ("socket", "create_connection", "getaddrinfo", "create_server"):
    setattr(socket, name, cut)
"""


def start(*args: str, before: str = "") -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", f"{before}\n{MARSAD}", *args]
    return subprocess.Popen(
        command, stdin=pipe, stdout=pipe, stderr=pipe, env={**os.environ, "COLUMNS": "80"}
    )


def test_the_demo_prints_the_mentions_of_all_its_pages(run: Run) -> None:
    code, out, err = run("demo", "--json")
    articles = [json.loads(line) for line in out.splitlines()]
    assert code == 0 and len(articles) >= 12
    assert sum(len(article["mentions"]) for article in articles) >= 60
    assert all(article["source"].startswith("demo") for article in articles)
    assert "0 pages failed" in err


def test_the_demo_says_the_same_with_the_network_cut(run: Run) -> None:
    cut = start("demo", before=CUT)
    out, err = cut.communicate(timeout=60)
    assert cut.returncode == 0 and b"mentions" in err
    with_network = start("demo").communicate(timeout=60)[0]
    assert out == with_network and len(out) > 5000


def test_the_network_is_really_cut() -> None:
    code = f"{CUT}\nimport urllib.request; urllib.request.urlopen('http://127.0.0.1:9')"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert b"the network is cut" in ran.stderr


def test_the_demo_as_a_page(run: Run, tmp_path: Path) -> None:
    from test_html import Checked

    file = tmp_path / "demo.html"
    assert run("demo", "--html", str(file))[0] == 0
    page = Checked(file.read_text("utf-8"))
    inner = {link[1:] for link in page.links if link.startswith("#")}
    assert inner <= set(page.ids) and len(page.ids) == len(set(page.ids))


@pytest.mark.parametrize("args", [["demo"], ["demo", "--json"]])
def test_a_reader_that_goes_away_ends_the_run_quietly(args: list[str]) -> None:
    ran = start(*args)
    assert ran.stdin and ran.stdout and ran.stderr
    ran.stdout.close()
    err = ran.stderr.read().decode("utf-8")
    assert ran.wait(60) == 141
    assert "Traceback" not in err and "Broken" not in err


def test_ctrl_c_while_reading_standard_input_is_one_line() -> None:
    ran = start("read", "-")
    assert ran.stdin and ran.stderr
    ran.stdin.write(b" \n" * 200_000)  # more than a pipe holds: returns once the program has begun to read
    ran.stdin.flush()
    ran.send_signal(signal.SIGINT)
    _, err = ran.communicate(timeout=60)
    assert (ran.returncode, err.decode("utf-8")) == (130, "marsad: interrupted\n")


def test_a_page_on_standard_input(run: Run) -> None:
    page = Path(__file__).parents[2] / "src/marsad/data/demo/14-iraq-abughraib.txt"
    out, err = start("read", "-", "--json").communicate(page.read_bytes(), timeout=60)
    article = json.loads(out)
    assert article["source"] == "-" and article["mentions"] and b"0 pages failed" in err


def test_bad_pages_are_a_line_each_and_the_good_one_is_read(tmp_path: Path) -> None:
    good = Path(__file__).parents[2] / "src/marsad/data/demo/14-iraq-abughraib.txt"
    bad = {
        "empty.html": b"",
        "cut.gz": b"\x1f\x8b\x08\x00\x00",
        "picture.html": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
        "english.txt": b"The coalition said on Thursday that it had left the base in northern Iraq. " * 9,
    }
    for name, data in bad.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_bytes(good.read_bytes())
    ran = start("read", str(tmp_path), str(tmp_path / "absent.html"), "--json")
    out, err = ran.communicate(timeout=60)
    lines = err.decode("utf-8").splitlines()
    assert ran.returncode == 1 and len(out.splitlines()) == 1
    assert len(lines) == len(bad) + 2 and "5 pages failed" in lines[-1]
    for name in [*bad, "absent.html"]:
        [line] = [line for line in lines if name in line]
        assert "unexpected" not in line and "Traceback" not in line
