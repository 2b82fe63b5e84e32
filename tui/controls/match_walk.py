"""Stepping through the matches of an article."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.render.article_page import Match


class MatchWalk:
    """Which of the matches is the current one.

    Attributes:
        current: the current match, counted from 0; None before the first.
        noun: what is highlighted, in the singular.
    """

    def __init__(self, noun: str = "match") -> None:
        self.current: int | None = None
        self.noun = noun
        self._wrap_note = ""

    def choose(self, match: int) -> None:
        """Make a match the current one."""
        self.current, self._wrap_note = match, ""

    def step(self, matches: Sequence[Match], step: int, top: int) -> int | None:
        """Go to the next match (1) or the previous (-1), wrapping around at the ends.

        Without a current match it is the first at or after line `top`, or the last before it.
        Gives the match that is current now, None when there are no matches.
        """
        if not matches:
            return None
        if self.current is None:
            goal = bisect_left([match.line for match in matches], top) - (0 if step > 0 else 1)
        else:
            goal = self.current + step
        self._wrap_note = ""
        if not 0 <= goal < len(matches):
            self._wrap_note = " · from the top" if goal >= len(matches) else " · from the end"
            goal %= len(matches)
        self.current = goal
        return goal

    def count(self, total: int) -> str:
        """Give `match 2 of 7`, or `7 matches` before one is chosen; empty without any."""
        if not total:
            return ""
        if self.current is not None:
            return f"{self.noun} {self.current + 1} of {total}"
        plural = "es" if self.noun.endswith("ch") else "s"
        return f"{total} {self.noun}{'' if total == 1 else plural}"

    def label(self, total: int) -> str:
        """Give the count, and a note if the last step wrapped around."""
        return self.count(total) + self._wrap_note
