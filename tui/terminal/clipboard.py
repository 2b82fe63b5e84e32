"""Copying to the clipboard, by a program of the desktop or an escape sequence."""

from __future__ import annotations

import base64
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_TOOLS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("WAYLAND_DISPLAY", ("wl-copy",)),
    ("DISPLAY", ("xclip", "-selection", "clipboard")),
    ("DISPLAY", ("xsel", "--clipboard", "--input")),
)
_PATIENCE = 1.0
_CHUNK = 76
"""Bytes that GNU screen passes on in one piece; it drops longer ones."""


def available(environment: Mapping[str, str]) -> bool:
    """Tell whether there is a way to a clipboard; whether a text arrives can't be known."""
    return bool(_command(environment) or escape_sequence("", environment))


def copy_by_program(text: str, environment: Mapping[str, str]) -> bool:
    """Copy a text by a clipboard program; False if there is none or it fails."""
    command = _command(environment)
    if command is None:
        return False
    try:
        result = subprocess.run(  # noqa: S603 - one of our own few, found on the path
            command,
            input=text.encode("utf-8", "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            start_new_session=True,  # it stays, to give the text: ctrl+c in an editor isn't its end
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return result.returncode == 0


def _command(environment: Mapping[str, str]) -> tuple[str, ...] | None:
    if "SSH_CONNECTION" in environment:  # the clipboard program would be on the remote machine
        return None
    if sys.platform == "darwin":
        return ("pbcopy",) if shutil.which("pbcopy") else None
    for needed, command in _TOOLS:
        if environment.get(needed) and shutil.which(command[0]):
            return command
    return None


def escape_sequence(text: str, environment: Mapping[str, str]) -> str:
    """Give the sequence (OSC 52) that sets the terminal's clipboard; empty if it has none.

    Inside tmux and screen it is wrapped, to be passed on to the outer terminal; tmux also gets it
    unwrapped, as its settings may allow only one of the two.
    """
    term = environment.get("TERM", "")
    inside_tmux = bool(environment.get("TMUX"))
    inside_screen = bool(environment.get("STY")) and not inside_tmux
    if not (inside_tmux or inside_screen) and (
        term in {"linux", "dumb", ""} or environment.get("TERM_PROGRAM") == "Apple_Terminal"
    ):
        return ""
    bare = f"\x1b]52;c;{base64.b64encode(text.encode('utf-8', 'replace')).decode()}\a"
    if inside_tmux:
        return bare + "\x1bPtmux;" + bare.replace("\x1b", "\x1b\x1b") + "\x1b\\"
    if inside_screen:
        pieces = (bare[i : i + _CHUNK] for i in range(0, len(bare), _CHUNK))
        return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)
    return bare
