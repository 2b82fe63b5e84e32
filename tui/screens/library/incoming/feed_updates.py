"""Fetching what the library subscribes to: on request, and every so often."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from tui.session.told_work import ToldWork

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from search import FeedUpdate, SearchError
    from tui.screens.command_screen import CommandScreen
    from tui.screens.library.status import Status
    from tui.session.session import Session

_MINUTE = 60.0
_LEAST = 5
"""Minutes between two updates that nobody asked for: servers change nothing sooner."""


class FeedCount(NamedTuple):
    """How many feeds there are to be fetched, and what in the file of them is none."""

    feeds: int
    faults: tuple[str, ...]


_Step: TypeAlias = "FeedCount | FeedUpdate"


class FeedUpdates:
    """Brings the feeds of a library up to date, one update at a time.

    Args:
        screen: the library's screen, with which an update ends.
        session: the library.
        status: tells how far an update is, and what of it failed.
    """

    def __init__(self, screen: CommandScreen, session: Session, status: Status) -> None:
        self._screen = screen
        self._session = session
        self._status = status
        self._work: ToldWork[_Step] = ToldWork(screen, self._tell, self._done, self._fail)
        self._asked = False
        self._feeds = 0
        self._came: list[FeedUpdate] = []
        self.may_begin: Callable[[], bool] = lambda: True

    @property
    def running(self) -> bool:
        """Whether feeds are being fetched."""
        return self._work.running

    def begin(self) -> None:
        """Have feeds be fetched every so often, if the settings say so."""
        if minutes := self._session.chosen.update:
            self._screen.set_interval(max(_LEAST, minutes) * _MINUTE, self._by_itself)

    def ask(self) -> None:
        """Fetch all feeds as the user asks; one thing at a time."""
        from tui.screens.library.incoming.incoming_text import refusal  # noqa: PLC0415 - seldom needed

        if not self._session.is_open:
            return
        if said := refusal(self._session.library):
            self._screen.inform(said, warning=True)
        elif self._status.busy:
            self._screen.inform("Something is going on already; esc stops it.")
        else:
            self._start(asked=True)

    def _by_itself(self) -> None:
        """Fetch all feeds, unless something else is going on or nothing can come in."""
        from tui.screens.library.incoming.incoming_text import refusal  # noqa: PLC0415 - as above

        free = self._session.is_open and not self._status.busy and self.may_begin()
        if free and not refusal(self._session.library):
            self._start(asked=False)

    def _start(self, *, asked: bool) -> None:
        self._asked, self._feeds, self._came = asked, 0, []
        self._faults: tuple[str, ...] = ()
        self._status.begin_task(self._work.stop if asked else None)
        self._status.tell_task("updating feeds …")
        self._work.begin(self._run)

    def _run(self) -> Generator[_Step, None, None]:
        from search import Updates  # noqa: PLC0415 - as above, and in a thread

        session = self._session
        updates = Updates(
            session.desk, session.chosen.hosts, cookies=session.cookies, sync=session.desk.sync
        )
        yield FeedCount(len(updates.feeds), updates.faults)
        yield from updates.run(lambda: self._work.stopped)

    def _tell(self, steps: list[_Step]) -> None:
        for step in steps:
            if isinstance(step, FeedCount):
                self._feeds, self._faults = step.feeds, step.faults
            else:
                self._came.append(step)
        last = self._came[-1].title or self._came[-1].url if self._came else ""
        stops = " · esc stops" if self._asked else ""
        said = f"feeds: {len(self._came):,} of {self._feeds:,}{stops}"
        self._status.tell_task(f"{said} · {last}" if last else said)

    def _done(self) -> None:
        """Say what came, and take it into the index."""
        from tui.screens.library.incoming.incoming_text import updated  # noqa: PLC0415 - as above

        self._status.end_task()
        came = self._came
        self._status.set_feeds([one for one in came if one.status == "failed" or one.failed])
        news = any(one.added or one.changed for one in came)
        if news:
            self._session.sync(then=lambda: None)
        if news or self._asked:
            failed = bool(self._faults) or any(one.status == "failed" for one in came)
            self._screen.inform(updated(came, self._feeds, self._faults), warning=failed)

    def _fail(self, error: SearchError) -> None:
        self._status.end_task()
        self._screen.inform(str(error), warning=True)
