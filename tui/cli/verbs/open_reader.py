"""`diptych` without a verb: open the reader, which needs a terminal."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from search import LibraryError, is_archive, reason_of, shown_library, unsafe
from tui.cli.arguments import UsageError, add_library, check_library
from tui.cli.library_path import archives_for, configured, library_path
from tui.cli.streams import silence
from tui.cli.verb import Verb
from tui.cli.verb_list import VERB_NAMES
from tui.settings import Problem

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from tui.settings import Settings


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    add_library(parser)
    start = parser.add_mutually_exclusive_group()
    start.add_argument("--search", metavar="QUERY", help="begin with this search")
    start.add_argument("--compare", nargs=2, metavar=("A", "B"), help="begin with this comparison")
    start.add_argument("--fresh", action="store_true", help="begin at the list of all articles")
    parser.add_argument("--linear", action="store_true", help="plain lines for a screen reader")


def _check(arguments: argparse.Namespace) -> None:
    if arguments.json:
        raise UsageError("--json: goes with a verb, one of " + ", ".join(VERB_NAMES))
    check_library(arguments)


def _run(arguments: argparse.Namespace) -> int:
    library = _existing_library(arguments)
    _check_terminal()
    from tui.terminal.guardian import Guardian  # noqa: PLC0415 - an error of usage needs none

    # A fork while this process is small: later, what both share would be copied as it changes.
    guardian = Guardian(0)
    from tui.app import DiptychApp  # noqa: PLC0415 - Textual takes longer to load than any verb
    from tui.terminal.shutdown import terminal_gone  # noqa: PLC0415 - an error of usage doesn't wait for asyncio

    compare = None if arguments.compare is None else (arguments.compare[0], arguments.compare[1])
    app = DiptychApp(
        library,
        search=arguments.search,
        compare=compare,
        sync=arguments.sync,
        fresh=arguments.fresh,
        linear=arguments.linear,
        chosen=_settings(arguments, library),
    )
    app.guardian = guardian
    app.run()
    if terminal_gone():
        # Nothing takes what is still to be written, and Python would exit with an error of its own.
        silence(sys.stdout)
        silence(sys.stderr)
    elif app.next_library is not None:
        _start_again(app.next_library, arguments)
    return app.return_code or 0


def _settings(arguments: argparse.Namespace, library: Path) -> Settings:
    """Give the settings, with how this library is asked; what isn't safe about that is a problem."""
    chosen = configured()
    if not is_archive(str(library)):
        return chosen
    archives = archives_for(arguments, library, chosen.archives)
    said = unsafe(archives[0]) if archives else ""
    problems = (Problem(0, said), *chosen.problems) if said else chosen.problems
    return replace(chosen, archives=archives, problems=problems)


def _start_again(library: Path, arguments: argparse.Namespace) -> None:
    """Have a new program take this one's place, so that nothing of one library is left in another."""
    options = ["--linear"] if arguments.linear else []
    options += [] if arguments.sync else ["--no-sync"]
    options += ["--insecure"] if arguments.insecure else []
    # -P: what lies in the current folder isn't ours to import.
    command = [
        sys.executable,
        "-P",
        "-m",
        "tui",
        *options,
        shown_library(library if is_archive(str(library)) else library.absolute()),
    ]
    os.execv(sys.executable, command)  # noqa: S606 - this very program


def _existing_library(arguments: argparse.Namespace) -> Path:
    """Give the library; where there is none, a plain word was perhaps meant as a verb."""
    library = library_path(arguments)
    if is_archive(str(library)):
        return library
    try:
        library.stat()
    except OSError as error:
        word = arguments.library
        if word and os.sep not in word and isinstance(error, FileNotFoundError):
            names = ", ".join(VERB_NAMES)
            raise UsageError(f"{word}: neither a library nor a verb ({names})") from None
        raise LibraryError(library, reason_of(error)) from None
    return library


def _check_terminal() -> None:
    """Raise UsageError where the reader can't be drawn."""
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


VERB = Verb("Open the reader.", _add_arguments, _run, _check, interactive=True)
