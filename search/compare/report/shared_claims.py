"""The sentences that both articles share most surely."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from search.compare.english import role_words
from search.compare.names.known_words import known
from search.text import fold, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from search.article import Article
    from search.compare.comparison import At, Comparison, Link

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
    if link.tier == "same words":
        return True
    left = comparison.sentences.left[link.left], [name.left for name in comparison.names]
    right = comparison.sentences.right[link.right], [name.right for name in comparison.names]
    told = (
        _besides_names(comparison.left, *left, link.words.left),
        _besides_names(comparison.right, *right, link.words.right),
    )
    return min(map(len, told)) >= _LEAST_TOLD


def _besides_names(
    article: Article, at: At, names: Iterable[Iterable[At]], words: Iterable[tuple[int, int]]
) -> set[str]:
    """Give the stems of words that stand in no name, and say of nobody what he or she is."""
    named = [(place.start, place.stop) for one in names for place in one if place.block == at.block]
    text = article.blocks[at.block].text
    told = {
        stem(fold(text[start:stop]))
        for start, stop in words
        if not any(begin <= start < end for begin, end in named)
    }
    return told - _people_and_bodies()


@cache
def _people_and_bodies() -> frozenset[str]:
    return frozenset(map(stem, role_words() | known("bodies.words")))


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
