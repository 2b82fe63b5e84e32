"""The lines on which the keys of a TOML text stand.

tomllib gives values without their places, so statements are told apart here, by what TOML calls
strings, comments and brackets; keys are read by tomllib.
"""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

KeyPath: TypeAlias = tuple[str, ...]

_PIECE = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'"
    r"|\#[^\n]*"
    r"|[\[{(\]})]|\n|=",
    re.DOTALL,
)


def key_lines(text: str) -> dict[KeyPath, int]:
    """Give the line, counted from 1, of each key and each table of a text that is TOML.

    A key within an inline table isn't there: its place is that of the key before it. Cost: linear
    in the text.
    """
    found: dict[KeyPath, int] = {}
    table: KeyPath = ()
    for line, written, header in _statements(text):
        key = _path(written, header=header)
        if header:
            table = key
        path = key if header else table + key
        for length in range(1, len(path) + 1):
            found.setdefault(path[:length], line)
    return found


def line_of(lines: dict[KeyPath, int], path: KeyPath) -> int:
    """Give the line of a key, else of the nearest table around it; 0 if none is there."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 0)


def _statements(text: str) -> Iterator[tuple[int, str, bool]]:
    """Give each statement's line, what its key or header is, and whether it is a header."""
    line, begin, depth, valued = 1, 0, 0, False
    for piece in _PIECE.finditer(text):
        what = piece[0]
        if what == "\n" and depth == 0:
            written = text[begin : piece.start()].strip()
            if not valued and written.startswith("["):
                yield line, written, True
            begin, valued = piece.end(), False
        elif what == "=" and not valued:
            yield line, text[begin : piece.start()].strip(), False
            valued = True
        elif what in {"[", "{"}:
            depth += 1
        elif what in {"]", "}"}:
            depth -= 1
        line += what.count("\n")
    if not valued and text[begin:].lstrip().startswith("["):
        yield line, text[begin:].strip(), True


def _path(written: str, *, header: bool) -> KeyPath:
    """Read a key as it is written, `a."b.c"`, or a header, `[a]`."""
    table: object = tomllib.loads(written if header else f"{written} = 0")
    path: list[str] = []
    while isinstance(table, dict | list) and table:
        if isinstance(table, list):
            table = table[0]
            continue
        ((name, table),) = table.items()
        path.append(name)
    return tuple(path)
