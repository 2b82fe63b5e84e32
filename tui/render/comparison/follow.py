"""Linked scrolling: where one side scrolls to when the other is moved."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

Pair: TypeAlias = tuple[int, int]
"""A row of the moved side, and a row of the other."""


@dataclass(frozen=True, slots=True)
class Follow:
    """A piecewise linear map from the top row of the moved side to that of the other side.

    Attributes:
        knots: (top of the moved side, top of the other), rising strictly in the first and never
            falling in the second; at least one.
    """

    knots: tuple[Pair, ...]

    def __call__(self, top: int) -> int:
        """Give the other side's top row; constant outside the knots. Cost: linear in the knots."""
        at = bisect_right([here for here, _ in self.knots], top)
        if at == 0:
            return self.knots[0][1]
        if at == len(self.knots):
            return self.knots[-1][1]
        (a, x), (b, y) = self.knots[at - 1], self.knots[at]
        return x + round((y - x) * (top - a) / (b - a))

    @classmethod
    def linked(
        cls,
        heights: Pair,
        window: int,
        chosen: Pair | None,
        others: Iterable[Pair],
        slack: Pair = (0, 0),
    ) -> Follow:
        """Build the map for a selected link and the links that don't cross it.

        While the selected link is in view on the moved side, both its ends stay on one row of the
        screen: the sides scroll together, as far as the other has rows. Farther away, each other
        link reaches the reading row, a third of the way down, on both sides at once where the
        order allows it; between links the map is linear. The two beginnings and the two ends
        match, unless the selected link is in view there.

        Args:
            heights: how many rows each side has.
            window: how many rows are in view.
            chosen: the rows of the selected link's ends; None when no link is selected.
            others: the rows of the other links' ends, rising on both sides.
            slack: how many rows each side may scroll past its end; see `aligned_tops`.
        """
        end = max(0, heights[0] - window), max(0, heights[1] - window)
        reading = window // 3
        knots = [(here - reading, there - reading) for here, there in others]
        if chosen is None:
            return cls(tuple(_climb((0, 0), knots, end)))
        limit = end[0] + slack[0], end[1] + slack[1]
        apart = chosen[1] - chosen[0]
        low = max(0, -apart, chosen[0] - window + 1)
        high = max(low, min(limit[0], limit[1] - apart, chosen[0]))
        up = _climb((high, high + apart), knots, end)
        down = _climb((-low, -low - apart), [(-a, -b) for a, b in reversed(knots)], (0, 0))
        rigid = [(low, low + apart)] if low < high else []
        return cls((*((-a, -b) for a, b in reversed(down[1:])), *rigid, *up))

    @classmethod
    def offset(cls, heights: Pair, window: int, apart: int) -> Follow:
        """Build the map that keeps the other side `apart` rows further down, within its text."""
        end = max(0, heights[0] - window), max(0, heights[1] - window)
        low, high = max(0, -apart), min(end[0], end[1] - apart)
        if low >= high:
            return cls(((0, min(end[1], max(0, apart))),))
        return cls(((low, low + apart), (high, high + apart)))


def _climb(start: Pair, knots: Iterable[Pair], end: Pair) -> list[Pair]:
    """Give the path from `start` to `end` through the knots that rise; past `end`, none."""
    path = [start]
    for here, there in knots:
        if path[-1][0] < here < end[0] and path[-1][1] <= there <= end[1]:
            path.append((here, there))
    if path[-1][0] < end[0] and path[-1][1] <= end[1]:
        path.append(end)
    return path


def aligned_tops(
    rows: Pair, heights: Pair, window: int, wanted: int | None = None
) -> tuple[Pair, Pair]:
    """Give the top rows of both sides that put a link's two ends on one screen row.

    Args:
        rows: the rows of the link's ends.
        heights: how many rows each side has.
        window: how many rows are in view.
        wanted: the screen row to put them on; None for the reading row, a third of the way
            down. An end closer to the beginning of its side moves both further up.

    Returns:
        The tops of both sides, and the slack each needs: how many rows past the end of its text
        it has to scroll.
    """
    row = max(0, min(window // 3 if wanted is None else wanted, window - 1, *rows))
    tops = rows[0] - row, rows[1] - row
    slack = tuple(
        max(0, top - max(0, height - window)) for top, height in zip(tops, heights, strict=True)
    )
    return tops, (slack[0], slack[1])
