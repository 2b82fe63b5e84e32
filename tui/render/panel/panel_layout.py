"""The layout of a panel page: cut into rows, with the sides beside each other if there is room."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from rich.cells import cell_len

from tui.render.comparison.side import SIDES
from tui.render.panel.entry import Piece
from tui.render.safe import safe
from tui.render.wrap import clip, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.render.panel.entry import EntryGroup, PanelEntry, PanelPage

BROAD = 60
"""From this width on, in cells, the two sides stand beside each other."""
GUTTER = 2
"""Cells before an entry, for the marker of the current one."""
_LONGEST = 3
"""Rows of an entry at most: one key shows its passage, which has the rest."""
_WIDEST_BRIEF = 32

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
    parts: tuple[Piece, ...]
    entry: int | None = None
    first: bool = False


Row: TypeAlias = tuple[Cell, ...]


class Spot(NamedTuple):
    """The position of an entry: its first row, the row after its last, and its first column."""

    row: int
    stop: int
    x: int


@dataclass(frozen=True, slots=True)
class Layout:
    """A page at one width: its rows, its entries and their positions."""

    rows: tuple[Row, ...]
    entries: tuple[PanelEntry, ...]
    spots: tuple[Spot, ...]

    def heading(self, entry: int) -> int:
        """Give the first row of the headings above an entry; its own row if it has none."""
        row = self.spots[entry].row
        while row and not any(cell.entry is not None for cell in self.rows[row - 1]):
            row -= 1
        return row


def lay_out_page(page: PanelPage, width: int) -> Layout:
    """Lay out a page: no row is wider than `width`, and no entry has more than three rows.

    Entries are numbered in their order on the page, so a number means the same at every width. A
    page without entries gives the rows of its `empty` text. Cost: linear in the text shown.
    """
    setter = _Setter(width)
    if not page.groups:
        setter.rows += [
            [Cell(1, width - 1, "note", (Piece(text),))] for text in _lines(page.empty, width - 2)
        ]
    elif width >= BROAD and page.groups[0].right is not None and page.groups[0].heads is None:
        setter.head(page.sides)
    for group in page.groups:
        setter.add(group)
    rows = tuple(tuple(row) for row in setter.rows)
    return Layout(rows, tuple(setter.entries), _spots(rows, len(setter.entries)))


def _spots(rows: Sequence[Row], count: int) -> tuple[Spot, ...]:
    spots = [Spot(0, 0, 0)] * count
    for y, row in enumerate(rows):
        for cell in row:
            if cell.entry is not None:
                spot = Spot(y, y, cell.x) if cell.first else spots[cell.entry]
                spots[cell.entry] = spot._replace(stop=y + 1)
    return tuple(spots)


def _lines(text: str, width: int) -> list[str]:
    return [text[start:stop] for start, stop in wrap(text, max(1, width))]


class _Setter:
    """Lays out one group below the other."""

    def __init__(self, width: int) -> None:
        self._width = width
        self.rows: list[list[Cell]] = []
        self.entries: list[PanelEntry] = []

    @property
    def _halves(self) -> tuple[tuple[int, int], tuple[int, int]]:
        half = self._width // 2
        return (0, half), (half, self._width - half)

    def head(self, sides: tuple[str, str]) -> None:
        """Add headings of both halves."""
        self.rows.append(
            [_line("side", text, *half) for text, half in zip(sides, self._halves, strict=True)]
        )

    def add(self, group: EntryGroup) -> None:
        """Add a group, with a blank row before it if it has a heading."""
        if self.rows and (group.title or group.heads):
            self.rows.append([])
        if group.title:
            self.rows.append([_line("title", group.title, 0, self._width)])
        if group.right is None:
            self.rows += self._side(group.left, (0, self._width), group)
            return
        broad = self._width >= BROAD
        spans = self._halves if broad else ((0, self._width),) * 2
        sides: list[list[list[Cell]]] = []
        for i, (entries, span) in enumerate(zip((group.left, group.right), spans, strict=True)):
            rows: list[list[Cell]] = []
            if group.heads is not None:
                rows.append([_line("side", group.heads[i], *span)])
            sign = "" if broad or group.heads else f"{SIDES['right' if i else 'left']} "
            rows += self._side(entries, span, group, sign)
            sides.append(rows)
        if broad:
            self.rows += [[*a, *b] for a, b in zip_longest(*sides, fillvalue=[])]
        else:
            gap: list[list[Cell]] = [[]] if group.heads else []
            self.rows += [*sides[0], *gap, *sides[1]]

    def _side(
        self,
        entries: Sequence[PanelEntry],
        span: tuple[int, int],
        group: EntryGroup,
        sign: str = "",
    ) -> list[list[Cell]]:
        x, width = span
        if not entries:
            return [[_line("note", f"{sign}{group.none}", x, width)]] if group.none else []
        if group.brief:
            return self._brief(entries, x, width)
        rows: list[list[Cell]] = []
        for entry in entries:
            number = len(self.entries)
            self.entries.append(entry)
            lead = sign + entry.lead
            hang = Piece(" " * cell_len(lead))
            cuts = _cut(entry.parts, width - GUTTER - 1 - cell_len(lead))
            for i, cut in enumerate(cuts):
                opens = i == 0
                parts = (hang if i else Piece(lead, "faint"), *cut)
                rows.append([Cell(x, width, "entry", parts, number, opens)])
        return rows

    def _brief(self, entries: Sequence[PanelEntry], x: int, width: int) -> list[list[Cell]]:
        longest = max(cell_len(safe(entry.text)) for entry in entries)
        cell = min(width, GUTTER + min(longest, _WIDEST_BRIEF) + 1)
        across = max(1, width // max(1, cell))
        rows = []
        for i in range(0, len(entries), across):
            row = []
            for n, entry in enumerate(entries[i : i + across]):
                cut = _clipped(entry.parts, 0, cell - GUTTER - 1)
                row.append(Cell(x + n * cell, cell, "entry", cut, len(self.entries), first=True))
                self.entries.append(entry)
            rows.append(row)
        return rows


def _line(kind: Kind, text: str, x: int, width: int) -> Cell:
    return Cell(x + 1, width - 1, kind, (Piece(clip(text, width - 2)),))


def _cut(parts: Sequence[Piece], width: int) -> list[tuple[Piece, ...]]:
    """Cut pieces, one after the other, into rows; what doesn't fit leaves an ellipsis."""
    whole = safe("".join(part.text for part in parts))
    cuts = wrap(whole, max(1, width))
    shown = [_between(parts, start, stop) for start, stop in cuts[:_LONGEST]]
    if len(cuts) > _LONGEST:
        shown[-1] = _clipped(parts, cuts[_LONGEST - 1][0], width)
    return shown


def _clipped(parts: Sequence[Piece], start: int, width: int) -> tuple[Piece, ...]:
    """Give the pieces from an offset on, as far as one row goes; spaces are kept."""
    rest = safe("".join(part.text for part in parts))[start:]
    kept = clip(rest, width)
    lost = kept != rest
    shown = _between(parts, start, start + len(kept) - lost)
    return (*shown, Piece("…")) if lost else shown


def _between(parts: Sequence[Piece], start: int, stop: int) -> tuple[Piece, ...]:
    """Give the pieces between two offsets of their joined text."""
    found, at = [], 0
    for text, tone in parts:
        piece = text[max(0, start - at) : max(0, stop - at)]
        if piece:
            found.append(Piece(piece, tone))
        at += len(text)
    return tuple(found)
