"""Run apart from the tests: adds pages to a store in children that are killed, then in one that is not.

Called as: python -m tests.store.killed STORE PATH SECONDS…, one kill after each of the seconds. The children
are forked from one process that has everything at hand, so that a kill falls into the work.
"""

from __future__ import annotations

import os
import signal
import sys
import time

import splink  # noqa: F401 - imported before the forks; `same` imports it where it is first used

import marsad
from marsad.store import add, adding, open_store


def work(where: str, path: str) -> None:
    adding.BATCH = 4  # many transactions, so that many kinds of half-done work are seen
    with open_store(where) as store:
        for found in add([path], store):
            assert getattr(found, "state", None), found


def start(where: str, path: str) -> int:
    child = os.fork()
    if child == 0:
        code = 1
        try:
            work(where, path)
            code = 0
        finally:
            os._exit(code)
    return child


def main(where: str, path: str, *kills: str) -> int:
    list(marsad.read([path]))  # what the coder reads from its tables at first is there before the forks
    print("ready", flush=True)
    for seconds in map(float, kills):
        child = start(where, path)
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        print("killed" if os.WIFSIGNALED(status) else "done", flush=True)
    _, status = os.waitpid(start(where, path), 0)
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
