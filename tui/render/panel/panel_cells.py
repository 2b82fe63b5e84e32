"""The cells of a panel page, and cutting pieces of text into them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from search import ReportPiece
from tui.render.safe import safe
from tui.render.wrap import clip, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

GUTTER = 2
"""Cells before an entry, for the marker of the current one."""

Kind: TypeAlias = Literal["title", "side", "note", "entry"]


class Cell(NamedTuple):
    """A part of a row.

    Attributes:
        x: its first column.
        width: in cells, whether filled or not.
        kind: what it is.
        parts: what it shows.
        entry: the index of its entry in the layout; None for headings and notes.
        first: whether it is the first row of its entry.
    """

    x: int
    width: int
    kind: Kind
    parts: tuple[ReportPiece, ...]
    entry: int | None = None
    first: bool = False


Row: TypeAlias = tuple[Cell, ...]


class Spot(NamedTuple):
    """The position of an entry: its first row, the row after its last, and its first column."""

    row: int
    stop: int
    x: int


def spots_of(rows: Sequence[Row], count: int) -> tuple[Spot, ...]:
    """Give the positions of so many entries. Cost: linear in the cells."""
    spots = [Spot(0, 0, 0)] * count
    for y, row in enumerate(rows):
        for cell in row:
            if cell.entry is not None:
                spot = Spot(y, y, cell.x) if cell.first else spots[cell.entry]
                spots[cell.entry] = spot._replace(stop=y + 1)
    return tuple(spots)


def text_row(kind: Kind, text: str, x: int, width: int) -> Cell:
    """Give a cell with a line of text of its own, clipped."""
    return Cell(x + 1, width - 1, kind, (ReportPiece(clip(text, width - 2)),))


def cut(parts: Sequence[ReportPiece], width: int, most: int) -> list[tuple[ReportPiece, ...]]:
    """Cut pieces, one after the other, into rows; what doesn't fit leaves an ellipsis."""
    whole = safe("".join(part.text for part in parts))
    cuts = wrap(whole, max(1, width))
    shown = [_between(parts, start, stop) for start, stop in cuts[:most]]
    if len(cuts) > most:
        shown[-1] = clipped(parts, cuts[most - 1][0], width)
    return shown


def clipped(parts: Sequence[ReportPiece], start: int, width: int) -> tuple[ReportPiece, ...]:
    """Give the pieces from an offset on, as far as one row goes; spaces are kept."""
    rest = safe("".join(part.text for part in parts))[start:]
    kept = clip(rest, width)
    lost = kept != rest
    shown = _between(parts, start, start + len(kept) - lost)
    return (*shown, ReportPiece("…")) if lost else shown


def _between(parts: Sequence[ReportPiece], start: int, stop: int) -> tuple[ReportPiece, ...]:
    """Give the pieces between two offsets of their joined text."""
    found, at = [], 0
    for text, tone in parts:
        piece = text[max(0, start - at) : max(0, stop - at)]
        if piece:
            found.append(ReportPiece(piece, tone))
        at += len(text)
    return tuple(found)
