"""A pair of values, one for each side: of two articles, or of two sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Literal, TypeAlias, TypeVar

T = TypeVar("T")

Side: TypeAlias = Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class Sides(Generic[T]):
    """A value for each side."""

    left: T
    right: T

    def of(self, side: Side) -> T:
        """Give the value of one side."""
        return self.left if side == "left" else self.right

    @property
    def both(self) -> tuple[T, T]:
        """The values of both sides, the left one first."""
        return self.left, self.right

    def swapped(self) -> Sides[T]:
        """Give the same with left and right swapped."""
        return Sides(self.right, self.left)
