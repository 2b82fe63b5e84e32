"""Data on standard output, narration on standard error."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, TextIO

from tui.render.safe import harmless, safe
from tui.terminal.output_gate import written

if TYPE_CHECKING:
    from collections.abc import Mapping

_LONGEST = 1_000
"""Characters of a line that is told; few paths are longer, and nobody reads on."""
_KEPT = frozenset("\n\u200c\u200d")
"""What JSON holds as it is: the breaks of its lines, and joiners that texts are spelt with."""


def write_json(document: Mapping[str, object], *, lines: bool = False) -> None:
    """Print one document; with `lines` on one line, at once, as a batch wants it."""
    pretty = not lines and sys.stdout.isatty()
    text = json.dumps(document, ensure_ascii=False, indent=2 if pretty else None, allow_nan=False)
    # What a terminal might obey, or nobody sees, and what no encoding holds: JSON can escape it.
    odd = {c for c in set(text) if not c.isprintable()} - _KEPT
    text = text.translate({ord(c): json.dumps(c)[1:-1] for c in odd}) if odd else text
    print(text, flush=lines)


def write(text: str = "") -> None:
    """Print a line of words for a person, whatever they came from."""
    print(written(safe(text)) if sys.stdout.isatty() else harmless(text))


def tell(text: str) -> None:
    """Narrate one line on standard error; when that can't be written, nobody is listening.

    Of a very long one, such as with a name that can't be one, the middle is left out.
    """
    if len(text) > _LONGEST:
        text = f"{text[: _LONGEST // 2]}…{text[-_LONGEST // 2 :]}"
    try:
        print(f"diptych: {harmless(text)}", file=sys.stderr, flush=True)
    except OSError:
        silence(sys.stderr)


def silence(stream: TextIO) -> None:
    """Point a stream nowhere, so that Python's last flush has nothing to complain of."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def count(number: int, what: str) -> str:
    """Say `1 article`, `1,200 articles`."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"
