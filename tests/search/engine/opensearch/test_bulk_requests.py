"""Sending many documents to an archive that is busy, or takes only little at once."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from search.engine.opensearch.archive_connection import TooBusyError, TooLargeError
from search.engine.opensearch.bulk_requests import Change, send_each
from search.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Callable


class Busy:
    """A connection to an archive that takes so many documents at once, after being busy so often."""

    def __init__(self, busy: int, most: int = 500) -> None:
        self.busy, self.most = busy, most
        self.sent: list[int] = []

    def send(self, method: str, path: str, lines: str) -> dict[str, Any]:
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


@pytest.fixture
def slept(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Have no time pass, and note how much would."""
    waits: list[float] = []
    monkeypatch.setattr("time.sleep", waits.append)
    return waits


def send(connection: Busy, count: int, meanwhile: Callable[[], object]) -> list[Any]:
    changes = [Change(str(number), "{}") for number in range(count)]
    return send_each(connection, "news", changes, meanwhile)  # type: ignore[arg-type] # no network


def test_a_lock_is_renewed_before_each_try_however_long_the_archive_is_busy(
    slept: list[float],
) -> None:
    renewed: list[float] = []
    assert send(Busy(6), 3, lambda: renewed.append(sum(slept))) == []
    pauses = [after - before for before, after in pairwise(renewed)]
    assert len(renewed) == 7
    assert max(pauses) <= 16


def test_nobody_waits_before_giving_up(slept: list[float]) -> None:
    with pytest.raises(LibraryError, match="too busy all the time"):
        send(Busy(100), 1, lambda: None)
    assert len(slept) == 7


def test_what_is_too_large_goes_in_halves_each_with_the_lock_renewed(slept: list[float]) -> None:
    archive, renewed = Busy(0, most=2), []
    assert send(archive, 8, lambda: renewed.append(1)) == []
    assert archive.sent == [8, 4, 2, 2, 4, 2, 2]
    assert len(renewed) == len(archive.sent)
    assert slept == []
