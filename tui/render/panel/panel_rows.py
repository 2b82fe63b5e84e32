"""Drawing the rows of the panel."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from tui.render.panel.panel_cells import GUTTER
from tui.render.safe import safe
from tui.render.wrap import clip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search import ReportSection
    from tui.render.panel.panel_cells import Cell
    from tui.render.panel.panel_layout import Layout

CHOSEN, RESTING = "▌ ", "▎ "
"""The marker of the current entry: while the panel has the focus, and otherwise."""


class PanelInk(NamedTuple):
    """The styles of the panel; all but `text` are laid over it."""

    text: Style
    current: Style
    title: Style
    source: Style
    faint: Style
    strong: Style
    shared: Style
    own: Style
    bar: Style
    chosen: Style


def draw_tabs(
    pages: Sequence[ReportSection], current: int, width: int, styles: PanelInk
) -> list[Segment]:
    """Draw the line with the names of the pages, the current one between angle marks.

    Each has its count if there is room, else only the current one; if not even the names fit, only
    the current page and its number are shown. For clicks, the styles' `meta` has the index of a
    page as `page`; if only one page is shown, it is that of the next.
    """
    for with_counts, gap in ((True, " · "), (False, " · "), (False, " ")):
        row = _tab_cells(pages, current, styles, gap, with_counts=with_counts)
        if Segment.get_line_length(row) <= width:
            return row
    page = pages[current]
    label = clip(f" ‹{_label(page)}› {current + 1} of {len(pages)}", width)
    return [Segment(label, styles.text + styles.current + _meta((current + 1) % len(pages)))]


def _tab_cells(
    pages: Sequence[ReportSection], current: int, styles: PanelInk, gap: str, *, with_counts: bool
) -> list[Segment]:
    row = [Segment(" ", styles.text)]
    for i, page in enumerate(pages):
        label = _label(page) if with_counts or i == current else page.name
        row += [Segment(gap, styles.text + styles.faint)] if i else []
        if i == current:
            row.append(Segment(f"‹{label}›", styles.text + styles.current + _meta(i)))
        else:
            row.append(
                Segment(label, styles.text + (Style() if page.count else styles.faint) + _meta(i))
            )
    return row


def _label(page: ReportSection) -> str:
    return page.name if page.opening else f"{page.name} {page.count:,}"


def _meta(page: int) -> Style:
    return Style(meta={"page": page})


def draw_row(
    layout: Layout, row: int, current: int, styles: PanelInk, *, focused: bool
) -> list[Segment]:
    """Draw one row, padded to the end of its last cell.

    The current entry has a bar before each of its rows, a heavy one when `focused`. For clicks,
    the styles' `meta` has the index of an entry as `entry`.
    """
    segments: list[Segment] = []
    used = 0
    for cell in layout.rows[row]:
        segments.append(Segment(" " * (cell.x - used), styles.text))
        chosen = cell.entry is not None and cell.entry == current
        segments += _cell(cell, styles, CHOSEN if focused else RESTING, chosen=chosen)
        used = cell.x + cell.width
    return segments


def _cell(cell: Cell, styles: PanelInk, mark: str, *, chosen: bool) -> list[Segment]:
    over = {
        "title": styles.title,
        "side": styles.source,
        "note": styles.faint,
        "entry": Style(meta={"entry": cell.entry}),
    }[cell.kind]
    base = styles.text + over
    segments = []
    if cell.entry is not None:
        base += styles.chosen if chosen else Style()
        gutter, style = (mark, base + styles.bar) if chosen else (" " * GUTTER, base)
        segments.append(Segment(gutter, style))
    tones = {
        "plain": Style(),
        "strong": styles.strong,
        "faint": styles.faint,
        "shared": styles.shared,
        "own": styles.own,
    }
    segments += [Segment(safe(part.text), base + tones[part.tone]) for part in cell.parts]
    used = sum(cell_len(segment.text) for segment in segments)
    return [*segments, Segment(" " * max(0, cell.width - used), base)]
