"""What one side puts in place of what, in sentences that say the same."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from search.compare.comparison import At, Wording, text_at
from search.compare.sentences.strongest import ScoredPair, strongest
from search.compare.sentences.word_alignment import MOST_WORDS, gaps
from search.sides import Sides

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from search.compare.annotated_article import AnnotatedArticle, Sentence, Word
    from search.compare.comparison import Link

_LONGEST = 4
"""Words of a phrase that can stand in place of another; longer ones are another sentence."""
MOST_ALIGNED = 4
"""Links of a sentence, the strongest, whose words are aligned."""


def wording(sides: Sides[AnnotatedArticle], links: Sequence[Link]) -> tuple[Wording, ...]:
    """Give the differences in words within links of the two upper tiers, in the order of the links.

    The words of both sentences are aligned; where between words that both have each side has a few of
    its own, one stands in place of the other. Function words tell nothing and are left out, at either
    end of a phrase too, and so are words that the other sentence has elsewhere. Cost: at most the
    product of the words of both sentences, each at most `MOST_WORDS` long, for `MOST_ALIGNED` links
    of a sentence, the strongest.
    """
    found: list[Wording] = []
    aligned = aligned_links(links)
    for number, link in enumerate(links):
        if number in aligned:
            left, right = sides.left.sentences[link.left], sides.right.sentences[link.right]
            found += _between(number, left, right, sides)
    return tuple(found)


def aligned_links(links: Sequence[Link]) -> frozenset[int]:
    """Give the links whose words are aligned: of the upper tiers, the strongest of a sentence."""
    rows: defaultdict[int, list[ScoredPair]] = defaultdict(list)
    for link in links:
        if link.tier != "related":
            rows[link.left].append(ScoredPair(link.left, link.right, link.score))
    kept = {(one.left, one.right) for one in strongest(rows.values(), MOST_ALIGNED)[0]}
    return frozenset(i for i, link in enumerate(links) if (link.left, link.right) in kept)


def _between(
    number: int, left: Sentence, right: Sentence, sides: Sides[AnnotatedArticle]
) -> Iterator[Wording]:
    if max(len(left.words), len(right.words)) > MOST_WORDS:
        return
    for a, b, c, d in gaps(left.forms, right.forms):
        ours = _trimmed(left.words[a:b], right.stems)
        theirs = _trimmed(right.words[c:d], left.stems)
        if max(len(ours), len(theirs)) > _LONGEST or not (ours or theirs):
            continue
        at = Sides(_place(left, ours), _place(right, theirs))
        here, there = _text(sides.left, at.left), _text(sides.right, at.right)
        if ours and theirs:
            yield Wording(number, here, there, "replaced", at)
        elif ours:
            yield Wording(number, here, "", "only left", at)
        else:
            yield Wording(number, "", there, "only right", at)


def _trimmed(words: Sequence[Word], elsewhere: Iterable[str]) -> Sequence[Word]:
    """Take off what tells nothing at either end: function words, and what the other has too."""
    start, stop = 0, len(words)
    while start < stop and _says_nothing(words[start], elsewhere):
        start += 1
    while stop > start and _says_nothing(words[stop - 1], elsewhere):
        stop -= 1
    return words[start:stop]


def _says_nothing(word: Word, elsewhere: Iterable[str]) -> bool:
    return word.stop_word or word.stem in elsewhere


def _place(sentence: Sentence, words: Sequence[Word]) -> At | None:
    return At(sentence.at.block, words[0].start, words[-1].stop) if words else None


def _text(annotated: AnnotatedArticle, at: At | None) -> str:
    return text_at(annotated.article, at) if at else ""
