"""The panel beside a comparison, which shows page by page how each side tells the story."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from tui.commands import bindings
from tui.controls.half_pages import HalfPages
from tui.render.panel import Layout, PanelInk, draw_row, draw_tabs, lay_out_page, next_entry
from tui.render.shade import Shades
from tui.render.wrap import paragraphs

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType

    from search import Report, ReportLine, ReportSection
    from tui.render.panel import Way

_LEAST_ROWS = 4
"""Rows of a page at least; the note is hidden if it would leave fewer."""
_LEAST_ROWS_OPENING = 26
"""Those of the page that opens, which shows all it has at once."""
_WHEEL = 3
_NOTHING = Layout((), (), ())


class Panel(HalfPages, can_focus=True, inherit_bindings=False):
    """Shows one page of a comparison between a heading and a note, which don't scroll."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("panel", "pane")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"panel--{name}" for name in PanelInk._fields}
    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Panel {
        scrollbar-size: 0 1;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        & > .panel--current, & > .panel--title { text-style: bold; }
        & > .panel--source { text-style: bold; color: $text-accent; }
        & > .panel--faint { color: $text-muted; }
        & > .panel--strong, & > .panel--shared { text-style: bold; }
        & > .panel--own { color: $text-accent; }
        & > .panel--bar { color: $foreground 40%; }
        &:focus > .panel--current { text-style: bold reverse; }
        &:focus > .panel--bar { color: $accent; text-style: bold; }
        &:focus > .panel--chosen { background: $accent 18%; }
        &:nocolor > .panel--faint { text-style: dim; }
        &:nocolor:focus > .panel--chosen { text-style: bold; }
        &:ansi > .panel--bar { color: ansi_default; }
        &:ansi:focus > .panel--chosen { background: ansi_default; text-style: bold; }
    }
    """

    class Chosen(Message):
        """The user wants to see a place of an entry; `repeats` counts repeated requests."""

        def __init__(self, entry: ReportLine, repeats: int) -> None:
            super().__init__()
            self.entry = entry
            self.repeats = repeats

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._report: Report | None = None
        self._page: int | None = None
        self._current: dict[int, int] = {}
        self._repeats = 0
        self._layout: Layout | None = None
        self._note: list[str] = []
        self._shades = Shades(self, "panel")

    @property
    def page(self) -> int:
        """The index of the page shown: the user's choice, else the first with entries."""
        if self._page is not None:
            return self._page
        return next((i for i, page in enumerate(self._pages) if page.count), 0)

    @property
    def entry(self) -> ReportLine | None:
        """The current entry; None on a page without any."""
        found = self._page_layout.entries if self._pages else ()
        return found[self._index] if found else None

    @property
    def _pages(self) -> tuple[ReportSection, ...]:
        return self._report.sections if self._report is not None else ()

    def show(self, report: Report) -> None:
        """Show the report of another comparison: the same page, from its beginning."""
        self._report, self._current = report, {}
        self._lay_out()
        self._scroll_to_top()

    def turn_pages(self, pages: int) -> None:
        """Show the page so many pages on, wrapping around at the ends."""
        if self._pages:
            self.open_page((self.page + pages) % len(self._pages))

    def open_page(self, page: int) -> None:
        """Show a page, scrolled to its current entry."""
        self._page = page
        self._lay_out()
        self._scroll_to_top()

    def go(self, index: int) -> None:
        """Make an entry the current one and scroll it into view; stops at the ends."""
        if not self._pages:
            return
        self._current[self.page] = max(0, min(index, len(self._page_layout.entries) - 1))
        self._repeats = 0
        self._reveal()
        self.refresh()

    def action_to_passage(self) -> None:
        """Ask for the current entry's place in the text, or for its next place."""
        if (entry := self.entry) is not None:
            self.post_message(self.Chosen(entry, self._repeats))
            self._repeats += 1

    def action_panel_next(self) -> None:
        """Show the next page."""
        self.turn_pages(1)

    def action_panel_previous(self) -> None:
        """Show the previous page."""
        self.turn_pages(-1)

    def action_down(self) -> None:
        """Go one entry down."""
        self._step("down")

    def action_up(self) -> None:
        """Go one entry up."""
        self._step("up")

    def action_line_left(self) -> None:
        """Go to the entry on the left."""
        self._step("left")

    def action_line_right(self) -> None:
        """Go to the entry on the right."""
        self._step("right")

    def action_page_down(self) -> None:
        """Go down by a window less one row."""
        self._step_rows(self._window - 1)

    def action_page_up(self) -> None:
        """Go up by a window less one row."""
        self._step_rows(1 - self._window)

    def action_top(self) -> None:
        """Go to the first entry."""
        self.go(0)

    def action_bottom(self) -> None:
        """Go to the last entry."""
        self.go(len(self._page_layout.entries) - 1)

    def on_click(self, event: events.Click) -> None:
        """Open the page clicked in the heading, or ask for an entry's place."""
        meta = event.style.meta
        if (page := meta.get("page")) is not None:
            self.open_page(page)
        elif (entry := meta.get("entry")) is not None:
            if entry != self._index:
                self.go(entry)
            self.action_to_passage()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down by the mouse wheel."""
        event.stop().prevent_default()
        self.scroll_to(y=self.scroll_offset.y + _WHEEL, animate=False, force=True)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up by the mouse wheel."""
        event.stop().prevent_default()
        self.scroll_to(y=self.scroll_offset.y - _WHEEL, animate=False, force=True)

    def on_resize(self) -> None:
        """Lay the page out for the new size."""
        self._lay_out()
        self._reveal()

    def notify_style_update(self) -> None:
        """Clear cached styles."""
        super().notify_style_update()
        self._shades.clear()

    def render_line(self, y: int) -> Strip:
        """Draw one row of the window: the heading, a row of the page, or one of its note."""
        size, base = self.scrollable_content_region.size, self._shades.base
        if not self._pages or not size.width:
            return Strip.blank(size.width, base)
        return Strip(self._row(y)).adjust_cell_length(size.width, base)

    def _row(self, y: int) -> list[Segment]:
        size, styles = self.scrollable_content_region.size, self._styles()
        if y == 0:
            return draw_tabs(self._pages, self.page, size.width, styles)
        if y > self._window:
            note = self._note[y - self._window - 1]
            return [Segment(f" {note}", styles.text + styles.faint)]
        row = y - 1 + self.scroll_offset.y
        if row >= len(self._page_layout.rows):
            return []
        return draw_row(self._page_layout, row, self._index, styles, focused=self.has_focus)

    def _styles(self) -> PanelInk:
        return PanelInk(*(self._shades[name] for name in PanelInk._fields))._replace(
            text=self._shades.base
        )

    @property
    def _page_layout(self) -> Layout:
        if self._report is None:
            return _NOTHING
        if self._layout is None:
            width = max(1, self.scrollable_content_region.width)
            page = self._pages[self.page]
            self._layout = lay_out_page(page, self._report.sides, width, self._window)
        return self._layout

    @property
    def _index(self) -> int:
        return self._current.get(self.page, 0)

    @property
    def _window(self) -> int:
        """How many rows of the page are in view."""
        return max(1, self.scrollable_content_region.height - 1 - len(self._note))

    def _lay_out(self) -> None:
        """Lay the page out again, if there is room for it yet."""
        self._layout, self._note, self._repeats = None, [], 0
        size = self.scrollable_content_region.size
        if self._pages and size.width:
            page = self._pages[self.page]
            note = paragraphs(page.note, max(1, size.width - 2)) if page.count else []
            least = _LEAST_ROWS_OPENING if page.opening else _LEAST_ROWS
            if size.height - 1 - len(note) >= least:
                self._note = note
            pinned = 1 + len(self._note)
            self.virtual_size = Size(size.width, len(self._page_layout.rows) + pinned)
        self.refresh()

    def _scroll_to_top(self) -> None:
        self.scroll_to(y=0, animate=False, force=True)
        self._reveal()

    def _step(self, direction: Way) -> None:
        if not self._pages:
            return
        goal = next_entry(self._page_layout.spots, self._index, direction)
        if goal == self._index and direction == "up":
            self.scroll_to(y=0, animate=False, force=True)
        self.go(goal)

    def _step_rows(self, rows: int) -> None:
        """Go to the entry of the same column that is closest to so many rows further on."""
        if not self._pages or not (spots := self._page_layout.spots):
            return
        at = spots[self._index]
        column = [i for i, spot in enumerate(spots) if spot.x == at.x]
        self.go(min(column, key=lambda i: abs(spots[i].row - at.row - rows)))

    def _reveal(self) -> None:
        """Scroll as little as shows the current entry and the headings above it."""
        if self._layout is None or not (spots := self._layout.spots):
            return
        spot, top = spots[self._index], self.scroll_offset.y
        first = self._page_layout.heading(self._index)
        if first < top:
            self.scroll_to(y=first, animate=False, force=True)
        elif spot.stop > top + self._window:
            self.scroll_to(y=min(spot.row, spot.stop - self._window), animate=False, force=True)
