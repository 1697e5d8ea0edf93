"""Whatever goes wrong with a store is one clear line without a password, and what was kept stays kept."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import text

from marsad.errors import StoreDamaged, StoreError, StoreLocked, StoreReadOnly, StoreUnreadable
from marsad.store import add, check_store, find, judge, open_store, opening
from marsad.store.runs import start_run
from tests.conftest import Run
from tests.store.pages import content, two_reports, write
from tests.store.test_killing import own_records

COMMAND = [sys.executable, "-c", "from marsad.cli import main; main()"]


def one_line(err: str) -> str:
    assert err.startswith("marsad: ") and err.count("\n") == 1 and "Traceback" not in err, err
    return err


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A store's file with two reports in it."""
    path = tmp_path / "kept.db"
    with open_store(path) as store:
        list(add([two_reports(tmp_path)], store))
    return path


def test_a_full_disk_loses_nothing_and_the_same_command_goes_on(tmp_path: Path) -> None:
    """The file may grow to 400 KB only; then there is room again."""
    path = write(tmp_path / "own.jsonl", *own_records())
    script = (
        "from marsad.store import adding; adding.BATCH = 4; from marsad.cli import main;"
        f"main(['add', {str(path)!r}, '--store', {str(tmp_path / 'm.db')!r}])"
    )
    limit = 400_000
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        encoding="utf-8",
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )
    assert done.returncode == 1 and "disk full" in one_line(done.stderr)
    health = check_store(str(tmp_path / "m.db"))
    assert health.problems == () and 0 < health.counts["pages"] < 60
    with open_store(tmp_path / "m.db") as store, open_store(tmp_path / "whole.db") as whole:
        list(add([path], store))
        list(add([path], whole))
        assert content(store) == content(whole)


def test_a_read_only_file_is_read_and_refused_to_writers(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write anything
    with open_store(kept) as store:
        assert list(find(store))
        with pytest.raises(StoreReadOnly, match="read-only"):
            list(add([two_reports(tmp_path)], store))


def test_changes_that_still_lie_in_the_log_are_seen_in_a_read_only_file(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store(kept) as store, store.writing() as connection:
        connection.execute(text("UPDATE articles SET outlet = 'changed'"))
        connection.commit()
        for end in ("", "-wal", "-shm"):
            shutil.copy(f"{kept}{end}", f"{tmp_path / 'copy.db'}{end}")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with open_store(tmp_path / "copy.db") as store, store.reading() as connection:
        assert set(connection.execute(text("SELECT outlet FROM articles")).scalars()) == {"changed"}


def test_without_leave_for_the_lock_nothing_is_judged(kept: Path) -> None:
    Path(f"{kept}.lock").unlink(missing_ok=True)
    Path(f"{kept}.lock").mkdir()
    with open_store(kept) as store, pytest.raises(StoreReadOnly, match="lock"):
        judge(store, "m1", "m2", "same", "سلمى")


@pytest.mark.parametrize("name", ["no/such/m.db", "folder", "text.db", "other.db"])
def test_what_is_no_store_is_refused_and_left_alone(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "text.db").write_text("وثيقة قديمة " * 200, "utf-8")
    with sqlite3.connect(tmp_path / "other.db") as connection:
        connection.execute("CREATE TABLE notes (line TEXT)")
    connection.close()
    before = {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    code, out, err = run("add", str(two_reports(tmp_path)), "--store", str(tmp_path / name))
    assert (code, out) == (1, "")
    assert name in one_line(err) and "expected" in err
    assert all(path.read_bytes() == data for path, data in before.items())


@pytest.mark.parametrize("command", [("find",), ("show", "e1"), ("judge", "--undo", "1"), ("forget", "nahr")])
def test_only_add_makes_a_store(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    code, out, err = run(*command, "--store", str(tmp_path / "none.db"))
    assert (code, out) == (1, "") and "marsad add makes one" in one_line(err)
    assert not (tmp_path / "none.db").exists()


def test_a_damaged_file_is_told_of(kept: Path, run: Run) -> None:
    data = bytearray(kept.read_bytes())
    data[8192 : len(data) - 8192] = b"\x5a" * (len(data) - 16384)
    kept.write_bytes(data)
    with pytest.raises(StoreDamaged), open_store(kept) as store:
        list(find(store))
    code, _, err = run("doctor", "--store", str(kept))
    assert code == 1 and "damaged" in err and "Traceback" not in err


SECRET = "geheim"


@pytest.mark.parametrize(
    "url",
    [
        f"postgresql://reader:{SECRET}@127.0.0.1:1/news",
        f"postgresql://reader:{SECRET}@host:port/news",
        f"mysql://reader:{SECRET}@127.0.0.1/news",
    ],
)
def test_a_password_is_never_shown(run: Run, url: str) -> None:
    for command in (("find",), ("doctor",), ("doctor", "--json")):
        code, out, err = run(*command, "--store", url)
        assert code in (1, 2) and "expected" in err
        assert SECRET not in out + err and "Traceback" not in err


def test_a_wrong_password_or_database_is_one_line(server: str) -> None:
    where = f"postgresql://nobody:{SECRET}@/nowhere?host={server}"
    with pytest.raises(StoreUnreadable) as raised, open_store(where):
        pass
    assert SECRET not in str(raised.value) and "\n" not in str(raised.value)


def test_a_server_that_goes_away_is_one_line(postgres: str, tmp_path: Path) -> None:
    with open_store(postgres) as store, pytest.raises(StoreError) as raised, store.reading() as connection:
        connection.exec_driver_sql("SELECT pg_terminate_backend(pg_backend_pid())")
    assert "\n" not in str(raised.value)


def test_without_the_driver_the_extra_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    code, _, err = run("find", "--store", "postgresql://reader@host/news")
    assert code == 1 and "pip install 'marsad[postgres]'" in one_line(err)


def test_interrupted_add_says_what_is_kept(tmp_path: Path) -> None:
    path = write(tmp_path / "own.jsonl", *own_records())
    script = (
        "import time; from marsad.store import adding; adding.BATCH = 4; keep = adding._keep;"
        "adding._keep = lambda *given: (time.sleep(0.2), keep(*given))[1]; from marsad.cli import main;"
        f"main(['add', '--json', {str(path)!r}, '--store', {str(tmp_path / 'm.db')!r}])"
    )
    process = subprocess.Popen(
        [sys.executable, "-u", "-c", script],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert process.returncode == 130 and "the same command goes on from there" in one_line(err)
    assert 0 < check_store(str(tmp_path / "m.db")).counts["pages"] < 60


def test_whoever_waits_to_write_hears_ctrl_c(tmp_path: Path) -> None:
    """SQLite's own wait is deaf: it would hold a terminal for as long as another process links."""
    where, until = tmp_path / "marsad.db", time.monotonic() + 30
    code = "import sys; from marsad.store import open_store\nwith open_store(sys.argv[1]) as s:\n"
    code += " print('here', flush=True)\n with s.writing(): print('wrote')"
    with open_store(where) as store, store.writing():
        waiting = subprocess.Popen([sys.executable, "-c", code, where], stdout=-1, stderr=-1, text=True)
        assert waiting.stdout is not None and waiting.stdout.readline() == "here\n"
        time.sleep(0.3)
        waiting.send_signal(signal.SIGINT)
        out, err = waiting.communicate(timeout=until - time.monotonic())
    assert "KeyboardInterrupt" in err and "wrote" not in out


def test_a_writer_outlasts_the_wait_of_the_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOMENT", 10)
    with open_store(tmp_path / "marsad.db") as store, ThreadPoolExecutor(1) as pool:
        with store.writing():
            number = pool.submit(start_run, store, "add")
            time.sleep(0.5)
            assert not number.done()
        assert number.result(10) == 1


def test_a_writer_that_waited_too_long_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "PATIENCE", 0.1)
    monkeypatch.setattr(opening, "MOMENT", 10)
    with open_store(tmp_path / "marsad.db") as one, open_store(tmp_path / "marsad.db") as other:
        with one.writing(), pytest.raises(StoreLocked, match="give the command again"):
            start_run(other, "add")
        assert start_run(other, "add") == 1
