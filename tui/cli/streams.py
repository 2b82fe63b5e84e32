"""The standard streams: data on standard output, progress and errors on standard error.

Only this module, `styled_lines` and the progress bar write to them, so that nothing reaches a terminal
that could steer it.
"""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Mapping

_LONGEST = 1_000
"""Characters of a line on standard error; few paths are longer, and nobody reads on."""
_KEPT = frozenset("\n\u200c\u200d")
"""Unprintable characters that JSON holds unescaped: line breaks, and joiners used in spelling."""


def prepare_streams() -> None:
    """Open closed streams on the null device, and have all write UTF-8.

    Otherwise the next file that is opened would get the number of a closed stream, and be written
    to in its place.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            descriptor = os.open(os.devnull, os.O_RDWR)
            if descriptor != number:
                os.dup2(descriptor, number)
            setattr(sys, name, open(number, "r" if number == 0 else "w", closefd=False))  # noqa: SIM115 - open as long as the program runs
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def write_json(document: Mapping[str, object], *, lines: bool = False) -> None:
    """Print one document, indented on a terminal; with `lines` on one line, flushed at once."""
    pretty = not lines and sys.stdout.isatty()
    text = json.dumps(document, ensure_ascii=False, indent=2 if pretty else None, allow_nan=False)
    # Control characters, invisible ones and lone surrogates: JSON can escape them.
    odd = {c for c in set(text) if not c.isprintable()} - _KEPT
    text = text.translate({ord(c): json.dumps(c)[1:-1] for c in odd}) if odd else text
    print(text, flush=lines)


def write_text(text: str) -> None:
    """Print a text of lines, such as a page in Markdown, without what could steer a terminal."""
    lines = text.split("\n")
    if not all(line.isprintable() for line in lines):
        from tui.render.safe import harmless  # noqa: PLC0415 - --help doesn't wait for rich

        lines = [line if line.isprintable() else harmless(line) for line in lines]
    sys.stdout.write("\n".join(lines))


def notify(text: str) -> None:
    """Print one line on standard error; where that can't be written, standard error is silenced.

    The middle of a very long line is left out.
    """
    # Every verb has loaded this, with `styled_lines`, before it may run out of file descriptors.
    from tui.render.safe import harmless  # noqa: PLC0415 - --help doesn't wait for rich

    if len(text) > _LONGEST:
        text = f"{text[: _LONGEST // 2]}…{text[-_LONGEST // 2 :]}"
    try:
        print(f"diptych: {harmless(text)}", file=sys.stderr, flush=True)
    except OSError:
        silence(sys.stderr)


def silence(stream: TextIO) -> None:
    """Redirect a stream to the null device, so that Python's last flush of it raises nothing."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
