"""The reading pane: one article in a column, its matches lit."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from tui.commands import bindings
from tui.controls.match_walk import MatchWalk
from tui.controls.text_scroll import TextScroll
from tui.controls.tick_bar import tick_renderer
from tui.render.article_page import ArticlePage, Part, lay_out, parts
from tui.render.selected_text import passage, selected
from tui.render.shade import Shades
from tui.render.typeset import Look, typeset

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType
    from textual.selection import Selection
    from textual.strip import Strip

    from tui.render.article_page import Place, Reading

_KEPT_STRIPS = 1_000
_STYLED = frozenset(
    "title byline dateline lead heading quote caption boilerplate fold note match current".split()
)


class Reader(TextScroll, can_focus=True):
    """Shows one article; remembers for the session where each was left.

    Lines are laid out when the article or the width changes and painted as they are shown.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("reader", "pane")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"reader--{name}" for name in _STYLED}
    DEFAULT_CSS = """
    Reader {
        scrollbar-size: 0 1;
        overflow: hidden scroll;
        & > .reader--title { text-style: bold; color: $text-primary; }
        & > .reader--byline { color: $text-accent; }
        & > .reader--lead { text-style: bold; }
        & > .reader--heading { text-style: bold; color: $text-secondary; }
        & > .reader--quote { text-style: italic; }
        & > .reader--caption { text-style: italic; color: $text-muted; }
        & > .reader--dateline, & > .reader--fold, & > .reader--boilerplate, & > .reader--note {
            color: $text-muted;
        }
        & > .reader--match { text-style: bold underline; color: $text-warning; }
        & > .reader--current { text-style: bold reverse; color: $text-warning; }
        &:ansi > .reader--dateline, &:ansi > .reader--fold { text-style: dim; }
        &:ansi > .reader--caption { text-style: italic dim; }
    }
    """

    class Back(Message):
        """The user wants to leave the article."""

    column: reactive[int] = reactive(72, init=False)
    """Cells of a line of text, at most; fewer where the pane is narrower."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._reading: Reading | None = None
        self._note = ""
        self._page = ArticlePage((), (), ())
        self._left: dict[str, tuple[Place | None, frozenset[int]]] = {}
        self._place: Place | None = None
        self._laid_out_for = 0
        self._choosing = False
        self._opened: frozenset[int] = frozenset()
        self._walk = MatchWalk()
        self._strips: dict[int, Strip] = {}
        self._shades = Shades(self, "reader")

    @property
    def reading(self) -> Reading | None:
        """What is shown now; None when it is no article."""
        return self._reading

    def show(self, reading: Reading, *, noun: str = "match") -> None:
        """Show an article where it was last left, or the same with other places lit, each a `noun`."""
        before = self._reading
        if before is None or before.article.id != reading.article.id:
            self._remember()
            self._place, self._opened = self._left.get(reading.article.id, (None, frozenset()))
            self._walk = MatchWalk(noun)
        elif before.lit != reading.lit:
            self._walk = MatchWalk(noun)
        self._reading, self._note = reading, ""
        self._lay_out()

    def say(self, note: str) -> None:
        """Show a note in the place of an article; an empty one leaves the pane blank."""
        self._remember()
        self._reading, self._note, self._walk = None, note, MatchWalk()
        self._opened, self._place = frozenset(), None
        self._lay_out()

    @property
    def place(self) -> Place | None:
        """What stands on the first line shown; None at the top, and without an article."""
        return self._place

    @property
    def matches(self) -> int:
        """How many places are lit."""
        return self._reading.matches if self._reading else 0

    @property
    def current(self) -> int | None:
        """The match chosen, counted from 0."""
        return self._walk.current

    def passage(self) -> str | None:
        """Give the text a reader means now, in this order of preference.

        What is selected, the block of the chosen match, or the first block in view.
        """
        if (selection := self.text_selection) is not None:
            return self.get_selection(selection)[0] or None
        at = self.current
        line = self.scroll_offset.y if at is None else self._page.matches[at].line
        return passage(self._page, line)

    def go(self, step: int) -> None:
        """Go to the next match (1) or the previous (-1), from one end round to the other."""
        match = self._walk.step(self._page.matches, step, self.scroll_offset.y)
        if match is not None:
            self._show_match(match)

    def choose_visible(self) -> None:
        """Choose the first match in view, unless one is chosen or none is in view.

        A reader that is not on screen yet does so when it is.
        """
        self._choosing = not self._laid_out_for
        if self.current is None and self._laid_out_for:
            window = range(self.scroll_offset.y, self.scroll_offset.y + self.window)
            first = next((i for i, m in enumerate(self._page.matches) if m.line in window), None)
            if first is not None:
                self.choose(first)

    def choose(self, match: int) -> None:
        """Go to a match, counted from 0, as soon as the article is on screen."""
        self._walk.choose(match)
        self._choosing = not self._laid_out_for
        if not self._choosing:
            self._show_match(match)

    def stand(self, place: Place | None) -> None:
        """Go to where a place is on the first line shown, None being the top."""
        top = self._page.line(place) if place is not None else 0
        self.scroll_to(y=top, animate=False, force=True)

    def toggle_boilerplate(self) -> None:
        """Open every fold, or close them when any is open."""
        folds = frozenset(part.block for part in self._page.parts if part.kind == "fold")
        self._opened = frozenset() if self._opened else folds
        self._lay_out()

    def action_back(self) -> None:
        """Leave the article."""
        self.post_message(self.Back())

    def watch_column(self) -> None:
        """Lay out anew, keeping the place."""
        self._lay_out()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Note the place, unless it was the window that changed and not the reader that moved."""
        super().watch_scroll_y(old_value, new_value)
        if self._laid_out_for == self._width and old_value <= self.max_scroll_y:
            top = self.scroll_offset.y
            self._place = self._page.place(top) if top else None
        self._tell()

    def on_resize(self) -> None:
        """Lay out for the new width, keeping the first line shown."""
        self._lay_out()

    def on_click(self, event: events.Click) -> None:
        """Choose a match, or open or close a fold."""
        meta = event.style.meta
        if (match := meta.get("match")) is not None:
            self.choose(match)
        elif (fold := meta.get("fold")) is not None:
            self._opened ^= {fold}
            self._lay_out()

    def notify_style_update(self) -> None:
        """Paint anew in the new styles."""
        super().notify_style_update()
        self._shades.clear()
        self._strips.clear()
        if self._page.lines:
            self._tick()

    def selection_updated(self, selection: Selection | None) -> None:
        """Paint anew what is selected."""
        del selection
        self._strips.clear()
        self.refresh()

    def get_selection(self, selection: Selection) -> tuple[str, str]:
        """Give the selected text as it was written, without the breaks of wrapping."""
        return selected(self._page, selection.get_span, self._margin), "\n"

    def render_line(self, y: int) -> Strip:
        """Paint one line of the window."""
        line = y + self.scroll_offset.y
        if (strip := self._strips.get(line)) is None:
            if len(self._strips) > _KEPT_STRIPS:
                self._strips.clear()
            strip = self._strips[line] = self._strip(line)
        return strip

    def _remember(self) -> None:
        if self._reading is not None:
            self._left[self._reading.article.id] = self._place, self._opened

    @property
    def _width(self) -> int:
        return max(1, min(self.column, self.scrollable_content_region.width - 2))

    @property
    def _margin(self) -> int:
        return max(0, (self.scrollable_content_region.width - self._width) // 2)

    def _lay_out(self) -> None:
        """Cut the article into lines for this width, and stand at the same place."""
        if not self.is_mounted or not self.size.width:
            return
        if self._reading is not None:
            pieces = parts(self._reading, self._opened)
        else:
            pieces = tuple(Part("note", line, i) for i, line in enumerate(self._note.split("\n")))
        place, self._laid_out_for = self._place, 0
        self._page = lay_out(pieces, self._width)
        self._strips.clear()
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._page.lines))
        self.stand(place)
        self._place, self._laid_out_for = place, self._width
        self.refresh()
        self._tell()
        self._tick()
        if self._choosing and self.current is not None:
            self.choose(self.current)
        elif self._choosing:
            self.choose_visible()

    def _show_match(self, match: int) -> None:
        line = self._page.matches[match].line
        height, top = self.window, self.scroll_offset.y
        if not top + 1 <= line < top + height - 2:
            self.scroll_to(y=max(0, line - height // 3), animate=False)
        self._strips.clear()
        self.refresh()
        self._tell()
        self._tick()

    def _tell(self) -> None:
        """Say in the frame which match this is and how far the reader has come."""
        label = self._walk.label(len(self._page.matches))
        share = ""
        if self._reading is not None and self.max_scroll_y > 0:
            share = f"{round(100 * self.scroll_offset.y / self.max_scroll_y)} %"
        self.border_subtitle = " · ".join(part for part in (label, share) if part)

    def _tick(self) -> None:
        total = len(self._page.lines) or 1
        places = [match.line / total for match in self._page.matches]
        self.vertical_scrollbar.renderer = tick_renderer(  # type: ignore[assignment,misc] # one per bar
            places, self.current, self._shades["match"].color, self._shades["current"].color
        )
        self.vertical_scrollbar.refresh()

    def _strip(self, number: int) -> Strip:
        look = Look(
            self.scrollable_content_region.width,
            self._margin,
            self._shades.base,
            self._style_of,
            self.current,
            self._walk.count(len(self._page.matches)),
        )
        selection = self.text_selection
        return typeset(self._page, number, look, selection and selection.get_span(number))

    def _style_of(self, name: str) -> Style:
        if name == "selection":
            return self.screen.get_component_rich_style("screen--selection")
        return self._shades[name] if name in _STYLED else Style.null()
