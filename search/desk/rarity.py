"""How rare words are in a library."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_UNSEEN = 1000
"""Articles a library is taken to have besides its own when the rarity of a word is weighed.

In a library of five, what two articles share stands in two of five and would pass for common;
with these, a small library says next to nothing about rarity, and a large one decides.
"""


def rarity(articles: int, held: Mapping[str, int]) -> dict[str, float]:
    """Weigh stems: the logarithm of all articles by those that have one.

    Args:
        articles: how many there are.
        held: how many have each stem.
    """
    total = articles + _UNSEEN
    return {stem: log((total + 1) / (count + 0.5)) for stem, count in held.items()}
