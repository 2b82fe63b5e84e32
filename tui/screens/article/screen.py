"""The screen of one article, opened from a list of uses or of versions."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from tui.commands import bindings
from tui.routes import ArticleRoute
from tui.screens.reading.reading_screen import ReadingScreen
from tui.session.export_offers import offers_of
from tui.session.latest import Latest
from tui.session.lit_article import query_of
from tui.session.marks_watch import MarksWatch
from tui.session.requests import ToRead
from tui.widgets.key_line import KeyLine
from tui.widgets.reader import Reader

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from search import ArticleId
    from tui.commands import Home
    from tui.render.article_page import Reading
    from tui.routes import Lighting, Route
    from tui.session.requests import ExportOffer
    from tui.session.surroundings import Surroundings


class ArticleScreen(ReadingScreen):
    """Shows one article, at the match of its route's position."""

    CSS_PATH = "article.tcss"
    HOME: ClassVar[Home] = "passage"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("passage")]
    AUTO_FOCUS = "#passage"

    def __init__(self, route: ArticleRoute, surroundings: Surroundings) -> None:
        super().__init__(lambda: surroundings.desk, surroundings.marked, surroundings.lists)
        self.words.told = self.show_mark
        self._surroundings = surroundings
        self.citation = surroundings.citation
        self._route = route
        self._query = query_of(route.lighting)
        self._watch = MarksWatch(self, lambda: surroundings.desk, self.annotating.renew)
        self._was_read: Latest[ArticleId, bool] = Latest(
            self,
            surroundings.desk.marks.was_read,
            lambda *_: None,
            lambda _, error: self.warn([str(error)]),
        )

    def compose(self) -> ComposeResult:
        """The reader and the footer."""
        reader = Reader(id="passage")
        reader.set_reactive(Reader.column, self._surroundings.column)
        yield reader
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Read the article, and see what is marked of it meanwhile."""
        self._read()
        self._watch.begin()
        if not self._is_version:
            self.keep_places()

    @property
    def homes(self) -> tuple[Home, ...]:
        """Where the user is, from the innermost place outwards, for help."""
        if self.finder.focused:
            return ("find", "passage", "app")
        return ("reader", "passage", "pane", "app")

    @property
    def route(self) -> ArticleRoute:
        """The route of the article shown."""
        return self._route

    @property
    def article_id(self) -> ArticleId:
        """The article shown."""
        return self._route.article

    @property
    def lighting(self) -> Lighting | None:
        """What is highlighted."""
        return self._route.lighting

    @property
    def offers(self) -> list[ExportOffer]:
        """What can be taken out: the article, its story, the notes on it."""
        title = self.article.label if self.article is not None else ""
        return offers_of(self.article_id, title)

    def show_entry(self, route: Route) -> None:
        """Show another article instead."""
        if isinstance(route, ArticleRoute):
            self._route = route
            self._query = query_of(route.lighting)
            self._read()

    def to_reader(self) -> None:
        """Focus the reader."""
        self.set_focus(self.reader)

    def show_mark(self) -> None:
        """Show whether the article is the one marked for comparing, and the lists that are lit."""
        if self.article is not None:
            marked = self._marked.article == self.article_id
            self.reader.frame.entitle("⇄" if marked else "", self.words.legend, always=True)

    def read(self, reading: Reading) -> None:
        """Show the article at its position, if its file still has a match there."""
        self.show_reading(reading)
        self.show_mark()
        place = self._route.place
        if place is not None:
            self.reader.mark_place(*place, match=True)
        self.refresh_bindings()

    @property
    def search_words(self) -> str:
        """None: what is highlighted may be any query."""
        return ""

    def action_undo(self) -> None:
        """Take back what was marked last."""
        self.annotating.take_back()

    def mark_read(self, article: ArticleId) -> None:
        """Mark the article as read."""
        self._was_read.ask(article)

    @property
    def _is_version(self) -> bool:
        """Whether this is an earlier version, of which no marks are kept and no file is edited."""
        from search import named_revision  # noqa: PLC0415 - loaded with the desk

        return named_revision(self.article_id) is not None

    def action_edit(self) -> None:
        """Open the article's file; an earlier version stays as its publisher had it."""
        if self._is_version:
            self.inform("An earlier version stays as it was: only the article can be edited.")
        else:
            super().action_edit()

    def edited(self, file: Path) -> None:
        """Look at the file, and read the article again."""
        self._surroundings.sync(file)
        self._read()

    def action_next_article(self) -> None:
        """Show the next article of the list."""
        self.post_message(self.GoOn(1))

    def action_previous_article(self) -> None:
        """Show the previous article of the list."""
        self.post_message(self.GoOn(-1))

    def action_back(self) -> None:
        """Clear the selection, else close the find bar, else close the screen."""
        if self.selections:
            self.clear_selection()
        elif self.finder.bar is not None:
            self.finder.close()
            self._read()
            self.to_reader()
        else:
            self.dismiss(None)

    def _read(self) -> None:
        self.reading.ask(ToRead(self.article_id, self._query))
