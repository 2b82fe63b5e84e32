"""A pair of values, one for each side: of two articles, or of two sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sides(Generic[T]):
    """A value for each side."""

    left: T
    right: T

    def swapped(self) -> Sides[T]:
        """Give the same with left and right swapped."""
        return Sides(self.right, self.left)
