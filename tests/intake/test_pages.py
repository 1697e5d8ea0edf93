"""Files, folders, standard input, gzip and JSON Lines to pages; what cannot be used is told in one line."""

import gzip
import io
import itertools
import json
import os
import signal
import socket
import threading
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from marsad.intake import SIZE_LIMIT, pages, read_pages, sources
from marsad.records import Failure, Page

TEXT = "غادرت آخر دفعة من الجنود الهولنديين معسكر التدريب قرب أربيل.\n".encode()
RECORD = {"title": "انسحاب من معسكر", "text": "غادر الجنود المعسكر أمس.", "published": "2020-02-03"}
LINE = json.dumps(RECORD, ensure_ascii=False).encode() + b"\n"


def read(*paths: Path | str, stdin: bytes | None = None) -> list[Page | Failure]:
    return list(read_pages(map(str, paths), io.BytesIO(stdin) if stdin is not None else None))


def seen(items: list[Page | Failure]) -> list[tuple[str, str]]:
    """Each item as its source's name and its media or error."""
    return [(Path(i.source).name, i.media if isinstance(i, Page) else i.error) for i in items]


@pytest.mark.parametrize(
    ("name", "data", "media"),
    [
        ("a.txt", TEXT, "text"),
        ("a.html", b"<p>" + TEXT, "html"),
        ("saved", b"\xef\xbb\xbf <!DOCTYPE html><html>" + TEXT, "html"),
        ("saved", "<html><body>هدوء حذر".encode("utf-16"), "html"),
        ("saved", "هدوء حذر في المدينة".encode("utf-16"), "text"),
        ("saved", "هدوء حذر في المدينة".encode("utf-16-le"), "text"),
        ("saved", "هدوء حذر في المدينة".encode("windows-1256"), "text"),
        ("a.json", json.dumps(RECORD, indent=2).encode(), "record"),
    ],
)
def test_a_file_is_one_page(tmp_path: Path, name: str, data: bytes, media: str) -> None:
    (tmp_path / name).write_bytes(data)
    for file in (name, name + ".gz"):
        (tmp_path / (name + ".gz")).write_bytes(gzip.compress(data))
        [page] = read(tmp_path / file)
        assert isinstance(page, Page)
        assert (page.media, page.data, page.source) == (media, data, str(tmp_path / file))
        assert len(page.sha256) == 64 and page.fetched_at is None


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.txt", "a.jsonl.gz"])
def test_json_lines_are_one_page_a_line_and_a_broken_line_is_one_failure(tmp_path: Path, name: str) -> None:
    data = LINE + b"\n" + b'{"title": "broken\n' + b"[1]\n" + b'{"id": 4}\n' + LINE.rstrip()
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    assert seen(read(tmp_path / name)) == [
        (f"{name}#1", "record"),
        (f"{name}#3", "SourceUnreadable"),
        (f"{name}#4", "SourceUnreadable"),
        (f"{name}#5", "SourceUnreadable"),
        (f"{name}#6", "record"),
    ]


def test_standard_input_may_be_text_records_or_gzip() -> None:
    assert seen(read("-", stdin=TEXT)) == [("-", "text")]
    assert seen(read("-", stdin=LINE * 2)) == [("-#1", "record"), ("-#2", "record")]
    assert seen(read("-", stdin=gzip.compress(LINE))) == [("-#1", "record")]


def test_folders_are_read_through_in_order_without_hidden_files(tmp_path: Path) -> None:
    (tmp_path / "b" / ".git").mkdir(parents=True)
    for name in ("b/2.txt", "b/1.txt", "a.txt", ".hidden.txt", "b/.git/x.txt"):
        (tmp_path / name).write_bytes(TEXT)
    (tmp_path / "loop").symlink_to(tmp_path)
    assert seen(read(tmp_path)) == [("a.txt", "text"), ("1.txt", "text"), ("2.txt", "text")]


BAD = {
    "empty.txt": (b"", "SourceUnreadable", "empty"),
    "blank.txt": (b" \n\n", "SourceUnreadable", "empty"),
    "empty.html.gz": (gzip.compress(b""), "SourceUnreadable", "empty"),
    "cut.txt.gz": (gzip.compress(TEXT * 50)[:-9], "SourceUnreadable", "early end"),
    "broken.txt.gz": (gzip.compress(TEXT * 50)[:20] + b"\xff" * 600, "SourceUnreadable", "damage"),
    "program": (b"\x7fELF\x02\x01" + bytes(200), "NotText", "program"),
    "picture.html": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "NotText", "PNG"),
    "paper.pdf": (b"%PDF-1.7\n" + bytes(50), "NotText", "PDF"),
    "noise.bin": (bytes(range(1, 32)) * 20, "NotText", "binary"),
    "list.json": (b"[1, 2]", "SourceUnreadable", "list"),
}


@pytest.mark.parametrize("name", BAD)
def test_each_bad_file_gives_one_clear_line_and_the_rest_is_read(tmp_path: Path, name: str) -> None:
    data, error, reason = BAD[name]
    (tmp_path / "good1.txt").write_bytes(TEXT)
    (tmp_path / name).write_bytes(data)
    (tmp_path / "zgood2.txt").write_bytes(TEXT)
    items = read(tmp_path)
    assert sorted(seen(items)) == sorted([("good1.txt", "text"), (name, error), ("zgood2.txt", "text")])
    [failure] = [item for item in items if isinstance(item, Failure)]
    assert failure.room == "intake" and "\n" not in failure.message
    assert all(words in failure.message for words in (name, "expected", "found", reason))


def test_missing_paths_dangling_links_and_forbidden_files_are_failures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT)
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "forbidden.txt").write_bytes(TEXT)
    raw = sources._raw

    def guarded(path: str, stdin: Any) -> Any:  # root may read everything, so the refusal is made here
        if path.endswith("forbidden.txt"):
            raise PermissionError(13, "Permission denied")
        return raw(path, stdin)

    monkeypatch.setattr(sources, "_raw", guarded)
    items = read(tmp_path, tmp_path / "missing.html")
    told = {Path(i.source).name: i.message for i in items if isinstance(i, Failure)}
    assert set(told) == {"dangling.txt", "forbidden.txt", "missing.html"}
    assert "no permission" in told["forbidden.txt"] and "no such file" in told["missing.html"]
    assert [i.source for i in items if isinstance(i, Page)] == [str(tmp_path / "a.txt")]


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    assert seen(read(tmp_path)) == [(tmp_path.name, "SourceUnreadable")]


def test_a_page_or_record_over_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "SIZE_LIMIT", 1000)
    big = json.dumps({"title": "ا", "text": "ب" * 3000}).encode() + b"\n"
    (tmp_path / "a.jsonl").write_bytes(LINE + big + LINE)
    (tmp_path / "b.txt").write_bytes(TEXT * 100)
    assert seen(read(tmp_path)) == [
        ("a.jsonl#1", "record"),
        ("a.jsonl#2", "SourceUnreadable"),
        ("a.jsonl#3", "record"),
        ("b.txt", "SourceUnreadable"),
    ]


def test_a_gzip_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert SIZE_LIMIT == 20_000_000
    monkeypatch.setattr(pages, "SIZE_LIMIT", 1_000_000)
    (tmp_path / "bomb.txt.gz").write_bytes(gzip.compress(b"a" * 50_000_000))
    tracemalloc.start()
    [failure] = read(tmp_path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(failure, Failure) and "1 MB" in failure.message
    assert peak < 5_000_000


def test_records_are_streamed_one_by_one() -> None:
    """An endless input gives its first pages at once."""

    class Endless(io.RawIOBase):
        lines: Iterator[bytes] = itertools.cycle([LINE])

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            line = next(self.lines)
            buffer[: len(line)] = line
            return len(line)

    stream = read_pages(["-"], io.BufferedReader(Endless()))
    assert [item.source for item in itertools.islice(stream, 3)] == ["-#1", "-#2", "-#3"]


def test_odd_file_names_are_shown_on_one_line(tmp_path: Path) -> None:
    (tmp_path / "a\nb.txt").write_bytes(b"")
    [failure] = read(tmp_path)
    assert isinstance(failure, Failure) and "\n" not in failure.message + failure.source


def in_time(*paths: Path | str) -> list[Page | Failure]:
    """The pages, or a failed test where reading waits for a pipe that nobody writes to."""

    def stop(*_: object) -> None:
        raise AssertionError("reading waits")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(10)
    try:
        return read(*paths)
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def test_pipes_sockets_and_devices_in_a_folder_are_told_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT)
    (tmp_path / "z.txt").write_bytes(TEXT)
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "device.txt").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(os.path.relpath(tmp_path / "socket.txt"))
    items = in_time(tmp_path)
    told = {Path(i.source).name: i.message for i in items if isinstance(i, Failure)}
    assert set(told) == {"pipe.txt", "device.txt", "socket.txt"}
    assert "found a pipe;" in told["pipe.txt"] and "found a device;" in told["device.txt"]
    assert "found a socket;" in told["socket.txt"]
    assert [Path(i.source).name for i in items if isinstance(i, Page)] == ["a.txt", "z.txt"]


def test_a_pipe_that_the_user_names_is_read(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(TEXT,))
    writer.start()
    assert seen(in_time(pipe)) == [("pipe", "text")]
    writer.join()


def test_a_link_to_itself_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT)
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "z.txt").write_bytes(TEXT)
    items = read(tmp_path, tmp_path / "loop.txt")
    assert seen(items) == [
        ("a.txt", "text"),
        ("loop.txt", "SourceUnreadable"),
        ("z.txt", "text"),
        ("loop.txt", "SourceUnreadable"),
    ]
    assert all("leads back to itself" in i.message for i in items if isinstance(i, Failure))


def test_a_link_to_a_folder_elsewhere_is_told(tmp_path: Path) -> None:
    for name in ("here/.hidden/x.txt", "here/a.txt", "there/b.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(TEXT)
    for name, target in {"up": "..", "out": "../there", "secret": ".hidden", "self": "."}.items():
        (tmp_path / "here" / name).symlink_to(target)
    items = read(tmp_path / "here")
    told = {Path(i.source).name: i.message for i in items if isinstance(i, Failure)}
    assert set(told) == {"up", "out", "secret"} and str(tmp_path / "there") in told["out"]
    assert [Path(i.source).name for i in items if isinstance(i, Page)] == ["a.txt"]


def test_an_empty_folder_beside_pages_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "empty" / "more").mkdir(parents=True)
    assert seen(read(tmp_path)) == [(tmp_path.name, "SourceUnreadable")]
    (tmp_path / "a.txt").write_bytes(TEXT)
    assert seen(read(tmp_path)) == [("a.txt", "text")]


@pytest.mark.parametrize("after", [b"", b"trailing garbage", bytes(600), b"\x1f", gzip.compress(TEXT)])
def test_bytes_after_gzip_data_are_passed_by_and_members_are_joined(tmp_path: Path, after: bytes) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(TEXT * 2000) + after)
    [page] = read(tmp_path)
    assert isinstance(page, Page)
    assert page.data == TEXT * (2001 if after.startswith(b"\x1f\x8b") else 2000)


def test_a_wrong_checksum_in_gzip_data_is_told(tmp_path: Path) -> None:
    packed = bytearray(gzip.compress(TEXT))
    packed[-8] ^= 1
    (tmp_path / "a.txt.gz").write_bytes(packed)
    [failure] = read(tmp_path)
    assert isinstance(failure, Failure) and "damage" in failure.message


@pytest.mark.parametrize("count", [1, 2, 30])
def test_a_broken_first_line_does_not_hide_json_lines(tmp_path: Path, count: int) -> None:
    (tmp_path / "a.txt").write_bytes(b"{broken\n" + LINE * count)
    records = [(f"a.txt#{n}", "record") for n in range(2, count + 2)]
    assert seen(read(tmp_path)) == [("a.txt#1", "SourceUnreadable"), *records]


def test_text_that_begins_with_a_brace_is_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"{" + TEXT * 3)
    (tmp_path / "b.txt").write_bytes(b'{"a":' * 1000)
    assert seen(read(tmp_path)) == [("a.txt", "text"), ("b.txt", "text")]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (b'{"title": "a", "text": 5}', 'found a number in "text";'),
        (b'{"title": ["a"], "text": "b"}', 'found a list in "title";'),
        (b'{"title": null, "text": true}', 'found true or false in "text";'),
        (b'{"title": null, "text": null}', "found neither of them"),
        (b"null", "found null;"),
        (b"5", "found a number;"),
        (b"5" * 5000, "found a number;"),
        (b'"a"', "found a text;"),
        (b"[1]", "found a list;"),
        (b'{"title": "a"', "broken JSON (Expecting ',' delimiter at character 14)"),
        (b'{"title": "\xff"}', "broken JSON (bytes that are not UTF-8)"),
        (b"[" * 100_000, "found JSON nested too deep;"),
    ],
)
def test_what_is_wrong_with_a_record_is_told_in_plain_words(tmp_path: Path, line: bytes, found: str) -> None:
    (tmp_path / "a.jsonl").write_bytes(line + b"\n" + LINE)
    failure, page = read(tmp_path)
    assert isinstance(failure, Failure) and isinstance(page, Page)
    assert found in failure.message and failure.message.count(";") == 1


def test_a_number_of_any_length_breaks_no_record(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'{"title": "a", "views": ' + b"9" * 5000 + b"}")
    assert seen(read(tmp_path)) == [("a.jsonl#1", "record")]
