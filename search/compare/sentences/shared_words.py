"""Where the words stand that make a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.compare.sentences.distinct_sentences import joined
from search.sides import Sides

if TYPE_CHECKING:
    from search.compare.annotated_article import AnnotatedArticle, Sentence
    from search.compare.comparison import Link


def shared_words(sides: Sides[AnnotatedArticle], link: Link) -> Sides[tuple[tuple[int, int], ...]]:
    """Give the content words that both sentences of a link have, in reading order.

    Each is `(start, stop)` in the text of the block its sentence stands in. Cost: linear.
    """
    left, right = sides.left.sentences[link.left], sides.right.sentences[link.right]
    both = set(map(joined, left.stems)) & set(map(joined, right.stems))
    return Sides(_places(left, both), _places(right, both))


def _places(sentence: Sentence, words: set[str]) -> tuple[tuple[int, int], ...]:
    return tuple(
        (word.start, word.stop)
        for word in sentence.words
        if not word.stop_word and joined(word.stem) in words
    )
