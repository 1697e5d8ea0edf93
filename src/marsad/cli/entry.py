"""The way in: whatever goes wrong becomes one clear line on stderr and an exit code, never a traceback.

0: fine; 1: a problem in the data or the installation; 2: wrong use. Interrupted: 130; a closed pipe: 141,
both as a shell reports them.
"""

from __future__ import annotations

import io
import logging
import os
import sys
from collections.abc import Sequence

from marsad.errors import BadUse, MarsadError

INTERRUPTED, PIPE_CLOSED = 130, 141
log = logging.getLogger(__name__)


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    _check_streams()
    _speak_utf8()
    try:
        code = _run(args)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # so that the interpreter's last flush is quiet
        code = PIPE_CLOSED
    except KeyboardInterrupt:
        code = _say("interrupted", INTERRUPTED)
    except ImportError as error:
        code = _say(f"a dependency is missing ({error}); reinstall with: pip install marsad", 1)
    except BadUse as error:
        code = _say(str(error), 2)
    except MarsadError as error:
        code = _say(str(error), 1)
    except OSError as error:
        code = _say(f"cannot read or write: {error}", 1)
    except Exception as error:
        log.debug("unexpected error", exc_info=error)
        name = type(error).__name__
        code = _say(f"unexpected error: {name}: {error} (marsad --debug shows where)", 1)
    sys.exit(code)


def _run(args: Sequence[str] | None) -> int:
    """Run the chosen command; typer and rich are imported here, so that their absence is reported too.

    The command is invoked without typer's own main, which would turn a closed pipe into a data problem (1).
    """
    from typer import Exit, TyperException
    from typer.main import get_command

    from marsad.cli.app import app

    command = get_command(app)
    try:
        with command.make_context("marsad", list(sys.argv[1:] if args is None else args)) as context:
            code = command.invoke(context)
    except TyperException as error:
        told = error.format_message()  # empty where the help has just been printed
        return _say(f"{told} (see marsad --help)", error.exit_code) if told else error.exit_code
    except Exit as done:
        return done.exit_code
    return code if isinstance(code, int) else 0


def _say(message: str, code: int) -> int:
    sys.stderr.write(f"marsad: {' '.join(message.split())}\n")
    return code


def _check_streams() -> None:
    """A process may be started with closed streams: without stderr it works on, without stdout it cannot."""
    if sys.stderr is None:  # closed (2>&-): then there is nobody to talk to, but the work is done
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - as long as the process lives
    if sys.stdout is None:
        sys.exit(_say("no standard output: it is closed; give it a file, or /dev/null", 1))


def _speak_utf8() -> None:
    """Arabic needs UTF-8 whatever the locale says; a file name in no encoding is written with escapes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
