"""Wrapping text into lines by offset, so that spans stay valid."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len, split_graphemes

from tui.render.safe import safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PIECE = re.compile(r"\S+|\s+")


class WrappedLine(NamedTuple):
    """One line on screen: `blocks[block][start:stop]`; `first` when it opens its block."""

    block: int
    start: int
    stop: int
    first: bool


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Cut a text into lines of at most `width` cells, as (start, stop) offsets in order.

    It breaks at spaces, which belong to no line; between wide characters; and inside a word only
    if that is wider than a line. A text of spaces gives one empty line. A grapheme wider than the
    line gets a line of its own. Widths are those of `safe` text. Cost: linear.
    """
    return list(_cuts(text, width))


def _cuts(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield what `wrap` gives, one line at a time."""
    text = safe(text)
    start: int | None = None
    stop = used = gap = 0
    for begin, end, cells in _pieces(text, max(1, width)):
        if text[begin].isspace():
            gap += cells
            continue
        if start is not None and used + gap + cells > width:
            yield start, stop
            start = None
        if start is None:
            start, used = begin, 0
        else:
            used += gap
        stop, gap = end, 0
        used += cells
    yield (0, 0) if start is None else (start, stop)


def _pieces(text: str, width: int) -> Iterator[tuple[int, int, int]]:
    """Yield (start, stop, cells) of what can't be broken: words, gaps, wide characters."""
    for match in _PIECE.finditer(text):
        begin, end = match.span()
        piece = match[0]
        cells = len(piece) if piece.isascii() else cell_len(piece)
        if piece.isspace() or (cells <= width and (piece.isascii() or cells <= len(piece))):
            yield begin, end, cells
            continue
        yield from _split(piece, begin, width)


def _split(piece: str, begin: int, width: int) -> Iterator[tuple[int, int, int]]:
    """Split a word that may be broken: at wide characters, and where a line is full."""
    start = stop = cells = 0
    for first, last, wide in split_graphemes(piece)[0]:
        if cells and (cells + wide > width or wide > 1):
            yield begin + start, begin + stop, cells
            start, cells = first, 0
        stop = last
        cells += wide
        if wide > 1:
            yield begin + start, begin + stop, cells
            start, cells = stop, 0
    if stop > start:
        yield begin + start, begin + stop, cells


def flow(blocks: Iterable[str], width: int) -> Iterator[WrappedLine]:
    """Yield the lines of several blocks in order, without space between them."""
    for i, text in enumerate(blocks):
        for n, (start, stop) in enumerate(wrap(text, width)):
            yield WrappedLine(i, start, stop, n == 0)


def paragraphs(text: str, width: int, most: int | None = None) -> list[str]:
    """Wrap paragraphs, one a line of the text, into harmless lines of at most `width` cells.

    Only the first `most` lines are made, if that is given.
    """
    lines = (
        safe(paragraph[start:stop])
        for paragraph in text.split("\n")
        for start, stop in _cuts(paragraph, width)
    )
    return list(islice(lines, most))


def clip(text: str, width: int) -> str:
    """Make a text harmless and cut it to `width` cells, with an ellipsis if it was cut."""
    text = safe(text)
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return text
    kept = cells = 0
    for _, last, wide in split_graphemes(text)[0]:
        if cells + wide > width - 1:
            break
        kept, cells = last, cells + wide
    return text[:kept].rstrip() + "…"
