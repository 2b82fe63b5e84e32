"""Marks set on the other side, as many as can be: one that isn't taken there stops no other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from search.errors import FetchError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.arrivals.readers.other_reader import Reader

MarkField: TypeAlias = Literal["read", "starred"]
_OF_ENTRIES = frozenset({400, 404, 409, 410, 422})
"""What servers answer for entries that can't be marked; other faults concern all that is asked."""
_MOST_FAULTS = 32
"""Such answers in one update. By them one entry is told from tens of thousands, or a few from some."""


class SentMarks:
    """Marks on their way to another reader, in one update.

    Attributes:
        undone: which weren't taken there.
        refused: the entries among these that the server itself refuses.
        reason: why the last of them wasn't; empty if all were.
    """

    def __init__(self, reader: Reader) -> None:
        """Take the other side."""
        self._reader = reader
        self._faults = 0
        self._stopped = False
        self.undone: set[tuple[int, MarkField]] = set()
        self.refused: set[int] = set()
        self.reason = ""

    def send(self, numbers: Sequence[int], field: MarkField, *, value: bool) -> None:
        """Mark entries there. Some that can't be are told from the others by halves."""
        if self._stopped:
            self.undone.update((one, field) for one in numbers)
            return
        try:
            self._reader.mark(numbers, **{field: value})
        except FetchError as error:
            self._failed(numbers, field, error, value=value)

    def _failed(
        self, numbers: Sequence[int], field: MarkField, error: FetchError, *, value: bool
    ) -> None:
        self.reason = error.reason
        self._faults += 1
        of_entries = error.status in _OF_ENTRIES
        self._stopped = not of_entries or self._faults >= _MOST_FAULTS
        if len(numbers) > 1:
            half = len(numbers) // 2
            self.send(numbers[:half], field, value=value)
            self.send(numbers[half:], field, value=value)
            return
        self.undone.update((one, field) for one in numbers)
        self.refused.update(numbers if of_entries else ())
