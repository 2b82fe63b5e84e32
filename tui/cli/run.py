"""From the command line to an exit code: errors become one line, never a traceback."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from search import NoSuchArticleError, QueryError, SearchError, reason_of
from tui.cli.arguments import UsageError
from tui.cli.request import HelpShown, parse
from tui.cli.signal_handling import EndedError, heeded
from tui.cli.streams import silence, tell

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

DONE, WRONG, FAILED, INTERRUPTED = 0, 2, 3, 130
_CITED = 80
"""Characters of a query that an error repeats."""


def main(arguments: Sequence[str]) -> int:
    """Do what the arguments ask; give the exit code: 0, 1, 2, 3 or 130, as the contract says.

    Ended by a signal, it is 128 and the signal's number.
    """
    _prepare_streams()
    try:
        code = _guarded(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        silence(sys.stdout)
        return DONE
    except KeyboardInterrupt:
        tell("interrupted")
        silence(sys.stdout)
        return INTERRUPTED
    except EndedError as ended:
        tell(str(ended))
        silence(sys.stdout)
        return ended.code
    except OSError as error:
        tell(f"{error.filename or 'standard output'}: {reason_of(error)}")
        silence(sys.stdout)
        return FAILED
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        tell(f"a fault in diptych itself: {type(error).__name__}: {error}; please report it")
        return FAILED
    return code


def _guarded(arguments: Sequence[str]) -> int:
    try:
        asked = parse(arguments)
        verb = _verb(asked)
        if asked.verb == "reader":
            return verb(asked)
        gc.enable()
        with heeded():
            return verb(asked)
    except HelpShown as said:
        sys.stdout.write(str(said))
        return DONE
    except QueryError as error:
        tell(f'query "{_around(error.text, error.position)}": {error}')
        return WRONG
    except (UsageError, NoSuchArticleError) as error:
        tell(str(error))
        return WRONG
    except SearchError as error:
        tell(str(error))
        return FAILED


def _around(text: str, position: int) -> str:
    """Cut a long query to what stands about the fault."""
    start = max(0, min(position - _CITED // 2, len(text) - _CITED))
    head, tail = ("…" if start else ""), ("…" if start + _CITED < len(text) else "")
    return head + text[start : start + _CITED] + tail


def _verb(asked: argparse.Namespace) -> Callable[[argparse.Namespace], int]:
    """Load what does the verb, and nothing else."""
    match asked.verb:
        case "reader":
            from tui.cli.verbs.open_reader import open_reader as verb  # noqa: PLC0415 - loaded where it is needed
        case "doctor":
            from tui.cli.verbs.doctor import examine as verb  # noqa: PLC0415 - loaded where it is needed
        case "sources":
            from tui.cli.verbs.sources import sources as verb  # noqa: PLC0415 - loaded where it is needed
        case _ if getattr(asked, "all", False) or getattr(asked, "pairs", None) is not None:
            from tui.cli.batch import run as verb  # noqa: PLC0415 - loaded where it is needed
        case name:
            from tui.cli import library_verbs  # noqa: PLC0415 - loaded where it is needed

            verb = getattr(library_verbs, name)
    return verb


def _prepare_streams() -> None:
    """Make all three streams usable: one that is closed swallows what it is given.

    Otherwise the next file opened would take its place, and be written to.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            descriptor = os.open(os.devnull, os.O_RDWR)
            if descriptor != number:
                os.dup2(descriptor, number)
            setattr(sys, name, open(number, "r" if number == 0 else "w", closefd=False))  # noqa: SIM115 - open as long as the program runs
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
