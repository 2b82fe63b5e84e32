"""The text of an article, drawn line by line as it comes into view, and a passage marked in it."""

from __future__ import annotations

from functools import partialmethod
from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual.message import Message

from tui.commands import allowed
from tui.controls.passage_cursor import PassageCursor
from tui.controls.text_scroll import TextScroll
from tui.render.article_page import ArticlePage
from tui.render.selected_text import selected, selected_places
from tui.render.shade import Shades
from tui.render.typeset import typeset

if TYPE_CHECKING:
    from textual import events
    from textual.selection import Selection
    from textual.strip import Strip

    from tui.commands import Need
    from tui.render.passages.stretch import Stretch
    from tui.render.typeset import Look

_KEPT_STRIPS = 1_000
_STYLE_NAMES = frozenset(
    "title byline dateline lead heading quote caption boilerplate fold note match current"
    " tags remark sign noted marked word".split()
)


class ArticleText(TextScroll):
    """Draws a page that is laid out, with the passage marked in it; gives what is selected."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"reader--{name}" for name in _STYLE_NAMES}
    DEFAULT_CSS = """
    ArticleText {
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
        & > .reader--tags, & > .reader--remark { color: $text-accent; }
        & > .reader--sign { text-style: bold; color: $text-accent; }
        & > .reader--noted { text-style: underline; }
        & > .reader--marked { background: $primary 25%; }
        & > .reader--word { text-style: reverse italic; }
        & > .reader--match { text-style: bold underline; color: $text-warning; }
        & > .reader--current { text-style: bold reverse; color: $text-warning; }
        &:nocolor > .reader--marked { text-style: bold; }
        &:ansi > .reader--marked { background: ansi_default; text-style: bold; }
        &:ansi > .reader--dateline, &:ansi > .reader--fold { text-style: dim; }
        &:ansi > .reader--caption { text-style: italic dim; }
    }
    """

    class NoteWanted(Message):
        """The user wants to note something on the marked passage."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._page = ArticlePage((), (), ())
        self._strips: dict[int, Strip] = {}
        self._shades = Shades(self, "reader")
        self._passage = PassageCursor()
        self._to_mark: tuple[int, int, bool] | None = None

    @property
    def look(self) -> Look:
        """How the article is drawn now."""
        raise NotImplementedError

    @property
    def margin(self) -> int:
        """Blank cells before the column."""
        raise NotImplementedError

    @property
    def laid_out(self) -> bool:
        """Whether there is a page to be marked, not only one to come."""
        raise NotImplementedError

    def choose(self, match: int) -> None:
        """Go to a match, counted from 0, once the article is on screen."""
        raise NotImplementedError

    def lay_out_notes(self) -> None:
        """Have the page show the notes on the marked passage, and no others."""
        raise NotImplementedError

    def notify_style_update(self) -> None:
        """Clear cached styles and lines."""
        super().notify_style_update()
        self._shades.clear()
        self._strips.clear()

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw again, as other text is selected."""
        del selection
        self.redraw()

    def redraw(self) -> None:
        """Draw all lines anew."""
        self._strips.clear()
        self.refresh()

    def get_selection(self, selection: Selection) -> tuple[str, str]:
        """Give the selected text as it was written, without the breaks of wrapping."""
        return selected(self._page, selection.get_span, self.margin), "\n"

    @property
    def selected_stretches(self) -> tuple[Stretch, ...]:
        """What is selected of each block of the article; none without."""
        if (selection := self.text_selection) is None:
            return ()
        return selected_places(self._page, selection.get_span, self.margin)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the window."""
        line = y + self.scroll_offset.y
        if (strip := self._strips.get(line)) is None:
            if len(self._strips) > _KEPT_STRIPS:
                self._strips.clear()
            selection = self.text_selection
            span = selection and selection.get_span(line)
            strip = self._strips[line] = typeset(self._page, line, self.look, span)
        return strip

    def style_of(self, name: str) -> Style:
        """Give the style of a part's kind or of a mark; an empty one for other names."""
        if name == "selection":
            return self.screen.get_component_rich_style("screen--selection")
        return self._shades[name] if name in _STYLE_NAMES else Style.null()

    @property
    def marked(self) -> Stretch | None:
        """The marked passage; None without."""
        return self._passage.at

    @property
    def marked_word(self) -> str:
        """The word chosen in the marked passage; empty without."""
        return self._passage.word_text(self._page)

    def mark_place(self, block: int, offset: int, *, match: bool = False) -> None:
        """Mark the sentence at a place of the article, once that is on screen.

        With `match`, a match that begins there is made the current one instead.
        """
        self._to_mark = block, offset, match
        if self.laid_out:
            self.mark_pending()

    def action_unmark_passage(self) -> None:
        """Mark no passage any more."""
        self._passage.clear()
        self.show_passage()

    def action_note(self) -> None:
        """Post `NoteWanted`."""
        self.post_message(self.NoteWanted())

    def _step_word(self, step: int) -> None:
        self._passage.step_word(self._page, step)
        self.redraw()

    action_next_word = partialmethod(_step_word, 1)
    action_previous_word = partialmethod(_step_word, -1)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell Textual whether a command is offered now."""
        del parameters
        return allowed("marked", action, self._has)

    def _has(self, need: Need) -> bool:
        return need != "passage" or (self.marked is not None and self.text_selection is None)

    @property
    def view_lines(self) -> range:
        """The lines in view; none before the first layout."""
        top = self.scroll_offset.y
        return range(top, top + self.window)

    @property
    def passage_seen(self) -> bool:
        """Whether a passage is marked and its beginning in view."""
        return self.marked is not None and self._passage.line(self._page) in self.view_lines

    def reveal_line(self, line: int) -> None:
        """Scroll a line into view, if it isn't or is at the edge."""
        height, top = self.window, self.scroll_offset.y
        if not top + 1 <= line < top + height - 2:
            self.scroll_to(y=max(0, line - height // 3), animate=False)

    def lift_passage(self) -> None:
        """Scroll the marked passage into the upper part of the window, as far as the text goes."""
        lines = self._passage.lines(self._page)
        if lines is not None and lines.start - self.scroll_offset.y > self.window // 4:
            self.scroll_to(y=lines.start - self.window // 4, animate=False)

    def mark_clicked(self, event: events.Click) -> None:
        """Mark the sentence that was clicked, and the word in it."""
        _, at = self.screen.get_widget_and_offset_at(event.screen_x, event.screen_y)
        line = self._page.lines[at.y] if at is not None and at.y < len(self._page.lines) else None
        if at is None or line is None or line.part < 0:
            return
        part = self._page.parts[line.part]
        prefix = part.first if line.start == 0 else part.rest
        offset = line.start + part.offset(max(0, at.x - self.margin - len(prefix)))
        self._passage.mark(self._page, line.part, min(offset, max(line.start, line.stop - 1)))
        self.show_passage()

    def mark_pending(self) -> None:
        """Mark what was to be marked once the article is on screen."""
        if self._to_mark is not None:
            (block, offset, match), self._to_mark = self._to_mark, None
            number = self._page.number(block, offset) if match else None
            if number is not None:
                self.choose(number)
            else:
                self._passage.mark_block(self._page, block, offset)
                self.show_passage()

    def show_passage(self) -> None:
        """Show which passage is marked, and the notes on it."""
        self.lay_out_notes()
        lines = self._passage.lines(self._page)
        if lines is not None:
            self.reveal_line(lines.start)
            below = lines.stop + 1 - self.view_lines.stop
            if below > 0:  # what is marked ends with the notes on it
                self.scroll_to(
                    y=min(self.scroll_offset.y + below, max(0, lines.start - 1)), animate=False
                )
        self.redraw()
        self.screen.refresh_bindings()
