"""A list of articles of any length, which requests rows when they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from tui.commands import allowed, bindings
from tui.controls.half_pages import HalfPages
from tui.controls.painted_rows import PaintedRows
from tui.controls.row_cache import RowCache
from tui.render.note_line import note_line
from tui.render.rows.list_entry import entry_height
from tui.render.shade import Shades

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from textual import events
    from textual.binding import BindingType

    from search import ArticleId, Hit
    from tui.remembered import RowForm


class ArticleList(HalfPages, can_focus=True, inherit_bindings=False):
    """The rows of one answer; `Wanted` requests those that aren't loaded.

    `heading` stands in the border above, `form` tells how much of each article is shown.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("list", "pane")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "articles--title",
        "articles--facts",
        "articles--text",
        "articles--match",
        "articles--rule",
        "articles--chosen",
        "articles--bar",
        "articles--note",
    }
    DEFAULT_CSS = """
    ArticleList {
        scrollbar-size: 0 1;
        overflow-x: hidden;
        overflow-y: auto;
        & > .articles--facts { color: $text-accent; }
        & > .articles--text { color: $foreground 85%; }
        & > .articles--rule { color: $foreground 20%; }
        & > .articles--note { color: $text-muted; }
        & > .articles--match { text-style: bold underline; color: $text-warning; }
        & > .articles--bar { color: $foreground 40%; }
        & > .articles--chosen { background: $foreground 6%; }
        &:focus > .articles--bar { color: $accent; text-style: bold; }
        &:focus > .articles--chosen { background: $accent 18%; }
        &:ansi > .articles--rule { color: ansi_default; text-style: dim; }
        &:ansi > .articles--text { color: ansi_default; }
        &:ansi > .articles--bar { color: ansi_default; }
        &:ansi > .articles--chosen { background: ansi_default; }
        &:ansi:focus > .articles--chosen { background: ansi_default; }
    }
    """

    class Wanted(Message):
        """Requests the rows of `span` of `answer`, which are about to be shown."""

        def __init__(self, answer: object, span: range) -> None:
            super().__init__()
            self.answer = answer
            self.span = span

    class Chosen(Message):
        """Another row is the current one."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    class Opened(Message):
        """The user wants to read the current row."""

    class Leftward(Message):
        """The user wants to go to the pane on the left."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._answer: object = None
        self._total = 0
        self._rows = RowCache()
        self._index = 0
        self._note = ""
        self._shades = Shades(self, "articles")
        self._painted = PaintedRows(self._shades)
        self.heading = ""
        self.form: RowForm = "full"

    @property
    def index(self) -> int | None:
        """The current row, counted from 0; None when there is none."""
        return self._index if self._total else None

    @property
    def hit(self) -> Hit | None:
        """What the current row shows; None when there is none, or it isn't loaded."""
        return self._rows.get(self._index) if self._total else None

    def show(self, answer: object, total: int, rows: Mapping[int, Hit], index: int = 0) -> None:
        """Show another answer of `total` rows.

        `rows` are those already loaded; others are requested by `Wanted`, which has this `answer`.
        `index` becomes the current row.
        """
        self._answer, self._total, self._note = answer, total, ""
        self._rows = RowCache(rows)
        self._painted.clear()
        self._index = max(0, min(index, total - 1))
        self._measure()

    def add_rows(self, answer: object, rows: Mapping[int, Hit]) -> None:
        """Add rows that were requested; those of another answer are dropped."""
        if answer is not self._answer:
            return
        self._rows.add(rows, self._index)
        self._painted.clear()
        self.refresh()
        if self._index:
            self._request_rows(self.window)

    def show_note(self, note: str) -> None:
        """Show a note in the place of rows, with wrapped lines."""
        self._answer, self._total, self._note = None, 0, note
        self._rows = RowCache()
        self._measure()

    def show_mark(self, article: ArticleId | None) -> None:
        """Show a sign on the article marked for comparing; None removes it."""
        self._painted.marked = article
        self._painted.clear()
        self.refresh()

    def show_story_counts(self, others: Mapping[ArticleId, int]) -> None:
        """Show how many other sources have an article's story, where that is known."""
        self._painted.others = others
        self._painted.clear()
        self.refresh()

    def show_fresh(self, fresh: Collection[ArticleId]) -> None:
        """Mark the articles that came since the user last looked."""
        self._painted.fresh = fresh
        self._painted.clear()
        self.refresh()

    def show_form(self, form: RowForm) -> None:
        """Show rows in one line, in two, or with their excerpts; the current one stays in view."""
        self.form = form
        self.set_class(form == "compact", "-compact")
        self._measure()

    def go(self, index: int) -> None:
        """Make a row the current one and scroll it into view; stops at the ends."""
        index = max(0, min(index, self._total - 1))
        if not self._total or index == self._index:
            return
        self._index = index
        self._reveal()
        self.refresh()
        self._update_border()
        self._request_rows(self.window)
        self.post_message(self.Chosen(index))

    @property
    def row_height(self) -> int:
        """Lines of a row, including the rule below it where it has an excerpt."""
        return entry_height(self.form, *self.size)

    @property
    def window(self) -> int:
        """How many rows fit into the window, counting one shown in part."""
        return max(1, -(-self.scrollable_content_region.height // self.row_height))

    def action_down(self) -> None:
        """Go one row down."""
        self.go(self._index + 1)

    def action_up(self) -> None:
        """Go one row up."""
        self.go(self._index - 1)

    def action_page_down(self) -> None:
        """Go down by as many rows as are in view."""
        self.go(self._index + self._page)

    def action_page_up(self) -> None:
        """Go up by as many rows as are in view."""
        self.go(self._index - self._page)

    def action_top(self) -> None:
        """Go to the first row."""
        self.go(0)

    def action_bottom(self) -> None:
        """Go to the last row."""
        self.go(self._total - 1)

    def action_open(self) -> None:
        """Post `Opened`, if there is a row."""
        if self._total:
            self.post_message(self.Opened())

    def action_leftward(self) -> None:
        """Post `Leftward`."""
        self.post_message(self.Leftward())

    def on_click(self, event: events.Click) -> None:
        """Make a row the current one; a second click opens it."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        index = (offset.y + self.scroll_offset.y) // self.row_height
        if index >= self._total:
            return
        if index == self._index and event.chain > 1:
            self.action_open()
        else:
            self.go(index)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell Textual whether a command is offered now."""
        del parameters
        return allowed("list", action, lambda _: self._total > 0)

    def notify_style_update(self) -> None:
        """Clear cached styles and rows."""
        super().notify_style_update()
        self._shades.clear()
        self._painted.clear()

    def on_resize(self) -> None:
        """Adapt to the new size, keeping the current row in view."""
        self._measure()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the window."""
        width = self.scrollable_content_region.width
        if self._note:
            style = self._shades.base + self._shades["note"]
            return note_line(self._note, y, self.scrollable_content_region.size, style)
        index, line = divmod(y + self.scroll_offset.y, self.row_height)
        if index >= self._total:
            return Strip.blank(width, self._shades.base)
        if self._rows.get(index) is None:
            self._request_rows(0)
        return self._row(index, width)[line]

    @property
    def _page(self) -> int:
        return max(1, self.scrollable_content_region.height // self.row_height)

    def _measure(self) -> None:
        self.virtual_size = Size(self.size.width, self._total * self.row_height)
        self._reveal()
        self.refresh()
        self._update_border()

    def _reveal(self) -> None:
        height, top = self.row_height, self.scroll_offset.y
        first, last = self._index * height, (self._index + 1) * height - 1
        window = self.scrollable_content_region.height
        if first < top or window < height:
            self.scroll_to(y=first, animate=False, force=True)
        elif last > top + window:
            self.scroll_to(y=last - window, animate=False, force=True)

    def _update_border(self) -> None:
        place = f"{self._index + 1:,} of {self._total:,}" if self._total else ""
        compact = self.form == "compact"  # there is no border below then, for one more row
        self.border_title = f"{self.heading} · {place}" if compact and place else self.heading
        self.border_subtitle = "" if compact else place

    def _request_rows(self, ahead: int) -> None:
        """Request rows in view that aren't loaded, or so many beyond when all are.

        A user who scrolls is likely to go on, so the next rows are loaded while these are read.
        """
        top = self.scroll_offset.y
        first = top // self.row_height
        last = (top + self.scrollable_content_region.height - 1) // self.row_height
        if span := self._rows.wanted(range(first, last + 1), ahead, self._total):
            # While painting, the sender is the screen, and a message from it would not bubble.
            self.call_later(lambda: self.post_message(self.Wanted(self._answer, span)))

    def _row(self, index: int, width: int) -> list[Strip]:
        """Draw a row, or take it from the cache."""
        bar = ("▌" if self.has_focus else "▎") if index == self._index else ""
        return self._painted.row(index, self._rows.get(index), width, self.row_height, bar)
