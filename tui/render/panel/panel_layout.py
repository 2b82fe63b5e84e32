"""The layout of a panel page: cut into rows, with the sides beside each other if there is room."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from rich.cells import cell_len

from search import SIDE_SIGNS, ReportPiece
from tui.render.panel.opening_layout import opening_rows
from tui.render.panel.panel_cells import GUTTER, Cell, clipped, cut, spots_of, text_row
from tui.render.safe import safe
from tui.render.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search import ReportGroup, ReportLine, ReportSection, Sides
    from tui.render.panel.panel_cells import Row, Spot

BROAD = 60
"""From this width on, in cells, the two sides stand beside each other."""
_LONGEST = 3
"""Rows of an entry at most: one key shows its passage, which has the rest."""
_WIDEST_BRIEF = 32
_COLON = ReportPiece(" : ", "faint")


@dataclass(frozen=True, slots=True)
class Layout:
    """A page at one width: its rows, its entries and their positions."""

    rows: tuple[Row, ...]
    entries: tuple[ReportLine, ...]
    spots: tuple[Spot, ...]

    def heading(self, entry: int) -> int:
        """Give the first row of the headings above an entry; its own row if it has none."""
        row = self.spots[entry].row
        while row and not any(cell.entry is not None for cell in self.rows[row - 1]):
            row -= 1
        return row


def lay_out_page(section: ReportSection, sides: Sides[str], width: int, room: int = 0) -> Layout:
    """Lay out a section: no row is wider than `width`, and no entry has more than three rows.

    Entries are numbered in their order in the section, so a number means the same at every width.
    One without entries gives the rows of its `empty` text. The one that opens is cut to `room`
    rows, if that is possible. Cost: linear in the text shown.
    """
    if section.opening and section.groups:
        rows = opening_rows(section, width, room)
        return Layout(rows, section.lines, spots_of(rows, len(section.lines)))
    setter = _Setter(width)
    if not section.groups:
        setter.rows += [
            [Cell(1, width - 1, "note", (ReportPiece(text),))]
            for text in _lines(section.empty, width - 2)
        ]
    elif width >= BROAD and any(
        group.right is not None and group.heads is None for group in section.groups
    ):
        setter.head((sides.left, sides.right))
    for group in section.groups:
        setter.add(group)
    rows = tuple(tuple(row) for row in setter.rows)
    return Layout(rows, tuple(setter.entries), spots_of(rows, len(setter.entries)))


def _lines(text: str, width: int) -> list[str]:
    return [text[start:stop] for start, stop in wrap(text, max(1, width))]


class _Setter:
    """Lays out one group below the other."""

    def __init__(self, width: int) -> None:
        self._width = width
        self.rows: list[list[Cell]] = []
        self.entries: list[ReportLine] = []

    @property
    def _halves(self) -> tuple[tuple[int, int], tuple[int, int]]:
        half = self._width // 2
        return (0, half), (half, self._width - half)

    def head(self, sides: tuple[str, str]) -> None:
        """Add headings of both halves."""
        signed = _signed(sides)
        self.rows.append(
            [text_row("side", text, *half) for text, half in zip(signed, self._halves, strict=True)]
        )

    def add(self, group: ReportGroup) -> None:
        """Add a group, with a blank row before it if it has a heading."""
        if self.rows and (group.title or group.heads):
            self.rows.append([])
        if group.title:
            self.rows.append([text_row("title", group.title, 0, self._width)])
        if group.right is None:
            self.rows += self._side(group.left, (0, self._width), group)
            return
        broad = self._width >= BROAD
        spans = self._halves if broad else ((0, self._width),) * 2
        sides: list[list[list[Cell]]] = []
        for i, (lines, span) in enumerate(zip((group.left, group.right), spans, strict=True)):
            rows: list[list[Cell]] = []
            if group.heads is not None:
                rows.append([text_row("side", _signed(group.heads)[i], *span)])
            sign = "" if broad or group.heads else f"{SIDE_SIGNS['right' if i else 'left']} "
            rows += self._side(lines, span, group, sign)
            sides.append(rows)
        if broad:
            self.rows += [[*a, *b] for a, b in zip_longest(*sides, fillvalue=[])]
        else:
            gap: list[list[Cell]] = [[]] if group.heads else []
            self.rows += [*sides[0], *gap, *sides[1]]

    def _side(
        self,
        lines: Sequence[ReportLine],
        span: tuple[int, int],
        group: ReportGroup,
        sign: str = "",
    ) -> list[list[Cell]]:
        x, width = span
        if not lines:
            return [[text_row("note", f"{sign}{group.none}", x, width)]] if group.none else []
        if group.brief:
            return self._brief(lines, x, width)
        rows: list[list[Cell]] = []
        for line in lines:
            number = len(self.entries)
            self.entries.append(line)
            lead = sign
            if group.right is None and line.side is not None:
                lead = f"{SIDE_SIGNS[line.side]} "
            if line.counts:
                lead += f"{line.counts[0]:>2} "
            rows += _entry(line, lead, (x, width), number)
        return rows

    def _brief(self, lines: Sequence[ReportLine], x: int, width: int) -> list[list[Cell]]:
        shown = [_counted(line) for line in lines]
        longest = max(cell_len(safe("".join(piece.text for piece in one))) for one in shown)
        cell = min(width, GUTTER + min(longest, _WIDEST_BRIEF) + 1)
        across = max(1, width // max(1, cell))
        rows = []
        for i in range(0, len(lines), across):
            row = []
            for n, pieces in enumerate(shown[i : i + across]):
                kept = clipped(pieces, 0, cell - GUTTER - 1)
                row.append(Cell(x + n * cell, cell, "entry", kept, len(self.entries), first=True))
                self.entries.append(lines[i + n])
            rows.append(row)
        return rows


def _entry(line: ReportLine, lead: str, span: tuple[int, int], number: int) -> list[list[Cell]]:
    x, width = span
    hang = ReportPiece(" " * cell_len(lead))
    cuts = cut(line.pieces, width - GUTTER - 1 - cell_len(lead), _LONGEST)
    return [
        [Cell(x, width, "entry", (hang if i else ReportPiece(lead, "faint"), *row), number, i == 0)]
        for i, row in enumerate(cuts)
    ]


def _signed(sides: tuple[str, str]) -> tuple[str, str]:
    return f"{SIDE_SIGNS['left']} {sides[0]}", f"{SIDE_SIGNS['right']} {sides[1]}"


def _counted(line: ReportLine) -> tuple[ReportPiece, ...]:
    """Give the pieces of a line after its counts; of two, the greater one is strong."""
    match line.counts:
        case (left, right):
            first, second = f"{left:>2}", f"{right:<2}"
            if line.side is None:
                counts = [ReportPiece(f"{first} : {second}", "faint")]
            else:
                counts = [_count(first, left > right), _COLON, _count(second, right > left)]
        case (count,):
            counts = [ReportPiece(f"{count:>2}", "faint")]
        case _:
            return line.pieces
    return (*counts, ReportPiece(" "), *line.pieces)


def _count(text: str, greater: bool) -> ReportPiece:  # noqa: FBT001 - both calls name the comparison
    return ReportPiece(text, "strong" if greater else "plain")
