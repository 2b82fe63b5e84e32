"""Stable ids of stories while articles come, go and move between them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_MASK = (1 << 64) - 1
_ODD = 0x9E3779B97F4A7C15


def assign_ids(
    groups: Sequence[Sequence[int]], ids: Sequence[str], before: Sequence[str | None]
) -> list[str]:
    """Name the story of each article.

    A story keeps the name that most of its articles had; of two that would, the larger. A new
    one is named after the first of its articles whose id isn't a story's name yet.

    Args:
        groups: articles that are one story, by place.
        ids: every article's id, sixteen hexadecimal digits.
        before: the story each belonged to so far.

    Returns:
        The story's name for each article, sixteen hexadecimal digits, not all 0.
    """
    names = [""] * len(ids)
    taken: set[str] = set()
    unnamed: list[Sequence[int]] = []
    for members in sorted(groups, key=len, reverse=True):
        held = Counter(had for place in members if (had := before[place]) and had not in taken)
        if held:
            _give(names, members, min(held, key=lambda had: (-held[had], had)), taken)
        else:
            unnamed.append(members)
    for members in unnamed:
        _give(names, members, _fresh([ids[place] for place in members], taken), taken)
    return names


def _give(names: list[str], members: Sequence[int], story: str, taken: set[str]) -> None:
    taken.add(story)
    for place in members:
        names[place] = story


def _fresh(ids: Sequence[str], taken: set[str]) -> str:
    for one in ids:
        if one not in taken and int(one, 16):
            return one
    number = int(ids[0], 16)
    while (made := f"{number:016x}") in taken or not number:
        number = (number * _ODD + 1) & _MASK
    return made
