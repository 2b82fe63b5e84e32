"""The rows of a long list that are loaded, and those being loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from search import Hit

_KEPT = 2_000


class RowCache:
    """The loaded rows of one answer by index, and the range requested last.

    Rows of an earlier request may be skipped once there is a later one, so only the last request
    counts as being loaded.
    """

    def __init__(self, rows: Mapping[int, Hit] | None = None) -> None:
        self._rows = dict(rows or {})
        self._requested = range(0)

    def get(self, place: int) -> Hit | None:
        """Give a row; None while it isn't loaded."""
        return self._rows.get(place)

    def add(self, rows: Mapping[int, Hit], near: int) -> None:
        """Add loaded rows; if there are very many, those far from the index `near` are dropped."""
        self._rows.update(rows)
        if len(self._rows) > _KEPT:
            close = range(near - _KEPT // 4, near + _KEPT // 4)
            self._rows = {i: hit for i, hit in self._rows.items() if i in close or i in rows}

    def wanted(self, visible: range, ahead: int, total: int) -> range:
        """Give the rows to request for a range, or so many beyond either end when it is loaded."""
        span = self.request(range(visible.start, min(total, visible.stop)))
        if not span and ahead:
            first, last = max(0, visible.start - ahead), min(total, visible.stop + ahead)
            span = self.request(range(first, last))
        return span

    def request(self, visible: range) -> range:
        """Give the rows that have to be requested to show a range; empty when there are none."""
        missing = [place for place in visible if place not in self._rows]
        if all(place in self._requested for place in missing):
            return range(0)
        self._requested = range(missing[0], missing[-1] + 1)
        return self._requested
