"""The way into the reader, the only verb that needs a terminal."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from search import LibraryError, reason_of
from tui.cli.arguments import VERBS, UsageError
from tui.cli.library_path import library
from tui.cli.streams import silence
from tui.terminal.shutdown import hung_up

if TYPE_CHECKING:
    import argparse


def open_reader(asked: argparse.Namespace) -> int:
    """Open the reader; raise UsageError where it can't be drawn, LibraryError without a library."""
    where = library(asked)
    try:
        where.stat()
    except OSError as error:
        if asked.library and os.sep not in asked.library and isinstance(error, FileNotFoundError):
            raise UsageError(
                f"{asked.library}: neither a library nor a verb ({', '.join(VERBS)})"
            ) from None
        raise LibraryError(where, reason_of(error)) from None
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            "the reader: wants a terminal; without one, use a verb such as diptych search"
        )
    terminal = os.environ.get("TERM", "")
    if terminal in {"", "dumb", "unknown"}:
        raise UsageError(
            f"the reader: this terminal (TERM={terminal}) can't move its cursor; "
            "use a verb such as diptych search"
        )
    from tui.app import DiptychApp  # noqa: PLC0415 - Textual takes longer to load than any verb

    compare = None if asked.compare is None else (asked.compare[0], asked.compare[1])
    app = DiptychApp(where, search=asked.search, compare=compare, sync=asked.sync)
    app.run()
    if hung_up():
        # Nobody takes what is still to be written, of which Python would make an exit code.
        silence(sys.stdout)
        silence(sys.stderr)
    return app.return_code or 0
