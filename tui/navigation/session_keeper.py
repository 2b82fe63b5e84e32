"""Keeping where the user is, so that the next start continues there."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tui.navigation.whereabouts import read_whereabouts
from tui.session.background import in_background

if TYPE_CHECKING:
    from search import ArticleId, Desk
    from tui.navigation.navigator import Navigator
    from tui.navigation.whereabouts import Whereabouts
    from tui.terminal.terminal_app import TerminalApp

_KEEP_EVERY = 1.0
"""Seconds between two looks at where the user is, so that a kill loses less than two."""


class SessionKeeper:
    """Keeps the whereabouts of a session, and continues the last one.

    Args:
        app: the app, which owns the work.
        navigator: knows where the user is.
        resume: whether to continue the last session.
    """

    def __init__(self, app: TerminalApp, navigator: Navigator, *, resume: bool) -> None:
        self._app = app
        self._navigator = navigator
        self._resume = resume
        self._kept: Whereabouts | None = None
        self._turn = asyncio.Lock()
        self._told = False

    async def begin(self) -> None:
        """Continue the last session, unless the user has gone elsewhere meanwhile; then keep this one.

        The library must be open.
        """
        navigator, desk = self._navigator, self._navigator.surroundings.desk
        begun = navigator.whereabouts
        if self._resume and desk.marks.store.kept:
            last = await asyncio.to_thread(_load, desk)
            if self._app.leaving or not self._app.is_running:
                return
            if last is not None and _same_place(begun, navigator.whereabouts):
                navigator.resume(last)
        self._kept = navigator.whereabouts
        self._app.set_interval(_KEEP_EVERY, self._look)

    async def finish(self) -> None:
        """Keep where the user is at the end."""
        if self._kept is not None:
            await self._keep()

    def _look(self) -> None:
        if not self._turn.locked():
            in_background(self._app, self._keep)

    async def _keep(self) -> None:
        from search import SearchError  # noqa: PLC0415 - loaded with the desk, after the first frame

        async with self._turn:
            if self._app.leaving or not self._app.is_running or not self._navigator.routes:
                return  # screens are closed one by one, or are gone
            here = self._navigator.whereabouts
            before = self._kept
            if before is not None and before.lowest.article is None and _same_place(before, here):
                before = here  # only the first answer has come
            if here != before:
                session = self._navigator.surroundings.desk.marks.store.session
                try:
                    await asyncio.to_thread(session.keep, here.to_json())
                except SearchError as error:
                    self._tell(str(error))
            self._kept = here

    def _tell(self, sentence: str) -> None:
        if not self._told:
            self._told = True
            self._app.notify(sentence, severity="warning", markup=False)


def _load(desk: Desk) -> Whereabouts | None:
    """Read the last session, without what isn't in the library any more. Called in a thread."""
    from search import NoSuchArticleError  # noqa: PLC0415 - loaded with the desk

    def known(article: ArticleId) -> bool:
        try:
            desk.path(article)
        except NoSuchArticleError:
            return False
        return True

    last = read_whereabouts(desk.marks.store.session.load())
    return last.among(known) if last is not None else None


def _same_place(one: Whereabouts, other: Whereabouts) -> bool:
    """Tell whether two are the same place, whose article may not have been known at first."""
    article = one.lowest.article or other.lowest.article
    return one._replace(lowest=one.lowest.at(article)) == other
