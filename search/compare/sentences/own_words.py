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
    all content words of both. Cost: linear in the two sentences.
    """
    left, right = comparison.left, comparison.right
    return Sides(
        tuple(_own(left, comparison.sentences.left[link.left], link.words.left)),
        tuple(_own(right, comparison.sentences.right[link.right], link.words.right)),
    )


def _own(article: Article, at: At, shared: Iterable[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    rules = stemmer(article.language)
    text = article.blocks[at.block].text[at.start : at.stop]
    both = set(shared)
    for start, stop, form in tokenize(text):
        place = at.start + start, at.start + stop
        if place not in both and not is_stop(form, text[start:stop], rules):
            yield place
