"""Telling which articles are new since the user last looked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.library import text
from tui.session.latest import Latest

if TYPE_CHECKING:
    from search import ArticleId, SearchError
    from tui.screens.command_screen import CommandScreen
    from tui.screens.library.results import Results
    from tui.session.session import Session


class _Look:
    """A look at what is new; `asked` for by the user, or the first of the session."""

    def __init__(self, *, asked: bool, first: bool) -> None:
        self.asked = asked
        self.first = first


class Newcomers:
    """Says how many articles are new after each sync, and marks them in the list.

    Args:
        screen: the library's screen, which owns the work.
        session: the library.
        results: the results, whose rows are marked.
    """

    def __init__(self, screen: CommandScreen, session: Session, results: Results) -> None:
        self._screen = screen
        self._session = session
        self._results = results
        self._fresh: frozenset[ArticleId] = frozenset()
        self._asked = False
        self._first = True
        self._looks = Latest(screen, self._look, self._tell, self._fail)

    def expect(self) -> None:
        """Have the next look say that nothing is new, too: the user asked."""
        self._asked = True

    def look(self) -> None:
        """Look, in a thread, after a sync."""
        self._looks.ask(_Look(asked=self._asked, first=self._first))
        self._asked = self._first = False

    def _look(self, look: _Look) -> frozenset[ArticleId]:
        del look
        return self._session.desk.marks.arrived()

    def _tell(self, look: _Look, arrived: frozenset[ArticleId]) -> None:
        if arrived:
            self._fresh |= arrived
            self._results.list.show_fresh(self._fresh)
        if arrived or look.asked:
            self._screen.inform(text.arrived(len(arrived), first=look.first))

    def _fail(self, look: _Look, error: SearchError) -> None:
        del look
        self._screen.inform(str(error), warning=True)
