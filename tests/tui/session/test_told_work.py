from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from textual.app import App

from search import LibraryError
from tui.session.told_work import ToldWork

if TYPE_CHECKING:
    from collections.abc import Generator

    from search import SearchError

    Steps = Generator[int, None, None]


class Heard:
    """What is told of some work."""

    def __init__(self, app: App[None]) -> None:
        self.told: list[int] = []
        self.ends: list[str] = []
        self.work: ToldWork[int] = ToldWork(app, self.told.extend, self._done, self._failed)

    def _done(self) -> None:
        self.ends.append("done")

    def _failed(self, error: SearchError) -> None:
        self.ends.append(str(error))


async def test_what_is_yielded_is_told_in_order_and_then_that_it_is_done() -> None:
    async with App[None]().run_test() as pilot:
        heard = Heard(pilot.app)
        heard.work.begin(lambda: (one for one in range(50)))
        assert heard.work.running
        await pilot.app.workers.wait_for_complete()
        assert heard.told == [*range(50)]
        assert heard.ends == ["done"]
        assert not heard.work.running


async def test_what_came_is_told_while_the_next_is_waited_for() -> None:
    gate = threading.Event()

    def slow() -> Steps:
        yield 1
        gate.wait(60)
        yield 2

    async with App[None]().run_test() as pilot:
        heard = Heard(pilot.app)
        heard.work.begin(slow)
        while not heard.told:
            await pilot.pause(0.02)
        assert heard.told == [1]
        assert not heard.ends
        gate.set()
        await pilot.app.workers.wait_for_complete()
        assert heard.told == [1, 2]


async def test_stopped_it_ends_after_its_step_and_can_begin_again() -> None:
    async with App[None]().run_test() as pilot:
        heard = Heard(pilot.app)

        def endless() -> Steps:
            while True:
                yield 1
                heard.work.stop()

        heard.work.begin(endless)
        await pilot.app.workers.wait_for_complete()
        assert heard.ends == ["done"]
        assert set(heard.told) == {1}
        heard.work.begin(lambda: (one for one in [7]))
        await pilot.app.workers.wait_for_complete()
        assert heard.told[-1] == 7


async def test_an_error_is_told_after_what_came_before_it() -> None:
    def failing() -> Steps:
        yield 1
        raise LibraryError("here", "it is gone")

    async with App[None]().run_test() as pilot:
        heard = Heard(pilot.app)
        heard.work.begin(failing)
        await pilot.app.workers.wait_for_complete()
        assert heard.told == [1]
        assert heard.ends == ["here: it is gone"]
