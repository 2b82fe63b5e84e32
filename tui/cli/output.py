"""Data on standard output, narration on standard error."""

from __future__ import annotations

import json
import os
import re
import sys
from typing import TYPE_CHECKING, TextIO

from tui.render.safe import safe

if TYPE_CHECKING:
    from collections.abc import Mapping

# What a terminal might obey, and lone surrogates, which no encoding holds: JSON can escape them.
_ESCAPED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def write_json(document: Mapping[str, object], *, lines: bool = False) -> None:
    """Print one document; with `lines` on one line, at once, as a batch wants it."""
    pretty = not lines and sys.stdout.isatty()
    text = json.dumps(document, ensure_ascii=False, indent=2 if pretty else None, allow_nan=False)
    print(_ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text), flush=lines)


def write(text: str = "") -> None:
    """Print a line of words for a person, whatever they came from."""
    print(safe(text))


def tell(text: str) -> None:
    """Narrate one line on standard error; when that can't be written, nobody is listening."""
    try:
        print(f"diptych: {safe(text)}", file=sys.stderr, flush=True)
    except OSError:
        silence(sys.stderr)


def silence(stream: TextIO) -> None:
    """Point a stream nowhere, so that Python's last flush has nothing to complain of."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def count(number: int, what: str) -> str:
    """Say `1 article`, `1,200 articles`."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"
