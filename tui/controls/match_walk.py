"""Walking the matches of a page: which is chosen, and how that is said."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.render.article_page import Match


class MatchWalk:
    """Where a reader is among the matches.

    Attributes:
        current: the match chosen, counted from 0; None before the first.
        noun: what is lit, in the singular.
    """

    def __init__(self, noun: str = "match") -> None:
        self.current: int | None = None
        self.noun = noun
        self._round = ""

    def choose(self, match: int) -> None:
        """Choose a match directly."""
        self.current, self._round = match, ""

    def step(self, matches: Sequence[Match], step: int, top: int) -> int | None:
        """Choose the next match (1) or the previous (-1), from one end round to the other.

        Without one chosen that is the first at or after line `top`, or the last before it.
        Gives the match chosen now, None when there is none.
        """
        if not matches:
            return None
        if self.current is None:
            goal = bisect_left([match.line for match in matches], top) - (0 if step > 0 else 1)
        else:
            goal = self.current + step
        self._round = ""
        if not 0 <= goal < len(matches):
            self._round = " · from the top" if goal >= len(matches) else " · from the end"
            goal %= len(matches)
        self.current = goal
        return goal

    def count(self, total: int) -> str:
        """Say `match 2 of 7`, or `7 matches` before one is chosen; empty without any."""
        if not total:
            return ""
        if self.current is not None:
            return f"{self.noun} {self.current + 1} of {total}"
        plural = "es" if self.noun.endswith("ch") else "s"
        return f"{total} {self.noun}{'' if total == 1 else plural}"

    def said(self, total: int) -> str:
        """Say the same, and when the walk has just gone round."""
        return self.count(total) + self._round
