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

    def step(
        self,
        matches: Sequence[Match],
        step: int,
        window: range,
        marked: tuple[int, int, int] | None = None,
    ) -> int | None:
        """Go to the next match (1) or the previous (-1), wrapping around at the ends.

        It goes from the current match if that is in view, else from a passage that is marked and
        in view (a part, and a span of it), else from the first line in view: to the first match at
        or after that, or the last before it. An empty window is one that isn't laid out yet, in
        which the current match counts as in view.
        Gives the match that is current now, None when there are no matches.
        """
        if not matches:
            return None
        goal = self._from_current(matches, step, window, marked)
        if goal is None:
            if marked is not None:
                goal = bisect_left([(match.part, match.start) for match in matches], marked[:2])
            else:
                goal = bisect_left([match.line for match in matches], window.start)
            goal -= 0 if step > 0 else 1
        self._wrap_note = ""
        if not 0 <= goal < len(matches):
            self._wrap_note = " · from the top" if goal >= len(matches) else " · from the end"
            goal %= len(matches)
        self.current = goal
        return goal

    def _from_current(
        self,
        matches: Sequence[Match],
        step: int,
        window: range,
        marked: tuple[int, int, int] | None,
    ) -> int | None:
        """Give the match beside the current one; None if it isn't where the user is."""
        if self.current is None:
            return None
        match = matches[self.current]
        if marked is not None:
            part, start, stop = marked
            there = match.part == part and start <= match.start < stop
        else:
            there = match.line in window or not window
        return self.current + step if there else None

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
