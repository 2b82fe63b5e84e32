"""How days reduce the closeness of two articles: their own, and those they name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from search.engine.whoosh.segments.arrays import Array, Mask

UNDATED = 0.55
"""What a pair keeps of its cosine when a day is unknown: as much as three days apart."""
_DECAY_DAYS = 3.0
_FAR = 0.3
_WEEK = 7


def date_decay(days: Array) -> Array:
    """Give the factor for articles so many days apart: 1 on the same day, down to 0.3."""
    left: Array = _FAR + (1 - _FAR) * np.exp(-np.abs(days) / _DECAY_DAYS)
    return left


def tell_of_other_days(named: tuple[Array, Array], days: tuple[Array, Array]) -> Mask:
    """Tell of pairs what `search.stories.tell_of_other_days` tells of one."""
    one, other = named
    dated = (days[0] > 0) & (days[1] > 0)
    mine, theirs = (_days_before(*side) for side in zip(named, days, strict=True))
    apart = np.clip(days[0] - days[1], -_WEEK, _WEEK)
    ahead, behind = np.maximum(apart, 0), np.maximum(-apart, 0)
    both = np.where(dated, (mine >> ahead) & (theirs >> behind), one & other)
    found: Mask = (one > 0) & (other > 0) & (both == 0)
    return found


def _days_before(named: Array, days: Array) -> Array:
    """Give the days of the week that are named as days before the own, as bits from the lowest."""
    own = (days - 1) % _WEEK
    found = np.zeros(len(named), np.int64)
    for at in range(_WEEK):
        found |= (named >> at & 1) << (own - at) % _WEEK
    return found
