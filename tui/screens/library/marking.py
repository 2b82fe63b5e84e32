"""Marking articles of the list as read and starred, taking that back, and seeing what others mark."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Literal, TypeAlias

from tui.screens.library.mark_all import MarkAll
from tui.session.background import in_background
from tui.session.mark_changes import Sign, take_back, taken_back, toggle, toggled

if TYPE_CHECKING:
    from collections.abc import Callable

    from search import ArticleId, Desk, Hit, Marks
    from tui.screens.library.results import Results
    from tui.screens.library.status import Status
    from tui.screens.reading.reading_screen import ReadingScreen
    from tui.session.mark_changes import ChosenArticle
    from tui.session.session import Session

Wanted: TypeAlias = Sign | Literal["undo", "all read"]

_LOOK_EVERY = 0.8
"""Seconds between two looks at what other processes marked, which is seen within a second."""


class Marking:
    """Changes marks one after another, in the order of the keys.

    Args:
        screen: the library's screen, which owns the work.
        session: the library.
        results: the results of the search, whose rows show marks.
        status: tells how far marking all that was found is.
        undone: called when something was taken back.
    """

    def __init__(
        self,
        screen: ReadingScreen,
        session: Session,
        results: Results,
        status: Status,
        undone: Callable[[], None],
    ) -> None:
        self._screen = screen
        self._session = session
        self._results = results
        self._undone = undone
        self._all = MarkAll(screen, results, status)
        self._seen: tuple[int, ...] | None = None
        self._looking = False

    def begin(self) -> None:
        """Look now and then at what other processes marked."""
        self._screen.set_interval(_LOOK_EVERY, self._look)

    def do(self, what: Wanted) -> None:
        """Mark the current article or no longer, or take back the last change."""
        if what == "undo":
            self._take_back()
        elif what == "all read":
            self._all.begin()
        else:
            self._mark(what)

    def was_read(self, article: ArticleId) -> None:
        """Mark an article as read as it was read."""
        in_background(self._screen, self._note_read, article)

    def _mark(self, sign: Sign) -> None:
        chosen = self._screen.chosen
        if self._session.is_open and chosen is not None:
            in_background(self._screen, self._toggle, sign, chosen)

    def _take_back(self) -> None:
        if self._session.is_open:
            in_background(self._screen, self._undo)

    async def _toggle(self, sign: Sign, chosen: ChosenArticle) -> None:
        from search import SearchError  # noqa: PLC0415 - loaded with the desk, after the first frame

        row, answer = self._row(chosen.id), self._results.answer
        try:
            marks = await self._make(toggle(chosen.id, sign))
        except SearchError as error:
            self._screen.inform(str(error), warning=True)
            return
        if row is not None and answer is self._results.answer:
            self._results.list.add_rows(answer, {row[0]: replace(row[1], marks=marks)})
        self._screen.inform(toggled(sign, marks, chosen.label))

    async def _note_read(self, article: ArticleId) -> None:
        from search import SearchError  # noqa: PLC0415 - as above

        row, answer = self._row(article), self._results.answer
        try:
            marks = await self._make(partial(_was_read, article=article))
        except SearchError as error:
            self._screen.warn([str(error)])
            return
        if row is not None and answer is self._results.answer:
            self._results.list.add_rows(answer, {row[0]: replace(row[1], marks=marks)})

    async def _make(self, change: Callable[[Desk], Marks]) -> Marks:
        """Make a change of our own, after which nothing has to be searched again.

        A search for unread articles would lose the one that is read.
        """

        def seen(desk: Desk) -> Marks:
            marks = change(desk)
            self._seen = desk.marks.store.version()
            return marks

        return await self._screen.changes.make(seen)

    def _row(self, article: ArticleId) -> tuple[int, Hit] | None:
        """Give the current row with its place, if it is that of an article."""
        hit, index = self._results.list.hit, self._results.list.index
        here = hit is not None and index is not None and hit.head.id == article
        return (index, hit) if here and hit is not None and index is not None else None

    def renew(self, article: ArticleId) -> None:
        """Show in the row of an article what is marked of it by now."""
        if (row := self._row(article)) is None:
            self._results.ask()  # the user has moved on, to where that row may be in view too
        else:
            in_background(self._screen, self._renew, *row, self._results.answer)

    async def _renew(self, index: int, hit: Hit, answer: object) -> None:
        marks = await self._make(lambda desk: desk.marks.of([hit.head.id])[0])
        if answer is self._results.answer:
            self._results.list.add_rows(answer, {index: replace(hit, marks=marks)})

    async def _undo(self) -> None:
        from search import SearchError  # noqa: PLC0415 - as above

        try:
            what = await self._screen.changes.make(take_back)
        except SearchError as error:
            self._screen.inform(str(error), warning=True)
            return
        self._screen.inform(taken_back(what))
        if what is None:
            return
        self._results.ask()
        self._undone()

    def _look(self) -> None:
        """Search again if another process has marked anything, keeping the current row."""
        if self._session.is_open and not self._looking:
            self._looking = True
            in_background(self._screen, self._compare_versions)

    async def _compare_versions(self) -> None:
        try:
            before, now = await self._screen.changes.make(self._compared)
        finally:
            self._looking = False
        if before is not None and before != now:
            self._results.ask()

    def _compared(self, desk: Desk) -> tuple[tuple[int, ...] | None, tuple[int, ...]]:
        """Give what was seen of the marks, and what is there now. Called in a thread."""
        before, self._seen = self._seen, desk.marks.store.version()
        return before, self._seen


def _was_read(desk: Desk, article: ArticleId) -> Marks:
    """Mark an article as read, as it was; give what is marked of it then."""
    desk.marks.was_read(article)
    return desk.marks.of([article])[0]
