"""What is installed, found and broken, each with what would mend it."""

from __future__ import annotations

import locale
import os
import platform
import shutil
import sys
from dataclasses import asdict, dataclass
from importlib import metadata
from typing import TYPE_CHECKING

from search import Desk, LibraryError
from tui import settings
from tui.cli.choosing import configured, library
from tui.cli.output import count, write, write_json

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from search import Condition

_DONE, _BROKEN = 0, 3
_NARROWEST, _LOWEST = 60, 15
_PARTS = ("diptych", "textual", "rich", "whoosh3", "platformdirs", "charset-normalizer")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: what it is, whether it is well, and if not what would mend it."""

    name: str
    ok: bool
    value: str
    mend: str | None = None


def examine(asked: argparse.Namespace) -> int:
    """Look at everything; give 0 when all is well, else 3."""
    checks = [*_installed(), *_terminal(), *_settings(), *_library(asked)]
    well = all(check.ok for check in checks)
    if asked.json:
        write_json({"ok": well, "checks": [asdict(check) for check in checks]})
    else:
        for check in checks:
            write(f"{'ok' if check.ok else '!!'}  {check.name}: {check.value}")
            if check.mend:
                write(f"    {check.mend}")
    return _DONE if well else _BROKEN


def _installed() -> Iterator[Check]:
    yield Check("python", ok=True, value=f"{platform.python_version()} on {platform.platform()}")
    for part in _PARTS:
        try:
            found = metadata.version(part)
        except metadata.PackageNotFoundError:
            yield Check(part, ok=False, value="not installed", mend="install diptych anew")
        else:
            yield Check(part, ok=True, value=found)


def _terminal() -> Iterator[Check]:
    on_terminal = sys.stdout.isatty()
    kind = os.environ.get("TERM", "")
    if not on_terminal:
        yield Check("terminal", ok=True, value="standard output is none just now")
    elif kind in {"", "dumb", "unknown"}:
        steer = "run the reader in a terminal that sets TERM, such as xterm-256color"
        yield Check("terminal", ok=False, value=f"TERM={kind}", mend=steer)
    else:
        yield Check("terminal", ok=True, value=f"TERM={kind}, {_colours()}")
    cure: str | None
    if on_terminal:
        columns, lines = shutil.get_terminal_size()
        small = columns < _NARROWEST or lines < _LOWEST
        cure = f"make it {_NARROWEST}×{_LOWEST} or larger" if small else None
        yield Check("size", ok=not small, value=f"{columns}×{lines}", mend=cure)
    encoding = locale.getpreferredencoding(do_setlocale=False)
    unicode = encoding.lower().replace("-", "") == "utf8"
    cure = None if unicode else "set LANG or LC_ALL to a UTF-8 locale, such as C.UTF-8"
    yield Check("encoding", ok=unicode, value=encoding, mend=cure)


def _colours() -> str:
    if os.environ.get("NO_COLOR"):
        return "no colours, as NO_COLOR asks"
    if os.environ.get("COLORTERM", "").lower() in {"truecolor", "24bit"}:
        return "16 million colours"
    return "256 colours" if "256" in os.environ.get("TERM", "") else "16 colours"


def _settings() -> Iterator[Check]:
    path = settings.settings_path()
    faults = configured().faults
    for fault in faults:
        yield Check("settings", ok=False, value=fault, mend=f"mend or delete {path}")
    if not faults:
        value = str(path) if os.access(path, os.F_OK) else f"none ({path})"
        yield Check("settings", ok=True, value=value)


def _library(asked: argparse.Namespace) -> Iterator[Check]:
    where = library(asked)
    try:
        desk = Desk(where)
        condition = desk.inspect()
    except LibraryError as error:
        elsewhere = "name another library, or set one in the settings"
        yield Check("library", ok=False, value=str(error), mend=elsewhere)
        return
    desk.close()
    cure = None if condition.files else "put articles into it, or name another library"
    said = f"{condition.library}: {count(condition.files, 'file')}"
    yield Check("library", ok=bool(condition.files), value=said, mend=cure)
    yield from _index(condition)


def _index(condition: Condition) -> Iterator[Check]:
    cure = None if condition.writable else "make this folder writable, or set XDG_CACHE_HOME"
    yield Check("cache", ok=condition.writable, value=str(condition.folder), mend=cure)
    well = condition.state in {"ready", "missing"}
    said = f"{condition.state}, {count(condition.indexed, 'article')}, {condition.engine}"
    if condition.state == "missing":
        said = "none yet; the first search builds it"
    cure = None if well else "the next search builds it anew; so does diptych index"
    yield Check("index", ok=well, value=said, mend=cure)
    cure = "wait until it is done, or end that program" if condition.locked else None
    said = "another diptych is writing the index" if condition.locked else "free"
    yield Check("lock", ok=not condition.locked, value=said, mend=cure)
    for error in condition.failed:
        yield Check("article", ok=False, value=str(error), mend="mend the file or take it away")
