"""Sending many documents to an archive that is busy, or takes only little at once."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from search.engine.opensearch.archive_connection import TooBusyError, TooLargeError
from search.engine.opensearch.writing.bulk_requests import BulkSender, Change
from search.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Callable
    from threading import Event

    from search.engine.archive_protocol import Rejected


class Busy:
    """A connection to an archive that takes so many documents at once, after being busy so often."""

    def __init__(self, busy: int, most: int = 500) -> None:
        self.busy, self.most = busy, most
        self.sent: list[int] = []

    def send(self, method: str, path: str, lines: str, **how: str) -> dict[str, Any]:
        assert how
        assert (method, path) == ("POST", "/news/_bulk")
        count = lines.count("\n") // 2
        self.sent.append(count)
        if count > self.most:
            raise TooLargeError("archive", "too large")
        if self.busy:
            self.busy -= 1
            raise TooBusyError("archive", "busy")
        return {"items": [{"index": {"status": 201}}] * count}

    def failed(self, reason: str) -> LibraryError:
        return LibraryError("archive", reason)


class Clock:
    """Lets no time pass, and notes how much would."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    def wait(self, stopped: Event, pause: float) -> bool:
        self.slept.append(pause)
        return stopped.is_set()


@pytest.fixture
def clock() -> Clock:
    return Clock()


def send(
    connection: Busy, count: int, clock: Clock, meanwhile: Callable[[], object] = lambda: None
) -> list[Rejected]:
    changes = [Change(str(number), "{}") for number in range(count)]
    sender = BulkSender(connection, "news", meanwhile, clock.wait)  # type: ignore[arg-type] # no network
    sender.send(changes)
    sender.finish()
    return sender.refused


def test_a_lock_is_renewed_before_each_try_however_long_the_archive_is_busy(
    clock: Clock,
) -> None:
    renewed: list[float] = []
    assert send(Busy(6), 3, clock, lambda: renewed.append(sum(clock.slept))) == []
    pauses = [after - before for before, after in pairwise(renewed)]
    assert len(renewed) == 7
    assert max(pauses) <= 16


def test_nobody_waits_before_giving_up(clock: Clock) -> None:
    with pytest.raises(LibraryError, match="too busy all the time"):
        send(Busy(100), 1, clock)
    assert len(clock.slept) == 7


def test_what_is_too_large_goes_in_halves_each_with_the_lock_renewed(clock: Clock) -> None:
    archive, renewed = Busy(0, most=2), []
    assert send(archive, 8, clock, lambda: renewed.append(1)) == []
    assert archive.sent == [8, 4, 2, 2, 4, 2, 2]
    assert len(renewed) == len(archive.sent)
    assert clock.slept == []
