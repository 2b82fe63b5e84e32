"""How rare a word is in a library."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_UNSEEN = 1000
"""Articles a library is taken to have besides its own when the rarity of a word is weighed.

In a library of five, what two articles share stands in two of five and would pass for common;
with these, a small library says next to nothing about rarity, and a large one decides.
"""


def rarity(articles: int, spread: Callable[[str], int]) -> Callable[[str], float]:
    """Give what weighs a stem: the logarithm of all articles by those that have it.

    Args:
        articles: how many there are.
        spread: tells how many have a stem.
    """
    total = articles + _UNSEEN
    return lambda stem: log((total + 1) / (spread(stem) + 0.5))
