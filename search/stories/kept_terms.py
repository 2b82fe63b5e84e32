"""What is kept of a story without its words: the numbers of the stems it dwells on.

A stem is known by a checksum of 17 bits, its weight by the nearest of four levels. Which stem a number
means is told by the article's own words.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from search.stories.story_values import Profile, ProfileTerm

SIZE = 1 << 17
NOTHING = SIZE - 1
"""The number of no stem."""
LEVELS = (1.0, 1.7, 3.0, 6.0)
"""Weights that are told apart."""
_BOUNDS = tuple((low * high) ** 0.5 for low, high in pairwise(LEVELS))


class KeptTerms(NamedTuple):
    """What is kept of one story.

    Attributes:
        entries: by the number of each stem it dwells on, the place of its weight in `LEVELS`, and
            whether it is a name.
        sentences: the keys of its sentences that may be known again.
        words: how many words it has.
    """

    entries: Mapping[int, tuple[int, bool]]
    sentences: AbstractSet[int]
    words: int


def number(stem: str) -> int:
    """Give the number that stands for a stem, below `NOTHING`."""
    return crc32(stem.encode("utf-8", "replace")) % NOTHING


def level(weight: float) -> int:
    """Give the place in `LEVELS` of what is nearest to a weight, by ratio."""
    return sum(weight > bound for bound in _BOUNDS)


def levelled(terms: Profile) -> list[ProfileTerm]:
    """Give a profile with the weights that are told apart; heaviest first, of equals by stem."""
    return _ordered((stem, LEVELS[level(weight)], name) for stem, weight, name in terms)


def recovered(kept: KeptTerms, stems: Sequence[str]) -> list[ProfileTerm] | None:
    """Give the profile of which something is kept, as `levelled` does, by the stems of its article.

    None where one is lacking: the article is another one now. Where two share a number it is the one
    used more often, for the heaviest are what is kept. Cost: a checksum for each distinct stem.

    Args:
        kept: what is kept.
        stems: those of the title, three times, and of the story, each as often as it is used; none
            has a line break.
    """
    entries = kept.entries
    distinct = list(set(stems))
    numbers = map(crc32, "\n".join(distinct).encode("utf-8", "replace").split(b"\n"))
    held = [
        (key, stem)
        for key, stem in zip([one % NOTHING for one in numbers], distinct, strict=True)
        if key in entries
    ]
    found: dict[int, str] = {}
    for key, stem in held if len(held) == len(entries) else sorted(held):
        other = found.setdefault(key, stem)
        if other != stem and stems.count(stem) > stems.count(other):
            found[key] = stem
    if len(found) != len(entries):
        return None
    return _ordered(
        [(stem, LEVELS[entries[key][0]], entries[key][1]) for key, stem in found.items()]
    )


def _ordered(terms: Iterable[ProfileTerm]) -> list[ProfileTerm]:
    ranked = sorted([(-weight, stem, name) for stem, weight, name in terms])
    return [(stem, -weight, name) for weight, stem, name in ranked]
