"""Inverse document frequency: how rare words are in a library."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from search.engine import Frequencies

_ASSUMED_ARTICLES = 1000
"""Articles a library is taken to have besides its own when the rarity of a word is weighed.

In a library of five, what two articles share stands in two of five and would pass for common;
with these, a small library says next to nothing about rarity, and a large one decides.
"""


def idf(found: Frequencies) -> dict[str, float]:
    """Weigh stems by the logarithm of all articles over those that have the stem."""
    total = found.articles + _ASSUMED_ARTICLES
    return {stem: log((total + 1) / (count + 0.5)) for stem, count in found.held.items()}
