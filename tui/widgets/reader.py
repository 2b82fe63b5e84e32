"""The reading pane: one article in a column, with highlighted matches."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from tui.commands import bindings
from tui.controls.article_text import ArticleText
from tui.controls.match_walk import MatchWalk
from tui.controls.reader_frame import ReaderFrame
from tui.render import harmless
from tui.render.article_lines import lay_out
from tui.render.article_page import Part, parts
from tui.render.passages.page_notes import inlay_for
from tui.render.selected_text import passage
from tui.render.typeset import Look

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType

    from tui.render.article_page import Place, Reading
    from tui.render.passages.page_notes import Inlay, PageNote


class Reader(ArticleText, can_focus=True):
    """Shows one article; remembers for this run where each was left.

    Lines are laid out when the article or the width changes, and painted when they are shown.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("marked", "reader", "pane")]

    class Back(Message):
        """The user wants to leave the article."""

    class ReadOn(Message):
        """The user has read to the end, and wants the next article."""

    column: reactive[int] = reactive(72, init=False)
    """Cells of a line of text, at most; fewer if the pane is narrower."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._reading: Reading | None = None
        self._note = ""
        self._saved: dict[str, tuple[Place | None, frozenset[int]]] = {}
        self._place: Place | None = None
        self._laid_out_for = 0
        self._choose_pending = False
        self._unfolded: frozenset[int] = frozenset()
        self._match_walk = MatchWalk()
        self._inlay: Inlay | None = None
        self.frame = ReaderFrame(self)

    @property
    def reading(self) -> Reading | None:
        """The article shown, with its highlights; None when a note is shown."""
        return self._reading

    def show(self, reading: Reading, *, noun: str = "match") -> None:
        """Show an article where it was last left, or the same one with other highlights."""
        before = self._reading
        if before is None or before.article.blocks != reading.article.blocks:
            self._passage.clear()
        if before is None or before.article.id != reading.article.id:
            self._remember()
            left = reading.left, frozenset[int]()
            self._place, self._unfolded = self._saved.get(reading.article.id, left)
            self._match_walk = MatchWalk(noun)
        elif before.lit != reading.lit:
            self._match_walk = MatchWalk(noun)
        self._reading, self._note = reading, ""
        self._lay_out()

    def show_note(self, note: str) -> None:
        """Show a note in the place of an article; an empty one leaves the pane blank."""
        self._remember()
        self._reading, self._note, self._match_walk = None, note, MatchWalk()
        self._unfolded, self._place = frozenset(), None
        self._passage.clear()
        self._lay_out()

    @property
    def place(self) -> Place | None:
        """The position of the first line in view; None at the top, and without an article."""
        return self._place

    def left(self, article: str) -> Place | None:
        """Give the position in an article shown; None at its top, or if it never was."""
        self._remember()
        return self._saved.get(article, (None, frozenset[int]()))[0]

    @property
    def matches(self) -> int:
        """How many places are highlighted."""
        if self._laid_out_for:
            return len(self._page.matches)
        return self._reading.matches if self._reading else 0

    @property
    def current(self) -> int | None:
        """The current match, counted from 0; None if there is none."""
        return self._match_walk.current

    @property
    def current_match(self) -> str:
        """The text of the current match; empty without."""
        return self._page.text_of(self.current) if self.current is not None else ""

    def passage(self) -> str | None:
        """Give the selected text, the marked passage, the current match's block or the first in view."""
        if (selection := self.text_selection) is not None:
            return self.get_selection(selection)[0] or None
        if self.marked is not None:
            return harmless(self._passage.text(self._page))
        at = self.current
        line = self.scroll_offset.y if at is None else self._page.matches[at].line
        return passage(self._page, line)

    @property
    def marked_notes(self) -> tuple[PageNote, ...]:
        """The notes on the marked passage."""
        at, notes = self.marked, self._reading.notes if self._reading else ()
        return tuple(note for note in notes if note.touches(at)) if at is not None else ()

    def step_passage(self, step: int) -> None:
        """Mark the next sentence (1) or the previous (-1), from what is on screen."""
        current = self._page.matches[self.current] if self.current is not None else None
        seen = current if current is not None and current.line in self.view_lines else None
        self._passage.step(self._page, step, self.view_lines, seen)
        self.show_passage()

    def go(self, step: int) -> None:
        """Go to the next match (1) or the previous (-1), wrapping around at the ends.

        A passage that is marked goes along.
        """
        place = self._passage.place(self._page) if self.passage_seen else None
        match = self._match_walk.step(self._page.matches, step, self.view_lines, place)
        if match is None:
            return
        if self.marked is not None:
            found = self._page.matches[match]
            self._passage.mark(self._page, found.part, found.start)
            self.lay_out_notes()
        self._show_match(match)

    def choose_visible(self) -> None:
        """Make the first match in view the current one, unless there is one already.

        If the reader isn't on screen yet, this is done when it is.
        """
        self._choose_pending = not self._laid_out_for
        if self.current is None and self._laid_out_for:
            view = self.view_lines
            first = next((i for i, m in enumerate(self._page.matches) if m.line in view), None)
            if first is not None:
                self.choose(first)

    def choose(self, match: int) -> None:
        """Go to a match, counted from 0, once the article is on screen."""
        self._match_walk.choose(match)
        self._choose_pending = not self._laid_out_for
        if not self._choose_pending:
            self._show_match(match)

    def scroll_to_place(self, place: Place | None) -> None:
        """Make the line of a position the first in view; None is the top."""
        top = self._page.line(place) if place is not None else 0
        self.scroll_to(y=top, animate=False, force=True)

    def toggle_boilerplate(self) -> None:
        """Open all folds, or close them when any is open."""
        folds = frozenset(part.block for part in self._page.parts if part.kind == "fold")
        self._unfolded = frozenset() if self._unfolded else folds
        self._lay_out()

    def action_read_on(self) -> None:
        """Scroll down by a page; at the end stop there first, then post `ReadOn`."""
        if self._reading is not None and self.frame.read_on():
            self.post_message(self.ReadOn())
        self.action_page_down()
        self._update_border()

    def action_back(self) -> None:
        """Post `Back`."""
        self.post_message(self.Back())

    def watch_column(self) -> None:
        """Lay out for another width of text, keeping the position."""
        self._lay_out()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Remember the position, unless a new size and not the user has changed it."""
        super().watch_scroll_y(old_value, new_value)
        if self._laid_out_for == self._width and old_value <= self.max_scroll_y:
            top = self.scroll_offset.y
            self._place = self._page.place(top) if top else None
        self._update_border()

    def on_resize(self) -> None:
        """Lay out for the new width, keeping the position."""
        self._lay_out()

    def on_click(self, event: events.Click) -> None:
        """Mark the sentence, and make a match the current one; or open or close a fold."""
        meta = event.style.meta
        if (fold := meta.get("fold")) is not None:
            self._unfolded ^= {fold}
            self._lay_out()
        elif event.chain == 1 and self.text_selection is None:
            self.mark_clicked(event)
        if (match := meta.get("match")) is not None:
            self.choose(match)

    def notify_style_update(self) -> None:
        """Clear cached styles and lines, and draw the ticks anew."""
        super().notify_style_update()
        if self._page.lines:
            self._update_ticks()

    def _remember(self) -> None:
        if self._reading is not None:
            self._saved[self._reading.article.id] = self._place, self._unfolded

    @property
    def _width(self) -> int:
        return max(1, min(self.column, self.scrollable_content_region.width - 2))

    @property
    def margin(self) -> int:
        """Blank cells before the column."""
        return max(0, (self.scrollable_content_region.width - self._width) // 2)

    def _lay_out(self) -> None:
        """Cut the article into lines for this width, keeping the position."""
        if not self.is_mounted or not self.size.width:
            return
        if self._reading is not None:
            pieces = parts(self._reading, self._unfolded)
        else:
            pieces = tuple(Part("note", line, i) for i, line in enumerate(self._note.split("\n")))
        place, self._laid_out_for = self._place, 0
        self._inlay = inlay_for(self._reading.notes, self.marked) if self._reading else None
        self._page = lay_out(pieces, self._width, self._inlay)
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._page.lines))
        self.scroll_to_place(place)
        self._place, self._laid_out_for = place, self._width
        self.redraw()
        self._update_border()
        self._update_ticks()
        self.mark_pending()
        if self._choose_pending and self.current is not None:
            self.choose(self.current)
        elif self._choose_pending:
            self.choose_visible()

    def _show_match(self, match: int) -> None:
        self.reveal_line(self._page.matches[match].line)
        self.redraw()
        self._update_border()
        self._update_ticks()

    @property
    def laid_out(self) -> bool:
        """Whether the article is cut into lines for the window as it is."""
        return bool(self._laid_out_for)

    def lay_out_notes(self) -> None:
        """Lay out anew if other notes are to be shown, keeping the position."""
        if self._reading and inlay_for(self._reading.notes, self.marked) != self._inlay:
            self._lay_out()

    def _update_border(self) -> None:
        label = self._match_walk.label(len(self._page.matches))
        self.frame.update(self._page, self._reading, label)

    def _update_ticks(self) -> None:
        self.frame.draw_ticks(self._page, self.current, self._shades)

    @property
    def look(self) -> Look:
        """How the article is drawn now."""
        notes = self._reading.notes if self._reading else ()
        return Look(
            self.scrollable_content_region.width,
            self.margin,
            self._shades.base,
            self.style_of,
            self.current,
            self._match_walk.count(len(self._page.matches)),
            self.marked,
            self._passage.word,
            tuple(at for note in notes for at in note.places),
        )
