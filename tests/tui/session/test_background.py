"""Work in the background begins in its turn, or never."""

from __future__ import annotations

import ast
import gc
from pathlib import Path

from textual.app import App

import tui
from tui.session.background import in_background


async def test_work_is_done_with_what_it_was_given() -> None:
    done: list[tuple[int, str]] = []

    async def work(number: int, *, word: str) -> None:
        done.append((number, word))

    async with App[None]().run_test() as pilot:
        in_background(pilot.app, work, 7, word="seven")
        assert done == []
        await pilot.pause()
        assert done == [(7, "seven")]


async def test_work_whose_owner_goes_before_its_turn_is_not_begun_and_warns_of_nothing() -> None:
    begun: list[int] = []

    async def work(number: int) -> None:
        begun.append(number)

    async with App[None]().run_test() as pilot:
        in_background(pilot.app, work, 7)
        pilot.app.workers.cancel_all()
        await pilot.pause()
        gc.collect()  # a coroutine that was never awaited warns as it goes
        assert begun == []


def test_all_work_in_the_background_is_begun_so() -> None:
    calls = [
        file.stem
        for file in Path(tui.__file__).parent.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "run_worker"
    ]
    assert calls == ["background"]
