"""Handing something to other programs: the clipboard, the browser, an editor."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from search import is_web_address
from tui.terminal import clipboard
from tui.terminal.browser import browser_for, open_detached, split_command
from tui.terminal.foreground import FOREGROUND

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import App

    from search import Article


_TAKES_A_LINE = frozenset(
    {
        "ed", "emacs", "emacsclient", "jed", "jmacs", "joe", "kak", "mcedit", "mg", "micro", "nano",
        "ne", "nvim", "pico", "vi", "view", "vim",
    }
)  # fmt: skip
"""Editors whose first argument may be the line, `+12`."""


_SHELL = "/bin/sh"


def web_address(article: Article) -> str | None:
    """Give an article's address if it is a web address; else None."""
    url = article.url
    return url if url is not None and is_web_address(url) else None


def copy(app: App[None], text: str) -> bool:
    """Copy a text; tell whether there is a clipboard. If not, the app has shown a warning."""
    app.copy_to_clipboard(text)
    return clipboard.available(os.environ)


def editor() -> list[str] | None:
    """Give the command of the user's editor; None if there is none."""
    for chosen in (os.environ.get("VISUAL"), os.environ.get("EDITOR"), "nano", "vi"):
        if chosen and (command := split_command(chosen)) and shutil.which(command[0]):
            return command
    return None


def edit(app: App[None], command: list[str], path: Path, line: int = 1) -> None:
    """Hand the terminal to the editor until it is closed; raise OSError, SuspendNotSupported.

    An editor that is known to take `+LINE` opens the file at the line.
    """
    at = [f"+{line}"] if line > 1 and Path(command[0]).name in _TAKES_A_LINE else []
    _run_in_terminal(app, [*command, *at, str(path)])


def browse(app: App[None], url: str) -> bool:
    """Open an address in the user's browser; tell whether there is one.

    One that draws in the terminal has it until it is left. Raise OSError, SuspendNotSupported.
    """
    found = browser_for(url, os.environ)
    if found is None:
        return False
    if found.owns_terminal:
        _run_in_terminal(app, found.command)
    else:
        open_detached(found, url)
    return True


def pipe(app: App[None], command: str, text: str) -> int | None:
    """Run the user's command line with a text as its standard input; give its exit code, if it ended.

    It has the terminal until a key is pressed after its end, so that its output can be read. The
    shell is given what the user typed and nothing else: the text is in a file without a name. Raise
    OSError, SuspendNotSupported.
    """
    with tempfile.TemporaryFile() as given:
        given.write(text.encode("utf-8", "replace"))
        given.seek(0)
        return _run_in_terminal(app, [_SHELL, "-c", command], given)


def _run_in_terminal(
    app: App[None], command: Sequence[str], given: BinaryIO | None = None
) -> int | None:
    """Run a program in the terminal; one that is given something is read until a key is pressed."""
    failed: OSError | None = None
    code = None
    with FOREGROUND.lent(), app.suspend():
        try:
            code = FOREGROUND.run(command, given)
            if given is not None:
                # What the command wrote may have ended in mid-line.
                FOREGROUND.wait_for_key(f"\r\n{_ended(code)}any key goes back to Diptych ")
        except OSError as error:  # `suspend` would not take the terminal back
            failed = error
    if failed is not None:
        raise failed
    return code


def _ended(code: int | None) -> str:
    """Say how a command ended, unless it ended well."""
    return f"[it failed: {how_ended(code)}] " if code else ""


def how_ended(code: int) -> str:
    """Say how a command that failed ended: its exit code, or the signal that ended it."""
    if code >= 0:
        return f"exit code {code}"
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"signal {-code}"
