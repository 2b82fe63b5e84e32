"""Lines for a person: plain in a pipe, styled on a terminal."""

from __future__ import annotations

import shutil
import sys
import textwrap
from typing import TYPE_CHECKING

from tui.render.safe import harmless, safe
from tui.terminal.output_gate import gate_output

if TYPE_CHECKING:
    from collections.abc import Iterable

    from search import Marks

_WIDEST = 100
"""Cells of a line of prose; wider ones are hard to read."""


def write(text: str = "") -> None:
    """Print a line without what could steer a terminal, wherever the text is from."""
    print(gate_output(safe(text)) if sys.stdout.isatty() else harmless(text))


def print_styled(text: str, style: str) -> None:
    """Print one line in a style of rich, such as `bold`."""
    print_marked(text, (), style)


def print_marked(text: str, spans: Iterable[tuple[int, int]], style: str, indent: str = "") -> None:
    """Print one line with its matches marked where the terminal can."""
    if not sys.stdout.isatty():
        write(indent + text)
        return
    from rich.console import Console  # noqa: PLC0415 - for terminals only
    from rich.text import Text  # noqa: PLC0415 - for terminals only

    line = Text(indent + safe(text), style=style)
    for start, stop in spans:
        line.stylize("bold underline", start + len(indent), stop + len(indent))
    console = Console(highlight=False, soft_wrap=True)
    with console.capture() as shown:
        console.print(line)
    sys.stdout.write(gate_output(shown.get()))


def wrapped(text: str, prefix: str) -> list[str]:
    """Wrap a text, made safe, to lines that begin with a prefix or, after the first, its indent."""
    later = prefix if prefix.strip() == "|" else " " * len(prefix)
    return textwrap.wrap(
        safe(text), max(20, line_width()), initial_indent=prefix, subsequent_indent=later
    ) or [prefix]


def line_width(widest: int = _WIDEST) -> int:
    """Give the cells of a line: those of the terminal, at most `widest`."""
    return min(widest, shutil.get_terminal_size((_WIDEST, 24)).columns)


def marks_words(marks: Marks) -> str:
    """Say what is marked of an article in a few words; empty if nothing is."""
    said = [word for word, there in (("read", marks.read), ("starred", marks.starred)) if there]
    said += [f"#{name}" for name in marks.tags]
    if marks.notes:
        said.append(count(marks.notes, "note"))
    return ", ".join(said)


def count(number: int, what: str, several: str = "") -> str:
    """Count in words: `1 article`, `1,200 articles`; `several` where an s doesn't make it so."""
    return f"{number:,} {what if number == 1 else several or f'{what}s'}"
