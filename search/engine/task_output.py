"""What the work on a task gives: things one after another, and at its end something to tell.

It is a generator, which yields the ones and returns the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

R = TypeVar("R")
S = TypeVar("S")
T = TypeVar("T")


def take_each(output: Generator[T, None, R], take: Callable[[T], object]) -> R:
    """Hand over all that is yielded; give what is told."""
    while True:
        try:
            made = next(output)
        except StopIteration as end:
            told: R = end.value
            return told
        take(made)


def transform(output: Generator[S, None, R], change: Callable[[S], T]) -> Generator[T, None, R]:
    """Give what `change` makes of each thing that is yielded, and tell what is told."""
    while True:
        try:
            made = next(output)
        except StopIteration as end:
            told: R = end.value
            return told
        yield change(made)
