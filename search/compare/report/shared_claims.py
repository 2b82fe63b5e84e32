"""The sentences that both articles share most surely."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.compare.english import role_words
from search.compare.names.known_words import known
from search.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from search.compare.comparison import Comparison, Link

_MOST = 3
_LEAST_SHARED = 3
"""Content words that both sentences of a link have, where there are links with so many: what a
shorter one says, such as `He declined to comment`, is no claim of the story."""

_LEAST_TOLD = 2
"""Content words besides names, and besides what people are, that make two sentences one claim."""

_LEAST_NEW = 0.3
"""Share of a link's words that those told before lack, without which it says nothing new."""


def shared_claims(comparison: Comparison) -> tuple[int, ...]:
    """Give the strongest links of the two upper tiers, three at most, as indexes in `links`.

    Of each sentence only one. The surer come first, then those that share more words, then those
    nearer to the beginning of both. Cost: sorting the links.
    """
    return _strongest(comparison, [i for i, one in _numbered(comparison) if one.tier != "related"])


def tells_more_than_names(comparison: Comparison, link: Link) -> bool:
    """Tell whether the sentences of a link share more than names and what people and bodies are.

    The names of a story, its senators and its committees, stand in sentences that say different
    things of them. Cost: linear in the names.
    """
    at = comparison.sentences.left[link.left]
    text = comparison.left.blocks[at.block].text
    named = [
        (place.start, place.stop)
        for name in comparison.names
        for place in name.left
        if place.block == at.block
    ]
    told = {
        fold(text[start:stop])
        for start, stop in link.words.left
        if not any(begin <= start < end for begin, end in named)
    }
    told -= role_words() | known("bodies.words")
    return link.tier == "same words" or len(told) >= _LEAST_TOLD


def related_claim(comparison: Comparison) -> int | None:
    """Give the strongest link of the lowest tier; otherwise as `shared_claims`.

    None unless its sentences share content enough to stand for more than a turn of phrase.
    """
    related = [
        i
        for i, one in _numbered(comparison)
        if one.tier == "related" and len(one.words.left) >= _LEAST_SHARED
    ]
    return min(related, key=lambda i: _rank(comparison.links[i]), default=None)


def _numbered(comparison: Comparison) -> Iterator[tuple[int, Link]]:
    return iter(enumerate(comparison.links))


def _strongest(comparison: Comparison, numbers: Sequence[int]) -> tuple[int, ...]:
    ranked = sorted(numbers, key=lambda i: _rank(comparison.links[i]))
    return tuple(_apart(comparison, ranked))


def _rank(link: Link) -> tuple[bool, float, int, int]:
    shared = len(link.words.left)
    return (
        shared < _LEAST_SHARED,
        -round(link.score, 2),
        -shared,
        link.left + link.right,
    )


def _apart(comparison: Comparison, ranked: Sequence[int]) -> Iterator[int]:
    """Yield the first links that have no sentence in common, and tell more than those before."""
    left: set[int] = set()
    right: set[int] = set()
    told: set[str] = set()
    for number in ranked:
        link = comparison.links[number]
        if link.left in left or link.right in right:
            continue
        text = comparison.left.blocks[comparison.sentences.left[link.left].block].text
        words = {fold(text[start:stop]) for start, stop in link.words.left}
        if told and len(words - told) < _LEAST_NEW * len(words):
            continue
        yield number
        left.add(link.left)
        right.add(link.right)
        told |= words
        if len(left) == _MOST:
            return
