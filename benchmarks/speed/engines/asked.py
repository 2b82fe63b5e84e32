"""What every engine is asked for, and how days are told to it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Protocol

    Made = Sequence[str]
    """An article: key, title, body, source and day."""

    Counts = Sequence[tuple[object, int]]
    """Values of a facet, and how many articles have each."""

    Answer = tuple[int, int | None, Counts | None, Counts | None]
    """Hits, total, sources, months."""

    class Engine(Protocol):
        """What every engine does."""

        @property
        def answers(self) -> tuple[str, ...]:
            """What its answers may hold, of `ANSWERS`."""

        def begin(self) -> None:
            """Begin to build."""

        def again(self) -> None:
            """Begin to add to what was built."""

        def add(self, batch: Sequence[Made]) -> None:
            """Add articles."""

        def commit(self) -> None:
            """End what was begun."""

        def open(self) -> None:
            """Open what was built."""

        def close(self) -> None:
            """Close it."""

        def ask(self, kind: str, words: list[str], holds: str) -> Answer | None:
            """Answer a question; None if there is no such kind here."""


HITS = 50
ANSWERS = ("hits", "total", "counts")
"""What an answer may hold, each holding what stands before it: the best fifty articles, how many
there are exactly, and how many of each source and of each month."""


def ordinal(day: str) -> int:
    """Number a day."""
    return datetime.date.fromisoformat(day).toordinal()


def month(day: str) -> int:
    """Number the month of a day."""
    year, number, _ = map(int, day.split("-"))
    return year * 12 + number
