"""The rows of the panel as styled cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from tui.render.panel.panel_layout import GUTTER
from tui.render.safe import safe
from tui.render.wrap import clip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.render.panel.entry import PanelPage
    from tui.render.panel.panel_layout import Cell, Layout

CHOSEN, RESTING = "▌ ", "▎ "
"""What stands before the current entry: while the panel has the focus, and else."""


class PanelInk(NamedTuple):
    """The styles of the panel; all but `text` are laid over it."""

    text: Style
    current: Style
    title: Style
    source: Style
    faint: Style
    strong: Style
    bar: Style
    chosen: Style


def tabs(pages: Sequence[PanelPage], current: int, width: int, ink: PanelInk) -> list[Segment]:
    """Draw the line that names the pages, the current one between angle marks.

    With the count of each where there is room, else of the current one; where not even the names
    fit, the current one alone and its place. A page's stretch carries its place in its style's
    `meta` as `page`, so that a click finds it; where one stands alone, it leads to the next.
    """
    for counted, gap in ((True, " · "), (False, " · "), (False, " ")):
        row = _tabs(pages, current, ink, gap, counted=counted)
        if Segment.get_line_length(row) <= width:
            return row
    page = pages[current]
    said = clip(f" ‹{page.name} {page.count}› {current + 1} of {len(pages)}", width)
    return [Segment(said, ink.text + ink.current + _meta((current + 1) % len(pages)))]


def _tabs(
    pages: Sequence[PanelPage], current: int, ink: PanelInk, gap: str, *, counted: bool
) -> list[Segment]:
    row = [Segment(" ", ink.text)]
    for i, page in enumerate(pages):
        said = f"{page.name} {page.count:,}" if counted or i == current else page.name
        row += [Segment(gap, ink.text + ink.faint)] if i else []
        if i == current:
            row.append(Segment(f"‹{said}›", ink.text + ink.current + _meta(i)))
        else:
            row.append(Segment(said, ink.text + (Style() if page.count else ink.faint) + _meta(i)))
    return row


def _meta(page: int) -> Style:
    return Style(meta={"page": page})


def draw(layout: Layout, row: int, current: int, ink: PanelInk, *, focused: bool) -> list[Segment]:
    """Draw one row, filled up to the end of its last cell.

    The current entry is marked by a bar before each of its rows, a heavy one when `focused`.
    What belongs to an entry carries its place in its style's `meta` as `entry`.
    """
    segments: list[Segment] = []
    used = 0
    for cell in layout.rows[row]:
        segments.append(Segment(" " * (cell.x - used), ink.text))
        chosen = cell.entry is not None and cell.entry == current
        segments += _cell(cell, ink, CHOSEN if focused else RESTING, chosen=chosen)
        used = cell.x + cell.width
    return segments


def _cell(cell: Cell, ink: PanelInk, mark: str, *, chosen: bool) -> list[Segment]:
    over = {
        "title": ink.title,
        "side": ink.source,
        "note": ink.faint,
        "entry": Style(meta={"entry": cell.entry}),
    }[cell.kind]
    base = ink.text + over
    segments = []
    if cell.entry is not None:
        base += ink.chosen if chosen else Style()
        gutter, style = (mark, base + ink.bar) if chosen else (" " * GUTTER, base)
        segments.append(Segment(gutter, style))
    tones = {"plain": Style(), "strong": ink.strong, "faint": ink.faint}
    segments += [Segment(safe(part.text), base + tones[part.tone]) for part in cell.parts]
    used = sum(cell_len(segment.text) for segment in segments)
    return [*segments, Segment(" " * max(0, cell.width - used), base)]
