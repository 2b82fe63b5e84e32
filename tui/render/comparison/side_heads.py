"""The heads above the two sides, with source, title and figures, and the rule below them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment

from search import meets_split
from tui.render.article_facts import UNKNOWN_SOURCE, day
from tui.render.comparison.side import SIDES
from tui.render.paint import Mark, paint
from tui.render.safe import safe
from tui.render.wrap import clip

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.style import Style

    from search import Meets, Span
    from tui.render.comparison.side import ComparedSide

HEAD_ROWS = 3
MEETS = (
    "“Meets”: the share of words in sentences with a match across: “same” in those with = or ≈, "
    "“related” in those with ~ only. "
    "Two outlets on one event share a median of two words in ten. "
    "“Quoted”: the share of words between quotation marks."
)
"""An explanation of the figures in the heads."""
_BAR, _SHORTEST_BAR = 10, 4
_EDGES = 6
"""Cells of the rule that are not used for a note."""


class SideHeadInk(NamedTuple):
    """The styles of a head; all but `text` are laid over it."""

    text: Style
    source: Style
    title: Style
    faint: Style
    bar: Style
    match: Style


class SideHead(NamedTuple):
    """What a head shows: a side, the matches in its title, and a note at its right end."""

    compared: ComparedSide
    lit: tuple[Span, ...]
    note: str


def bar(meets: Meets, cells: int) -> str:
    """Draw two shares as a bar of so many cells: solid for the same, shaded for what is related."""
    solid = round(max(0.0, min(1.0, meets.same)) * cells)
    whole = round(max(0.0, min(1.0, meets.same + meets.related)) * cells)
    return ("█" * solid + "▒" * (whole - solid)).ljust(cells)


def draw_head(head: SideHead, width: int, styles: SideHeadInk) -> list[list[Segment]]:
    """Draw the three rows of a head, each exactly `width` cells."""
    article = head.compared.article
    room = max(0, width - 2)
    source = clip(
        f"{SIDES[head.compared.side]} {article.source or UNKNOWN_SOURCE} · {day(article.published)}",
        room,
    )
    title = clip(article.label, room)
    lit = [Mark(span.start, min(span.stop, len(title)), styles.match) for span in head.lit]
    return [
        _filled(
            [Segment(" ", styles.text), Segment(safe(source), styles.text + styles.source)],
            width,
            styles,
        ),
        _filled(
            [
                Segment(" ", styles.text),
                *paint(title, 0, len(title), styles.text + styles.title, lit),
            ],
            width,
            styles,
        ),
        _meets(head, width, styles),
    ]


def _meets(head: SideHead, width: int, styles: SideHeadInk) -> list[Segment]:
    meets, quoted = _figures(head, width)
    note = clip(head.note, max(0, width - cell_len(meets) - 2))
    room = width - cell_len(meets) - cell_len(quoted) - cell_len(note) - 4
    cells = min(_BAR, room - 2)
    row = [Segment(meets, styles.text)]
    if cells >= _SHORTEST_BAR:
        row += [
            Segment(" ▕", styles.text + styles.faint),
            Segment(bar(head.compared.meets, cells), styles.text + styles.bar),
            Segment("▏", styles.text + styles.faint),
        ]
    row.append(Segment(quoted, styles.text))
    used = sum(cell_len(segment.text) for segment in row)
    row.append(Segment(" " * max(1, width - used - cell_len(note) - 1), styles.text))
    row.append(Segment(safe(note), styles.text))
    return _filled(row, width, styles)


def _figures(head: SideHead, width: int) -> tuple[str, str]:
    """Give what meets and what is quoted in the fullest words there is room for beside the note."""
    split = meets_split(head.compared.meets)
    quoted = f"  quoted {round(head.compared.quoted * 100)} %"
    forms = [
        (f" meets {split}", quoted),
        (f" {split}", quoted),
        (f" meets {split}", ""),
    ]
    room = width - cell_len(head.note) - 2
    for meets, more in forms:
        if cell_len(meets) + cell_len(more) <= room:
            return meets, more
    return clip(f" {split}", max(0, width - 1)), ""


def _filled(row: Iterable[Segment], width: int, styles: SideHeadInk) -> list[Segment]:
    row = list(row)
    used = sum(cell_len(segment.text) for segment in row)
    return [*row, Segment(" " * max(0, width - used), styles.text)] if used < width else row


def draw_rule(
    widths: Sequence[int], active: int, notes: Sequence[str], styles: SideHeadInk
) -> list[Segment]:
    """Draw the rule below the heads, with notes in it; the active side's part is heavy.

    Args:
        widths: cells of each side's part; between two parts is a cross of one cell.
        active: the index in `widths` of the active side.
        notes: one for each side, empty for none; a single one stands in the middle of the rule.
            Each is cut to the room there is.
        styles: the styles.
    """
    if len(notes) == len(widths):
        row: list[Segment] = []
        for i, (width, note) in enumerate(zip(widths, notes, strict=True)):
            label = _set_in(note, width)
            line = _line((width,), 0 if i == active else 1, styles)
            row += [] if i == 0 else [Segment("┼", styles.text + styles.faint)]
            row += _over(line, label, width - cell_len(label) - 2, styles)
        return row
    width = sum(widths) + len(widths) - 1
    label = _set_in(notes[0], width)
    return _over(_line(widths, active, styles), label, (width - cell_len(label)) // 2, styles)


def _set_in(note: str, width: int) -> str:
    return f" {clip(safe(note), width - _EDGES)} " if note and width > 2 * _EDGES else ""


def _line(widths: Sequence[int], active: int, styles: SideHeadInk) -> list[Segment]:
    row: list[Segment] = []
    for i, width in enumerate(widths):
        row += [] if i == 0 else [Segment("┼", styles.text + styles.faint)]
        style = styles.text + (styles.source if i == active else styles.faint)
        row.append(Segment(("━" if i == active else "─") * width, style))
    return row


def _over(line: list[Segment], label: str, at: int, styles: SideHeadInk) -> list[Segment]:
    """Put a text over a line of one-cell characters."""
    if not label:
        return line
    width = Segment.get_line_length(line)
    before, _, after = Segment.divide(line, [at, at + cell_len(label), width])
    return [*before, Segment(label, styles.text), *after]
