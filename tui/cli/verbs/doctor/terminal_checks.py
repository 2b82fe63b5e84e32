"""Checks of the terminal: whether the reader can be drawn in it."""

from __future__ import annotations

import locale
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.verbs.doctor.check import Check

if TYPE_CHECKING:
    from collections.abc import Iterator

_NARROWEST, _LOWEST = 60, 15
_TERMINFO = ("/etc/terminfo", "/lib/terminfo", "/usr/lib/terminfo", "/usr/share/terminfo")
"""Where systems keep their descriptions of terminals."""
_REMEDY = "run the reader in a terminal that sets TERM, such as to xterm-256color"


def terminal_checks() -> Iterator[Check]:
    """Check the terminal, its size and its encoding."""
    remedy: str | None
    if not sys.stdout.isatty():
        yield Check("terminal", ok=True, value="standard output is none just now")
    else:
        yield _type(os.environ.get("TERM", ""))
        columns, lines = shutil.get_terminal_size()
        small = columns < _NARROWEST or lines < _LOWEST
        remedy = f"make it {_NARROWEST}×{_LOWEST} or larger" if small else None
        yield Check("size", ok=not small, value=f"{columns}×{lines}", mend=remedy)
    encoding = locale.getpreferredencoding(do_setlocale=False)
    unicode = encoding.lower().replace("-", "") == "utf8"
    remedy = None if unicode else "set LANG or LC_ALL to a UTF-8 locale, such as C.UTF-8"
    yield Check("encoding", ok=unicode, value=encoding, mend=remedy)


def _type(term: str) -> Check:
    if term in {"", "dumb", "unknown"}:
        return Check("terminal", ok=False, value=f"TERM={term} can't move its cursor", mend=_REMEDY)
    if _is_undescribed(term):
        found = f"TERM={term} is no terminal that this system knows"
        return Check("terminal", ok=False, value=found, mend=_REMEDY)
    return Check("terminal", ok=True, value=f"TERM={term}, {_colours(term)}")


def _is_undescribed(term: str) -> bool:
    """Tell whether the system has descriptions of terminals, but none of this one."""
    known = [Path(folder) for folder in _TERMINFO if os.access(folder, os.F_OK)]
    if not any((folder / "x" / "xterm").exists() for folder in known):
        return False
    names = (Path(term[:1], term), Path(f"{ord(term[0]):x}", term))
    own = os.environ.get("TERMINFO") or f"{os.environ.get('HOME', '')}/.terminfo"
    return not any((folder / name).exists() for folder in (*known, Path(own)) for name in names)


def _colours(term: str) -> str:
    if os.environ.get("NO_COLOR"):
        return "no colours, as NO_COLOR asks"
    if os.environ.get("COLORTERM", "").lower() in {"truecolor", "24bit"}:
        return "16 million colours"
    return "256 colours" if "256" in term else "16 colours"
