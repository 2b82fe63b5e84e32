"""The base of screens with a reader: finding, copying, editing, and starting a comparison."""

from __future__ import annotations

from functools import partialmethod
from typing import TYPE_CHECKING

from tui.routes import ConcordanceRoute, RevisionsRoute
from tui.screens.command_screen import CommandScreen
from tui.screens.reading.annotating import Annotating
from tui.screens.reading.article_needs import has_need
from tui.screens.reading.comparing import Comparing
from tui.screens.reading.completing import Completing
from tui.screens.reading.finder import Finder
from tui.screens.reading.first_layout import FirstLayout
from tui.screens.reading.handing_over import HandingOver
from tui.screens.reading.link_list import LinkList
from tui.screens.reading.reading_clock import ReadingClock
from tui.screens.reading.who_else import WhoElse
from tui.screens.reading.word_at_hand import word_at_hand
from tui.screens.reading.word_lights import WordLights
from tui.session import lit_article
from tui.session.latest import Latest
from tui.session.mark_changes import ChosenArticle
from tui.settings import NARROWEST, WIDEST
from tui.widgets.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from search import Article, ArticleId, CitationStyle, Desk, SearchError
    from tui.commands import Need
    from tui.render.article_page import Reading
    from tui.routes import Lighting
    from tui.session.requests import ToRead
    from tui.session.standing_lists import StandingLists
    from tui.session.surroundings import MarkedArticle
    from tui.widgets.find_bar import FindLine

_STEP = 4
"""Cells by which the text is made wider or narrower."""


class ReadingScreen(CommandScreen):
    """A screen with one reader and a current article.

    Args:
        desk: gives the library; called in a thread, as it may have to wait.
        marked: the article marked for comparing.
        lists: standing word lists.

    Attributes:
        citation: the style of citations.
        finder: finds text within the article.
        hand: hands the article over to other programs.
        reading: reads requested articles and passes them to `read`.
    """

    citation: CitationStyle = "plain"

    def __init__(
        self, desk: Callable[[], Desk], marked: MarkedArticle, lists: StandingLists
    ) -> None:
        super().__init__(desk)
        self.words = WordLights(self, lists)
        self._desk = desk
        self._marked = marked
        self.finder = Finder(self)
        self.first_layout = FirstLayout(self)
        self._clock = ReadingClock(self, desk)
        self.hand = HandingOver(self, desk, lambda: self.citation)
        self.reading: Latest[ToRead, Reading] = Latest(
            self,
            lambda request: lit_article.read(desk(), request),
            lambda _, reading: self.read(reading),
            lambda _, error: self._show_unreadable(error),
        )
        self.comparing = Comparing(self, desk)
        self.annotating = Annotating(self, desk, self.changes, self.marks_kept)
        self.who_else = WhoElse(self)
        self.link_list = LinkList(self, desk)
        self.completing = Completing(self, desk)

    @property
    def article_id(self) -> ArticleId | None:
        """The current article, whether it is read yet or not."""
        raise NotImplementedError

    @property
    def chosen(self) -> ChosenArticle | None:
        """The current article."""
        article = self.article
        return ChosenArticle(article.id, article.label) if article is not None else None

    @property
    def lighting(self) -> Lighting | None:
        """What is highlighted in the current article."""
        raise NotImplementedError

    def to_reader(self) -> None:
        """Focus the reader, showing it if needed."""
        raise NotImplementedError

    def read(self, reading: Reading) -> None:
        """Take an article that was read."""
        raise NotImplementedError

    def show_mark(self) -> None:
        """Show which article is marked for comparing."""
        raise NotImplementedError

    def edited(self, file: Path) -> None:
        """Update after the editor may have changed a file."""
        raise NotImplementedError

    def action_back(self) -> None:
        """Close the topmost layer."""
        raise NotImplementedError

    def action_next_article(self) -> None:
        """Show the next article of the list."""
        raise NotImplementedError

    @property
    def search_words(self) -> str:
        """What was searched for, to ask for its uses; empty without."""
        raise NotImplementedError

    def mark_read(self, article: ArticleId) -> None:
        """Mark an article as read, as it was."""
        raise NotImplementedError

    def keep_places(self) -> None:
        """Keep the place in each article, and notice which were read, from now on."""
        self._clock.begin()

    async def finish(self) -> None:
        """Keep what isn't kept yet."""
        await self._clock.finish()
        await super().finish()

    @property
    def reader(self) -> Reader:
        """The reader of this screen."""
        return self.query_one(Reader)

    @property
    def article(self) -> Article | None:
        """The current article; None until it is read."""
        reading = self.reader.reading
        if reading is None or reading.article.id != self.article_id:
            return None
        return reading.article

    def has(self, need: Need) -> bool:
        """Tell whether what a command needs is present."""
        return has_need(self, need)

    def show_reading(self, reading: Reading) -> None:
        """Show an article, and close the find bar."""
        self.finder.close()
        self.reader.show(reading)
        self.words.light(reading)
        self.refresh_bindings()

    def on_reader_back(self) -> None:
        """Leave the article."""
        self.action_back()

    def on_reader_read_on(self) -> None:
        """Show the next article."""
        self.action_next_article()

    def on_find_line_typed(self, event: FindLine.Typed) -> None:
        """Find the text in the article shown."""
        self.finder.find(event.text, self.article)

    def on_find_line_next(self, event: FindLine.Next) -> None:
        """Go to the next place found, or the previous."""
        self.finder.step(event.step)

    async def action_find(self) -> None:
        """Open the find bar."""
        self.to_reader()
        await self.finder.open()

    def action_next_match(self) -> None:
        """Go to the next match."""
        self.go_to_match(1)

    def action_previous_match(self) -> None:
        """Go to the previous match."""
        self.go_to_match(-1)

    def go_to_match(self, step: int) -> None:
        """Go to the next match or the previous, showing the reader if needed."""
        if not self.reader.display:
            self.to_reader()
        self.reader.go(step)

    def _step_passage(self, step: int) -> None:
        if not self.reader.display:
            self.to_reader()
        self.first_layout.then(lambda: self.reader.step_passage(step))

    action_next_passage = partialmethod(_step_passage, 1)
    action_previous_passage = partialmethod(_step_passage, -1)

    def action_concordance(self) -> None:
        """Show every use of the word at hand."""
        selected = self.get_selected_text() if self.selections else None
        self.go(ConcordanceRoute(word_at_hand(selected, self.reader, self.search_words)))

    def action_who_else(self) -> None:
        """Show what of other outlets meets the marked passage."""
        self.who_else.ask()

    def action_links(self) -> None:
        """List the links of the article."""
        self.link_list.ask()

    def action_fetch_whole(self) -> None:
        """Fetch all of the text of an article that is cut."""
        if self.article is not None:
            self.completing.ask(self.article)

    def action_revisions(self) -> None:
        """List the versions of the article."""
        if self.article is not None:
            self.go(RevisionsRoute(self.article.id))

    def action_note(self) -> None:
        """Write a note on what is selected, the marked passage, or the article."""
        self.annotating.note()

    on_article_text_note_wanted = action_note

    def action_tags(self) -> None:
        """Change the tags of the article."""
        self.annotating.tags()

    def action_boilerplate(self) -> None:
        """Unfold or fold boilerplate."""
        self.reader.toggle_boilerplate()

    def action_word_lists(self) -> None:
        """Light all word lists, then each by itself, then none."""
        if not self.words.step():
            self.inform("No word list is lit.")

    def _widen(self, cells: int) -> None:
        self.reader.column = max(NARROWEST, min(WIDEST, self.reader.column + cells))

    action_wider = partialmethod(_widen, _STEP)
    action_narrower = partialmethod(_widen, -_STEP)

    def action_compare_best(self) -> None:
        """Find the best counterpart, and open the comparison."""
        self.comparing.best()

    def action_compare_with(self) -> None:
        """Let the user choose the article to compare with."""
        self.comparing.choose()

    def action_mark(self) -> None:
        """Mark the article; a second mark compares the two, the same one again removes the mark."""
        self.comparing.mark(self._marked)

    def action_copy_passage(self) -> None:
        """Copy the selected text or the current paragraph as a citation."""
        if self.article is not None and (text := self.reader.passage()):
            self.hand.copy_passage(self.article, text)

    def action_copy_link(self) -> None:
        """Copy the article's address."""
        if self.article is not None:
            self.hand.copy_link(self.article)

    def action_browse(self) -> None:
        """Open the article's address in the browser."""
        if self.article is not None:
            self.hand.browse(self.article)

    def action_edit(self) -> None:
        """Open the article's file, at its line, in the user's editor, then look at it."""
        if self.article is not None and (file := self.hand.edit(self.article)) is not None:
            self.edited(file)

    def action_pipe(self) -> None:
        """Ask for a command, and give it the article's text."""
        if (article := self.article) is not None:
            self.post_message(self.AskCommand(lambda request: self.hand.pipe(article, request)))

    def _show_unreadable(self, error: SearchError) -> None:
        """Say why an article can't be shown."""
        self.reader.show_note(f"This article can't be shown.\n\n{error}")
        self.refresh_bindings()
