"""One side of a comparison: an article with the signs of its links."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from tui.commands import bindings
from tui.controls.half_pages import HalfPages
from tui.controls.tick_bar import tick_renderer
from tui.render.comparison import SideInk, draw_side, gutter_width, is_marked, is_noted, tick_places
from tui.render.passages.page_notes import NOTE_SIGN
from tui.render.shade import Shades

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.color import Color
    from rich.style import Style
    from textual import events
    from textual.binding import BindingType
    from textual.scrollbar import ScrollTo

    from search import ArticleId
    from tui.render.comparison import SideView
    from tui.render.listed_words import ListedWords

WIDEST = 84
"""Cells of a row of text, at most; longer rows are hard to read."""

_MARKED = "⇄"
"""The sign beside a sentence marked for judging, at the right end of its rows."""

WHEEL = 3
"""Rows that one step of the mouse wheel scrolls."""


class Column(HalfPages, can_focus=True, inherit_bindings=False):
    """Shows a `SideView`. Posts messages for what the user does, not for calls of `set_top`."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("pane")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"column--{name}" for name in SideInk._fields}
    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Column {
        scrollbar-size: 0 1;
        overflow-x: hidden;
        overflow-y: scroll;
        & > .column--heading { text-style: bold; color: $text-secondary; }
        & > .column--lead { text-style: bold; }
        & > .column--caption { text-style: italic; color: $text-muted; }
        & > .column--faint { color: $text-muted; }
        & > .column--sign { text-style: bold; color: $text-accent; }
        & > .column--weak { color: $text-muted; }
        & > .column--kin { text-style: underline; color: $text-accent; }
        & > .column--chosen_sign { text-style: bold reverse; color: $text-accent; }
        & > .column--chosen { background: $primary 25%; }
        & > .column--shared { text-style: bold; color: $text-success; }
        & > .column--own { text-style: italic; color: $text-secondary; }
        & > .column--marked { background: $accent 30%; }
        & > .column--run { text-style: underline; }
        & > .column--noted { text-style: italic; color: $text-accent; }
        & > .column--match { text-style: bold underline; color: $text-warning; }
        & > .column--current { text-style: bold reverse; color: $text-warning; }
        &:nocolor > .column--caption { text-style: italic dim; }
        &:nocolor > .column--faint { text-style: dim; }
        &:nocolor > .column--weak { text-style: dim; }
        &:nocolor > .column--chosen { text-style: bold; }
        &:nocolor > .column--shared { text-style: bold reverse; }
        &:ansi > .column--chosen { background: ansi_default; text-style: bold; }
        &:ansi > .column--marked { background: ansi_default; text-style: bold; }
    }
    """

    class Moved(Message):
        """The user has scrolled this side."""

        def __init__(self, column: Column) -> None:
            super().__init__()
            self.column = column

        @property
        def control(self) -> Column:
            """The column."""
            return self.column

    class Picked(Message):
        """The user has clicked a sentence, or the sign of one of its links."""

        def __init__(self, column: Column, sentence: int, link: int | None) -> None:
            super().__init__()
            self.column = column
            self.sentence = sentence
            self.link = link

    class Unfolded(Message):
        """The user wants to see folded sentences, which begin with this one."""

        def __init__(self, column: Column, sentence: int) -> None:
            super().__init__()
            self.column = column
            self.sentence = sentence

    class Resized(Message):
        """The room for text has changed."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._view: SideView | None = None
        self._strips: dict[int, Strip] = {}
        self._shades = Shades(self, "column")
        self._side_styles: SideInk | None = None
        self._known_size = Size(0, 0)
        self._listed: Mapping[ArticleId, ListedWords] = {}

    @property
    def window(self) -> int:
        """How many rows are in view, at least one."""
        return max(1, self.scrollable_content_region.height)

    @property
    def top(self) -> int:
        """The first row in view."""
        return self.scroll_offset.y

    def room(self, links: int) -> int:
        """Give the cells for a row of text beside the gutter for so many links."""
        return max(1, min(WIDEST, self.scrollable_content_region.width - gutter_width(links) - 1))

    def show(self, view: SideView) -> None:
        """Show a view without scrolling; showing an equal one costs nothing."""
        if view == self._view:
            return
        self._view = view
        self._strips.clear()
        self.refresh()
        self._update_ticks()

    def light(self, listed: Mapping[ArticleId, ListedWords]) -> None:
        """Light words of standing lists in whichever of these articles is shown."""
        self._listed = listed
        self._strips.clear()
        self.refresh()

    def set_top(self, top: int, slack: int = 0) -> None:
        """Scroll to a top row, which may be up to `slack` rows past the end of the text."""
        height = self._view.layout.height if self._view else 0
        if slack:
            height = max(height, self.window) + slack
        self.virtual_size = Size(self.scrollable_content_region.width, height)
        self.scroll_to(y=top, animate=False, force=True)

    def move_to(self, top: int) -> None:
        """Scroll to a top row for the user, and post `Moved`."""
        before = self.top
        self.scroll_to(y=top, animate=False, force=True)
        if self.top != before:
            self.post_message(self.Moved(self))

    def action_down(self) -> None:
        """Scroll down by one row."""
        self.move_to(self.top + 1)

    def action_up(self) -> None:
        """Scroll up by one row."""
        self.move_to(self.top - 1)

    def action_page_down(self) -> None:
        """Scroll down by a window less two rows, which stay in view."""
        self.move_to(self.top + max(1, self.window - 2))

    def action_page_up(self) -> None:
        """Scroll up by a window less two rows."""
        self.move_to(self.top - max(1, self.window - 2))

    def action_top(self) -> None:
        """Go to the first row."""
        self.move_to(0)

    def action_bottom(self) -> None:
        """Go to the last row."""
        height = self._view.layout.height if self._view else 0
        self.move_to(max(0, height - self.window))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down by the mouse wheel."""
        event.stop().prevent_default()
        self.move_to(self.top + WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up by the mouse wheel."""
        event.stop().prevent_default()
        self.move_to(self.top - WHEEL)

    def on_scroll_to(self, event: ScrollTo) -> None:
        """Scroll to where the scroll bar's handle was dragged."""
        event.stop().prevent_default()
        if event.y is not None:
            self.move_to(round(event.y))

    def on_scroll_down(self, event: Message) -> None:
        """Scroll down after a click below the scroll bar's handle."""
        event.stop().prevent_default()
        self.action_page_down()

    def on_scroll_up(self, event: Message) -> None:
        """Scroll up after a click above the scroll bar's handle."""
        event.stop().prevent_default()
        self.action_page_up()

    def on_click(self, event: events.Click) -> None:
        """Post which sentence or link was picked, or which fold was opened."""
        meta = event.style.meta
        if (fold := meta.get("fold")) is not None:
            self.post_message(self.Unfolded(self, fold))
        if (sentence := meta.get("sentence")) is not None:
            self.post_message(self.Picked(self, sentence, meta.get("link")))

    def on_resize(self) -> None:
        """Post `Resized` if the size has changed; a layout of another height resizes, too."""
        room = self.scrollable_content_region.size
        if room != self._known_size:
            self._known_size = room
            self._strips.clear()
            self.post_message(self.Resized())

    def on_hide(self) -> None:
        """Forget the size, so that being shown again posts `Resized`."""
        self._known_size = Size(0, 0)

    def notify_style_update(self) -> None:
        """Clear cached styles and rows."""
        super().notify_style_update()
        self._forget_styles()
        # Textual says so before it has the styles of the parts, so ticks are drawn a moment later.
        self.call_later(self._restyle)

    def _forget_styles(self) -> None:
        self._shades.clear()
        self._side_styles = None
        self._strips.clear()

    def _restyle(self) -> None:
        self._forget_styles()
        self._update_ticks()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one row of the window."""
        row = y + self.top
        if (strip := self._strips.get(row)) is None:
            strip = self._strips[row] = self._strip(row)
        return strip

    def _strip(self, row: int) -> Strip:
        width = self.scrollable_content_region.width
        base = self._shades.base
        if self._view is None or row >= self._view.layout.height:
            return Strip.blank(width, base)
        view, shown, styles = self._view, self._view.layout.rows[row], self._styles()
        side = view.compared.article.id
        listed = self._listed[side].marks(shown.block) if side in self._listed else ()
        strip = Strip(draw_side(view, shown, styles, listed))
        if beside := _MARKED if is_marked(view, shown) else NOTE_SIGN * is_noted(view, shown):
            links = len(view.links)
            strip = strip.adjust_cell_length(gutter_width(links) + self.room(links), base)
            strip = Strip([*strip, Segment(beside, base + styles.sign)])
        return strip.adjust_cell_length(width, base)

    def _styles(self) -> SideInk:
        if self._side_styles is None:
            shades = self._shades
            self._side_styles = SideInk(*(shades[name] for name in SideInk._fields))._replace(
                text=shades.base
            )
        return self._side_styles

    def _update_ticks(self) -> None:
        """Mark linked sentences and matches on the scroll bar."""
        if self._view is None:
            return
        ticks, styles = tick_places(self._view), self._styles()
        self.vertical_scrollbar.renderer = tick_renderer(  # type: ignore[assignment,misc] # one per bar
            ticks.upper,
            ticks.current,
            self._color(styles.sign),
            self._color(styles.sign),
            (ticks.matches, self._color(styles.match)),
            (ticks.weak, self._color(styles.weak)),
        )
        self.vertical_scrollbar.refresh()

    def _color(self, style: Style) -> Color:
        color = style.color or self._shades.base.color
        return color or self.styles.color.rich_color
