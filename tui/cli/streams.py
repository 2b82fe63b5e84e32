"""The standard streams: data on standard output, progress and errors on standard error.

Only this module, `styled_lines` and the progress bar write to them, so that nothing reaches a terminal
that could steer it.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TextIO

import search

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_LONGEST = 1_000
"""Characters of a line on standard error; few paths are longer, and nobody reads on."""


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
    print(search.json_text(document, indent=2 if pretty else None), flush=lines)


def write_text(text: str) -> None:
    """Print a text of lines, such as a page in Markdown, without what could steer a terminal."""
    lines = text.split("\n")
    if not all(line.isprintable() for line in lines):
        from tui.render.safe import harmless  # noqa: PLC0415 - --help doesn't wait for rich

        lines = [line if line.isprintable() else harmless(line) for line in lines]
    sys.stdout.write("\n".join(lines))


def write_pieces(pieces: Iterable[str]) -> None:
    """Print a text that comes in pieces, whose line breaks stay; none of it may steer a terminal."""
    for piece in pieces:
        if sys.stdout.isatty():
            write_text(piece.replace("\r\n", "\n"))
        else:
            sys.stdout.write(piece)


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
