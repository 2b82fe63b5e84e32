from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING

import pytest
from textual.app import App
from textual.screen import Screen
from textual.widget import Widget

from search import LibraryError
from tui.session.latest import Latest

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.pilot import Pilot

    from search import SearchError


def refuse(question: str, error: SearchError) -> None:
    raise AssertionError(f"{question}: {error}")


async def idle(pilot: Pilot[None]) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_only_the_latest_question_is_answered_and_those_between_never_asked() -> None:
    gate, asked, done = threading.Event(), [], []

    def work(question: str) -> str:
        asked.append(question)
        gate.wait(60)
        return question.upper()

    async with App[None]().run_test() as pilot:
        latest = Latest(pilot.app, work, lambda q, a: done.append((q, a)), refuse)
        for question in ("p", "po", "pom", "pomp"):
            latest.ask(question)
            await pilot.pause()
        gate.set()
        await idle(pilot)
        assert asked == ["p", "pomp"]
        assert done == [("pomp", "POMP")]


async def test_an_error_is_passed_on_and_the_next_request_is_answered() -> None:
    done: list[str] = []

    def work(question: str) -> str:
        if question == "bad":
            raise LibraryError("there", "no such folder")
        return question

    async with App[None]().run_test() as pilot:
        latest = Latest(
            pilot.app, work, lambda _, a: done.append(a), lambda _, e: done.append(str(e))
        )
        latest.ask("bad")
        await idle(pilot)
        latest.ask("good")
        await idle(pilot)
        assert done == ["there: no such folder", "good"]


async def test_a_question_forgotten_is_not_answered() -> None:
    gate, done = threading.Event(), []

    def work(question: str) -> str:
        gate.wait(60)
        return question

    async with App[None]().run_test() as pilot:
        latest = Latest(pilot.app, work, lambda _, a: done.append(a), refuse)
        latest.ask("x")
        await pilot.pause()
        latest.forget()
        gate.set()
        await idle(pilot)
        assert done == []


async def test_work_knows_that_it_was_overtaken_and_late_answers_can_be_taken() -> None:
    gate, checks, done = threading.Event(), [], []

    async with App[None]().run_test() as pilot:

        def work(question: str) -> str:
            gate.wait(60)
            checks.append((question, latest.overtaken(question)))
            return question

        latest = Latest(pilot.app, work, lambda _, a: done.append(a), refuse, late=True)
        latest.ask("first")
        await pilot.pause()
        latest.ask("second")
        gate.set()
        await idle(pilot)
        assert checks == [("first", True), ("second", False)]
        assert done == ["first", "second"]


@pytest.mark.parametrize("late", [True, False])
@pytest.mark.parametrize("error", [None, LibraryError("there", "no such folder")])
async def test_a_screen_that_is_being_closed_gets_no_answer(
    error: LibraryError | None, late: bool
) -> None:
    gate, gone, done = threading.Event(), asyncio.Event(), []

    class Slow(Widget):
        async def on_unmount(self) -> None:
            gone.set()
            await asyncio.to_thread(gate.wait, 60)
            await asyncio.sleep(0.1)

    class Left(Screen[None]):
        def compose(self) -> ComposeResult:
            yield Slow()

    def work(question: str) -> str:
        gate.wait(60)
        if error is not None:
            raise error
        return question

    async with App[None]().run_test() as pilot:
        screen = Left()
        await pilot.app.push_screen(screen)
        latest = Latest(
            screen,
            work,
            lambda *checks: done.append(checks),
            lambda *checks: done.append(checks),
            late=late,
        )
        latest.ask("x")
        await pilot.pause()
        leaving = pilot.app.pop_screen()
        await gone.wait()
        assert latest.overtaken("x")
        gate.set()
        await leaving
        assert done == []
