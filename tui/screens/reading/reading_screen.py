"""A screen on which an article is read, taken elsewhere, or compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from tui.render.citation import citation
from tui.routes import ComparisonRoute
from tui.screens.command_screen import CommandScreen
from tui.screens.reading.finder import Finder
from tui.session import lit_article
from tui.session.latest import Latest
from tui.settings import NARROWEST, WIDEST
from tui.terminal import handoff
from tui.widgets.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Callable

    from search import Article, ArticleId, Counterpart, Desk, SearchError
    from tui.commands import Need
    from tui.render.article_page import Reading
    from tui.routes import Lighting
    from tui.session.requests import ToRead
    from tui.session.surroundings import MarkedArticle
    from tui.widgets.find_bar import FindLine

_STEP = 4
"""Cells by which the column gets wider or narrower."""


class ReadingScreen(CommandScreen):
    """Has one reader and an article at hand.

    Args:
        desk: gives the library, in a thread; it may have to be waited for.
        marked: the article that is marked for comparing.

    Attributes:
        finder: finds within the article.
        reading: reads the article that is wanted; it comes to `read`.
    """

    def __init__(self, desk: Callable[[], Desk], marked: MarkedArticle) -> None:
        super().__init__()
        self._desk = desk
        self._marked = marked
        self.finder = Finder(self)
        self.reading: Latest[ToRead, Reading] = Latest(
            self,
            lambda wanted: lit_article.read(desk(), wanted),
            lambda _, reading: self.read(reading),
            lambda _, error: self._unreadable(error),
        )
        self._named: Latest[tuple[str, str], tuple[ArticleId, ...]] = Latest(
            self,
            lambda names: desk().resolve_each(*names),
            lambda _, ids: self.compare(*ids),
            lambda _, error: self._refused(error),
        )
        self._counterparts: Latest[ArticleId, list[Counterpart]] = Latest(
            self,
            lambda article: desk().counterparts(article, limit=1),
            self._compare_best,
            lambda _, error: self._refused(error),
        )

    @property
    def article_id(self) -> ArticleId | None:
        """The article at hand, read or not."""
        raise NotImplementedError

    @property
    def lighting(self) -> Lighting | None:
        """What is lit in it."""
        raise NotImplementedError

    def to_reader(self) -> None:
        """Go to the reader, showing it if need be."""
        raise NotImplementedError

    def read(self, reading: Reading) -> None:
        """Take an article that was read."""
        raise NotImplementedError

    def show_mark(self) -> None:
        """Show which article is marked for comparing."""
        raise NotImplementedError

    def edited(self) -> None:
        """Look at what the editor may have changed."""
        raise NotImplementedError

    def action_back(self) -> None:
        """Close one layer."""
        raise NotImplementedError

    @property
    def reader(self) -> Reader:
        """The reader."""
        return self.query_one(Reader)

    @property
    def article(self) -> Article | None:
        """The article at hand, once it is read."""
        reading = self.reader.reading
        if reading is None or reading.article.id != self.article_id:
            return None
        return reading.article

    def has(self, need: Need) -> bool:
        """Tell whether there is what a command needs."""
        match need:
            case "article":
                return self.article_id is not None
            case "address":
                return self.article is not None and handoff.web_address(self.article) is not None
            case "matches":
                return self.reader.matches > 0
            case "boilerplate":
                return self.article is not None and any(
                    block.kind == "boilerplate" for block in self.article.blocks
                )
            case _:
                raise NotImplementedError(need)

    def show_reading(self, reading: Reading) -> None:
        """Show an article; what was looked for in the one before is over."""
        self.finder.close()
        self.reader.show(reading)
        self.refresh_bindings()

    def compare(self, left: ArticleId, right: ArticleId) -> None:
        """Lay two articles side by side."""
        self.go(ComparisonRoute(left, right, self.lighting))

    def compare_named(self, names: tuple[str, str]) -> None:
        """Lay two articles side by side that the user has named: by path, id or its beginning."""
        self._named.ask(names)

    def on_reader_back(self) -> None:
        """Leave the article."""
        self.action_back()

    def on_find_line_typed(self, event: FindLine.Typed) -> None:
        """Look for what is typed in the article shown."""
        self.finder.look_for(event.text, self.article)

    def on_find_line_next(self, event: FindLine.Next) -> None:
        """Go on to the next place found."""
        self.finder.step(event.step)

    async def action_find(self) -> None:
        """Find within the article."""
        self.to_reader()
        await self.finder.open()

    def action_next_match(self) -> None:
        """Go to the next match."""
        self.go_to_match(1)

    def action_previous_match(self) -> None:
        """Go to the match before."""
        self.go_to_match(-1)

    def go_to_match(self, step: int) -> None:
        """Go to a match, showing the reader if need be."""
        if not self.reader.display:
            self.to_reader()
        self.reader.go(step)

    def action_boilerplate(self) -> None:
        """Open or fold what the page says besides the story."""
        self.reader.toggle_boilerplate()

    def action_wider(self) -> None:
        """Make the column wider."""
        self.reader.column = min(WIDEST, self.reader.column + _STEP)

    def action_narrower(self) -> None:
        """Make the column narrower."""
        self.reader.column = max(NARROWEST, self.reader.column - _STEP)

    def action_compare_best(self) -> None:
        """Look for the best counterpart; the comparison opens when it is found."""
        if self.article_id is not None:
            self._counterparts.ask(self.article_id)

    def action_compare_with(self) -> None:
        """Let the user choose the article to compare with."""
        if (article := self.article_id) is not None:
            self.post_message(
                self.ChooseArticle(article, lambda other: self.compare(article, other))
            )

    def action_mark(self) -> None:
        """Mark for comparing; the second mark compares, the same one again takes it back."""
        article, marked = self.article_id, self._marked.article
        if article is None:
            return
        self._marked.article = article if marked is None else None
        self.show_mark()
        if marked is None:
            self.inform("Marked ⇄: press m on another article to compare the two.")
        elif marked != article:
            self.compare(marked, article)

    def action_copy_passage(self) -> None:
        """Copy what is selected, or the paragraph at hand, with where it is from."""
        text = self.reader.passage()
        if self.article is None or not text:
            return
        if handoff.copy(self.app, citation(self.article, text)):
            self.inform("Copied the passage with its citation.")

    def action_copy_link(self) -> None:
        """Copy the article's address."""
        address = handoff.web_address(self.article) if self.article is not None else None
        if address is not None and handoff.copy(self.app, address):
            self.inform(f"Copied {address}")

    def action_browse(self) -> None:
        """Open the article's address in the browser."""
        if self.article is not None and (address := handoff.web_address(self.article)):
            self.app.open_url(address)
            self.inform(f"Asked the browser to open {address}")

    def action_edit(self) -> None:
        """Open the article's file in the user's editor; look for changes afterwards."""
        if self.article is None:
            return
        command = handoff.editor()
        if command is None:
            self.inform("There is no editor: set the variable EDITOR.", warning=True)
            return
        path = handoff.article_file(self._desk().library, self.article)
        try:
            handoff.edit(self.app, command, path)
        except (OSError, SuspendNotSupported) as error:
            self.inform(f"The editor could not be started: {error}", warning=True)
        self.edited()

    def _compare_best(self, article: ArticleId, found: list[Counterpart]) -> None:
        if article != self.article_id:
            return
        if found:
            self.compare(article, found[0].head.id)
        else:
            self.inform("No article of another source is near this one; C lists them all.")

    def _refused(self, error: SearchError) -> None:
        """Say why there is no comparison."""
        self.inform(f"Nothing to compare: {error}", warning=True)

    def _unreadable(self, error: SearchError) -> None:
        """Say why an article can't be shown."""
        self.reader.show_note(f"This article can't be shown.\n\n{error}")
        self.refresh_bindings()
