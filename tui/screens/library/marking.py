"""Marking articles of the list as read and starred, taking that back, and seeing what others mark."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from tui.session.mark_changes import take_back, taken_back

if TYPE_CHECKING:
    from collections.abc import Callable

    from search import Answer, ArticleId, Hit, Marks
    from tui.screens.command_screen import CommandScreen
    from tui.screens.library.results import Results
    from tui.session.session import Session

Sign: TypeAlias = Literal["read", "starred"]
Wanted: TypeAlias = Sign | Literal["undo", "all read"]

_LOOK_EVERY = 0.8
"""Seconds between two looks at what other processes marked, which is seen within a second."""
_SAID: dict[Sign, tuple[str, str]] = {
    "read": ("Marked as read", "Marked as unread"),
    "starred": ("Starred", "Took the star from"),
}


class Marking:
    """Changes marks one after another, in the order of the keys.

    Args:
        screen: the library's screen, which owns the work.
        session: the library.
        results: the results of the search, whose rows show marks.
        undone: called when something was taken back.
    """

    def __init__(
        self,
        screen: CommandScreen,
        session: Session,
        results: Results,
        undone: Callable[[], None],
    ) -> None:
        self._screen = screen
        self._session = session
        self._results = results
        self._undone = undone
        self._turn = asyncio.Lock()
        self._seen: tuple[int, ...] | None = None
        self._looking = False
        self._by_hand: set[ArticleId] = set()

    def begin(self) -> None:
        """Look now and then at what other processes marked."""
        self._screen.set_interval(_LOOK_EVERY, self._look)

    def do(self, what: Wanted) -> None:
        """Mark the current article or no longer, or take back the last change."""
        if what == "undo":
            self._take_back()
        elif what == "all read":
            self._read_all()
        else:
            self._mark(what)

    def was_read(self, article: ArticleId) -> None:
        """Mark an article as read as it was read, unless its mark was set by hand in this session."""
        if article not in self._by_hand:
            self._screen.run_worker(self._note_read(article))

    def _mark(self, sign: Sign) -> None:
        hit, index = self._results.list.hit, self._results.list.index
        if self._session.is_open and hit is not None and index is not None:
            self._by_hand.add(hit.head.id)
            self._screen.run_worker(self._toggle(sign, hit, index, self._results.answer))

    def _read_all(self) -> None:
        answer = self._results.answer
        if self._session.is_open and answer is not None and answer.total:
            self._screen.run_worker(self._mark_all(answer))

    async def _mark_all(self, answer: Answer) -> None:
        from search import SearchError  # noqa: PLC0415 - as above

        async with self._turn:
            try:
                count = await asyncio.to_thread(self._session.desk.marks.read_all, answer.found)
            except SearchError as error:
                self._screen.inform(str(error), warning=True)
                return
        articles = "1 article" if count == 1 else f"{count:,} articles"
        self._screen.inform(f"Marked {articles} as read; U takes that back.")
        self._results.ask()

    def _take_back(self) -> None:
        if self._session.is_open:
            self._screen.run_worker(self._undo())

    async def _toggle(self, sign: Sign, hit: Hit, index: int, answer: object) -> None:
        from search import SearchError  # noqa: PLC0415 - loaded with the desk, after the first frame

        async with self._turn:
            try:
                marks = await asyncio.to_thread(self._change, sign, hit)
            except SearchError as error:
                self._screen.inform(str(error), warning=True)
                return
        if answer is self._results.answer:
            self._results.list.add_rows(answer, {index: replace(hit, marks=marks)})
        said = _SAID[sign][0 if getattr(marks, sign) else 1]
        self._screen.inform(f"{said}: {hit.head.label}")

    async def _note_read(self, article: ArticleId) -> None:
        from search import SearchError  # noqa: PLC0415 - as above

        answer, index, hit = self._results.answer, self._results.list.index, self._results.list.hit
        async with self._turn:
            try:
                marks = await asyncio.to_thread(self._was_read, article)
            except SearchError as error:
                self._screen.warn([str(error)])
                return
        if answer is self._results.answer and hit is not None and hit.head.id == article:
            self._results.list.add_rows(answer, {index or 0: replace(hit, marks=marks)})

    def _was_read(self, article: ArticleId) -> Marks:
        """Mark as read; give what is marked then. Called in a thread.

        The search isn't asked again: one for unread articles would lose the one that is read.
        """
        desk = self._session.desk
        if desk.marks.was_read(article):
            self._seen = desk.marks.store.version()
        (after,) = desk.marks.of([article])
        return after

    def _change(self, sign: Sign, hit: Hit) -> Marks:
        """Change a mark to what it isn't now; give what is marked then. Called in a thread."""
        from search import MarkChange  # noqa: PLC0415 - as above

        desk, article = self._session.desk, hit.head.id
        (before,) = desk.marks.of([article])
        wanted = not getattr(before, sign)
        change = MarkChange(read=wanted) if sign == "read" else MarkChange(starred=wanted)
        desk.marks.mark([article], change)
        return self._marks(hit)

    def _marks(self, hit: Hit) -> Marks:
        """Give what is marked of an article by now. Called in a thread."""
        (marks,) = self._session.desk.marks.of([hit.head.id])
        self._seen = self._session.desk.marks.store.version()
        return marks

    def renew(self, article: ArticleId) -> None:
        """Show in the row of an article what is marked of it by now."""
        hit, index = self._results.list.hit, self._results.list.index
        if hit is None or index is None or hit.head.id != article:
            self._results.ask()  # the user has moved on, to where that row may be in view too
        else:
            self._screen.run_worker(self._renew(hit, index, self._results.answer))

    async def _renew(self, hit: Hit, index: int, answer: object) -> None:
        async with self._turn:
            marks = await asyncio.to_thread(self._marks, hit)
        if answer is self._results.answer:
            self._results.list.add_rows(answer, {index: replace(hit, marks=marks)})

    async def _undo(self) -> None:
        from search import SearchError  # noqa: PLC0415 - as above

        async with self._turn:
            try:
                what = await asyncio.to_thread(take_back, self._session.desk)
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
            self._screen.run_worker(self._compare_versions())

    async def _compare_versions(self) -> None:
        try:
            async with self._turn:
                before = self._seen
                self._seen = await asyncio.to_thread(self._session.desk.marks.store.version)
        finally:
            self._looking = False
        if before is not None and before != self._seen:
            self._results.ask()
