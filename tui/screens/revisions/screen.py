"""The screen of versions: when each came, and what its publisher changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.containers import Horizontal
from textual.widgets import Static

from search import NamedArticles
from tui.commands import bindings
from tui.controls.entry_list import EntryList
from tui.controls.roomy_label import RoomyLabel
from tui.render import safe
from tui.routes import ArticleRoute, ComparisonRoute, RevisionsRoute
from tui.screens.command_screen import CommandScreen
from tui.screens.revisions import text
from tui.session.latest import Latest
from tui.session.requests import ExportOffer
from tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from search import ArticleId, Revision, Revisions, SearchError
    from tui.commands import Home, Need
    from tui.controls.entry_list import ListEntry
    from tui.session.surroundings import Surroundings


class _Told(NamedTuple):
    """The versions, and a row for each, the latest first."""

    found: Revisions
    entries: Sequence[ListEntry]


class RevisionsScreen(CommandScreen):
    """Lists the versions of one article, the latest first."""

    CSS_PATH = "revisions.tcss"
    HOME: ClassVar[Home] = "revisions"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("revisions")]
    AUTO_FOCUS = "#revisions"

    def __init__(self, route: RevisionsRoute, surroundings: Surroundings) -> None:
        super().__init__(lambda: surroundings.desk)
        self._desk = surroundings.desk
        self._route = route
        self._versions: tuple[Revision, ...] = ()
        self._reading: Latest[ArticleId, _Told] = Latest(
            self, self._look, lambda _, told: self._show(told), lambda _, error: self._fail(error)
        )

    def compose(self) -> ComposeResult:
        with Horizontal(id="head"):
            yield Static("versions", id="brand", markup=False)
            yield Static("", id="title", markup=False)
            yield RoomyLabel("", id="figures", markup=False)
        yield EntryList(id="revisions")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        self._list.show((), text.READING)
        self._reading.ask(self._route.article)

    @property
    def homes(self) -> tuple[Home, ...]:
        """Where the user is, from the innermost place outwards, for help."""
        return ("revisions", "pane", "app")

    @property
    def route(self) -> RevisionsRoute:
        """The article, and the current version."""
        current = self._current
        number = current.number if current is not None else self._route.number
        return RevisionsRoute(self._route.article, number)

    @property
    def offers(self) -> list[ExportOffer]:
        """What can be taken out: the current version."""
        if (current := self._current) is None:
            return []
        article = current.article
        return [ExportOffer("this version", NamedArticles((article.id,)), article.label)]

    @property
    def _list(self) -> EntryList:
        return self.query_one(EntryList)

    @property
    def _current(self) -> Revision | None:
        return self._versions[self._list.index] if self._versions else None

    def has(self, need: Need) -> bool:
        """Tell whether what a command needs is present: a version."""
        del need
        return bool(self._versions)

    def on_entry_list_opened(self) -> None:
        self.action_open_revision()

    def action_open_revision(self) -> None:
        if not self._versions:
            return
        if len(self._versions) == 1:
            self.inform(text.ALONE)
            return
        place = min(self._list.index, len(self._versions) - 2)  # the first goes with the second
        after, before = self._versions[place], self._versions[place + 1]
        self.go(ComparisonRoute(before.article.id, after.article.id))

    def action_read_revision(self) -> None:
        if (current := self._current) is not None:
            self.go(ArticleRoute(current.article.id))

    def action_back(self) -> None:
        self.dismiss(None)

    def _look(self, article: ArticleId) -> _Told:
        found = self._desk.revisions.of(article)
        return _Told(found, text.entries(self._desk, found))

    def _show(self, told: _Told) -> None:
        found, entries = told
        self._versions = found.versions[::-1]
        numbers = [one.number for one in self._versions]
        wanted = self._route.number
        self._list.show(entries, "", numbers.index(wanted) if wanted in numbers else 0)
        self.query_one("#title", Static).update(safe(self._versions[0].article.label))
        self.query_one("#figures", Static).update(text.figures(found))
        self.warn(f"{error.path}: {error.reason}" for error in found.failed)
        self.refresh_bindings()

    def _fail(self, error: SearchError) -> None:
        self._list.show((), str(error))
