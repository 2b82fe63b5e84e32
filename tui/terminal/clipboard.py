"""The clipboard: by a program of the desktop, else by the terminal, through a multiplexer."""

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
"""What screen passes on of one piece; longer ones it drops."""


def reachable(surroundings: Mapping[str, str]) -> bool:
    """Tell whether a text has any way to a clipboard; whether it arrives no terminal says."""
    return bool(_command(surroundings) or sequence("", surroundings))


def hand_over(text: str, surroundings: Mapping[str, str]) -> bool:
    """Give a text to a clipboard program; False where there is none or it fails."""
    command = _command(surroundings)
    if command is None:
        return False
    try:
        done = subprocess.run(  # noqa: S603 - one of our own few, found on the path
            command,
            input=text.encode("utf-8", "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _command(surroundings: Mapping[str, str]) -> tuple[str, ...] | None:
    if "SSH_CONNECTION" in surroundings:  # its clipboard is that of the wrong machine
        return None
    if sys.platform == "darwin":
        return ("pbcopy",) if shutil.which("pbcopy") else None
    for needed, command in _TOOLS:
        if surroundings.get(needed) and shutil.which(command[0]):
            return command
    return None


def sequence(text: str, surroundings: Mapping[str, str]) -> str:
    """Give what asks the terminal to take a text (OSC 52); empty where it is known not to.

    Inside tmux and screen it is wrapped, to be passed on to the terminal outside; tmux also
    gets it bare, for it may be set to take only the one or the other.
    """
    term = surroundings.get("TERM", "")
    inside_tmux = bool(surroundings.get("TMUX"))
    inside_screen = bool(surroundings.get("STY")) and not inside_tmux
    if not (inside_tmux or inside_screen) and (
        term in {"linux", "dumb", ""} or surroundings.get("TERM_PROGRAM") == "Apple_Terminal"
    ):
        return ""
    bare = f"\x1b]52;c;{base64.b64encode(text.encode('utf-8', 'replace')).decode()}\a"
    if inside_tmux:
        return bare + "\x1bPtmux;" + bare.replace("\x1b", "\x1b\x1b") + "\x1b\\"
    if inside_screen:
        pieces = (bare[i : i + _CHUNK] for i in range(0, len(bare), _CHUNK))
        return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)
    return bare
