"""Which words only one of two linked sentences has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.sides import Sides
from search.text import is_stop, stemmer, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable

    from search.article import Article
    from search.compare.comparison import At, Comparison, Link


def own_words(comparison: Comparison, link: Link) -> Sides[tuple[tuple[int, int], ...]]:
    """Give the content words of each sentence of a link that the other lacks, in reading order.

    Each is `[start, stop]` in the block its sentence stands in, as in `Link.words`; together these are
    all content words of both; of two versions of one article, all words. Cost: linear in the two
    sentences.
    """
    left, right, every = comparison.left, comparison.right, comparison.versions
    here, there = comparison.sentences.left[link.left], comparison.sentences.right[link.right]
    return Sides(
        tuple(_own(left, here, link.words.left, every=every)),
        tuple(_own(right, there, link.words.right, every=every)),
    )


def _own(
    article: Article, at: At, shared: Iterable[tuple[int, int]], *, every: bool
) -> Iterable[tuple[int, int]]:
    rules = stemmer(article.language)
    text = article.blocks[at.block].text[at.start : at.stop]
    both = set(shared)
    for start, stop, form in tokenize(text):
        place = at.start + start, at.start + stop
        if place not in both and (every or not is_stop(form, text[start:stop], rules)):
            yield place
