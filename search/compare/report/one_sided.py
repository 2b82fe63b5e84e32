"""Passages that found no match on the other side."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from search.compare.comparison import text_at
from search.compare.english import english
from search.sides import Sides
from search.text import count_words, is_stop

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from search.article import Article
    from search.compare.comparison import At, Comparison
    from search.sides import Side


_WORD = re.compile(r"\w+")
_MOST_SHOWN = 36
"""Words of a sentence that stands for its passage: what a few lines have room for."""


class OneSidedPassage(NamedTuple):
    """Sentences of one side, one after the other, none of which found a match.

    Attributes:
        sentences: where they stand, in reading order.
        words: how many words they have.
        telling: the sentence that has most words which the other article lacks.
    """

    sentences: tuple[At, ...]
    words: int
    telling: At


class UsedWords(NamedTuple):
    """How often each side uses each word, and the content words that both use more than once."""

    times: Sides[Counter[str]]
    subject: frozenset[str]


def used_words(comparison: Comparison) -> UsedWords:
    """Count the words of both stories. Cost: linear."""
    times = Sides(_counts(comparison.left), _counts(comparison.right))
    subject = frozenset(
        word
        for word, often in times.left.items()
        if min(often, times.right[word]) > 1 and not is_stop(word, word)
    )
    return UsedWords(times, subject)


def longest_one_sided(
    comparison: Comparison, side: Side, used: UsedWords
) -> OneSidedPassage | None:
    """Give the longest passage of one side that found no match; None if all found one.

    One with a word that both use more than once comes before others, which may not be of the story:
    `This text may be reprinted by any paper`. Sentences that repeat others count for nothing. Cost:
    linear in the words of both articles.
    """
    places = comparison.sentences.of(side)
    again = {place for place, _ in comparison.repeats.of(side)}
    article = comparison.left if side == "left" else comparison.right
    alone = [one for one in comparison.unmatched.of(side) if one not in again]
    passages = [[places[one] for one in run] for run in _runs(alone)]
    if not passages:
        return None
    longest = max(passages, key=lambda one: _rank(article, one, used.subject))
    words = sum(count_words(text_at(article, at)) for at in longest)
    across = used.times.right if side == "left" else used.times.left
    telling = _telling(article, longest, across, used.subject)
    return OneSidedPassage(tuple(longest), words, telling)


def _counts(article: Article) -> Counter[str]:
    found: Counter[str] = Counter()
    for _, block in article.story:
        found.update(_words(block.text))
    return found


def _rank(article: Article, passage: Sequence[At], subject: AbstractSet[str]) -> tuple[bool, int]:
    about = any(not subject.isdisjoint(_words(text_at(article, at))) for at in passage)
    return about, sum(at.stop - at.start for at in passage)


def _runs(places: Sequence[int]) -> Iterator[list[int]]:
    """Yield rows of places that follow each other."""
    row: list[int] = []
    for place in places:
        if row and place != row[-1] + 1:
            yield row
            row = []
        row.append(place)
    if row:
        yield row


def _telling(
    article: Article, sentences: Sequence[At], across: Container[str], subject: AbstractSet[str]
) -> At:
    """Give the sentence that stands for a passage: with most different words that the other lacks.

    Those come first that have a word of the subject and can be understood alone, by how they open.
    Captions, and sentences too long to be shown, come last.
    """
    best: tuple[tuple[bool, bool, int], At] | None = None
    for at in sentences:
        words = _words(text_at(article, at))
        fits = len(words) <= _MOST_SHOWN and article.blocks[at.block].kind != "caption"
        alone = not subject.isdisjoint(words) and words[:1] != [] and words[0] not in _leaning()
        rank = fits, alone, sum(word not in across for word in set(words))
        if best is None or rank > best[0]:
            best = rank, at
    return best[1] if best else sentences[0]


def _leaning() -> frozenset[str]:
    """Give the words with which a sentence opens that needs what stands before it."""
    return english("openings.leaning")


def _words(text: str) -> list[str]:
    # Which sentence stands for a passage needs no stems, and tokens cost ten times as much.
    return _WORD.findall(text.casefold())
