"""The user's browser: one in the terminal, or one with a window of its own."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import webbrowser
from dataclasses import dataclass
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_IN_TERMINALS = frozenset(
    "browsh carbonyl cha edbrowse elinks links links2 lynx netrik retawq w3m www-browser".split()
)
"""Browsers that draw in the terminal."""


@dataclass(frozen=True, slots=True)
class Browser:
    """How an address is opened.

    Attributes:
        command: the program and its arguments; empty where Python's `webbrowser` knows better.
        owns_terminal: whether it draws in the terminal, and is waited for.
    """

    command: tuple[str, ...]
    owns_terminal: bool


def browser_for(url: str, surroundings: Mapping[str, str]) -> Browser | None:
    """Give the browser for an address: of those `BROWSER` names the first there is, else the system's.

    A name that isn't known is taken to draw in the terminal where there is no desktop, unless `&`
    stands behind it.
    """
    for choice in surroundings.get("BROWSER", "").split(os.pathsep):
        words = split_command(choice)
        detached = words[-1:] == ["&"]
        name, *arguments = words[: -1 if detached else None] or [""]
        if name and shutil.which(name):
            filled = [argument.replace("%s", url) for argument in arguments]
            command = (name, *filled) if filled != arguments else (name, *arguments, url)
            return Browser(command, not detached and _owns_terminal(name, surroundings))
    try:
        known = webbrowser.get()
    except webbrowser.Error:
        return None
    name = getattr(known, "name", "")
    if os.path.basename(name) in _IN_TERMINALS:  # noqa: PTH119 - the name of a command, not a path
        return Browser((name, url), owns_terminal=True)
    # One that only `BROWSER` names isn't there, or it would have been found above.
    missing = isinstance(known, webbrowser.GenericBrowser) and shutil.which(name) is None
    return None if missing else Browser((), owns_terminal=False)


def open_detached(browser: Browser, url: str) -> None:
    """Open an address in a window of its own; raise OSError where the program can't be started.

    It gets nothing of the terminal: no keys, no output, no signals.
    """
    if not browser.command:
        Thread(target=webbrowser.open, args=(url,), daemon=True, name="browser").start()
        return
    started = subprocess.Popen(  # noqa: S603 - the user's own browser
        browser.command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    Thread(target=started.wait, daemon=True, name="browser").start()


def split_command(text: str) -> list[str]:
    """Split a command of the user's as a shell would; what no shell could read is nothing."""
    try:
        return shlex.split(text)
    except ValueError:
        return []


def _owns_terminal(name: str, surroundings: Mapping[str, str]) -> bool:
    if os.path.basename(name) in _IN_TERMINALS:  # noqa: PTH119 - see above
        return True
    desktop = any(surroundings.get(display) for display in ("DISPLAY", "WAYLAND_DISPLAY"))
    return not desktop and sys.platform != "darwin"
