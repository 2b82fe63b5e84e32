"""Which rows of a long list are at hand, and which are on their way."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from search import Hit

_KEPT = 2_000


class RowCache:
    """The rows of one answer that have come, by their places, and the span asked for last.

    Whoever answers may leave out rows of an earlier span once a later one is asked for, so only
    the last one counts as on its way.
    """

    def __init__(self, rows: Mapping[int, Hit] | None = None) -> None:
        self._rows = dict(rows or {})
        self._asked = range(0)

    def get(self, place: int) -> Hit | None:
        """Give a row, None while it isn't there."""
        return self._rows.get(place)

    def take(self, rows: Mapping[int, Hit], near: int) -> None:
        """Take rows that have come; of very many, those far from the place `near` go."""
        self._rows.update(rows)
        if len(self._rows) > _KEPT:
            close = range(near - _KEPT // 4, near + _KEPT // 4)
            self._rows = {i: hit for i, hit in self._rows.items() if i in close or i in rows}

    def ask(self, view: range) -> range:
        """Give the rows of a view that have to be asked for now, empty when there are none."""
        missing = [place for place in view if place not in self._rows]
        if all(place in self._asked for place in missing):
            return range(0)
        self._asked = range(missing[0], missing[-1] + 1)
        return self._asked
