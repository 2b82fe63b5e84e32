"""Changes are made one after another, and told of when they can't be made."""

from __future__ import annotations

import asyncio
import time
from functools import partial
from typing import TYPE_CHECKING

import pytest
from paper import opened, put

from search import LibraryError
from tui.session.change_queue import ChangeQueue

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from search import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    put(tmp_path / "library", "1.md", 1)
    desk = opened(tmp_path)
    yield desk
    desk.close()


async def test_they_are_made_in_order_and_the_end_waits_for_them(desk: Desk) -> None:
    queue = ChangeQueue(lambda: desk)
    made: list[int] = []

    def slow(number: int, _: Desk) -> None:
        time.sleep((3 - number) / 50)
        made.append(number)

    asked = [asyncio.create_task(queue.make(partial(slow, number))) for number in range(3)]
    await asyncio.sleep(0)
    await queue.finish()
    assert made == [0, 1, 2]
    await asyncio.gather(*asked)


async def test_a_change_gives_what_it_gives_or_why_it_cannot_be_made(desk: Desk) -> None:
    queue = ChangeQueue(lambda: desk)
    assert await queue.make(lambda at: at.articles) == 1

    def fail(_: Desk) -> None:
        raise LibraryError("marks", "the disk is full")

    assert await queue.fault(fail) == "marks: the disk is full"
    assert await queue.fault(lambda at: at.articles) == ""
    with pytest.raises(LibraryError):
        await queue.make(fail)
