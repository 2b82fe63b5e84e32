"""A bounded memo keyed by string."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Memo(dict[str, T]):
    """A bounded memo keyed by string: a function's results for the strings used last.

    A dictionary that fills itself: `known[said]` is `read(said)`, which never gives None. At most
    twice `most` strings are kept, of `longest` code points: as many as came last, and those of
    as many before them that haven't come again. Safe to use from several threads.
    """

    def __init__(self, read: Callable[[str], T], most: int = 1 << 16, longest: int = 40) -> None:
        """Take the function; see above for the bounds."""
        super().__init__()
        self._read = read
        self._most = most
        self._longest = longest
        self._before: dict[str, T] = {}

    def __missing__(self, said: str) -> T:
        """Give what the function gives, and keep it."""
        found = self._before.get(said)
        if found is None:
            found = self._read(said)
        if len(said) <= self._longest:
            if len(self) >= self._most:
                self._before = dict(self)
                self.clear()
            self[said] = found
        return found
