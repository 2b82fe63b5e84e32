"""What the reader said of pairs of sentences, applied to the links that were found."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from search.compare.comparison import Link
from search.compare.sentences.shared_words import shared_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from search.compare.annotated_article import AnnotatedArticle, Sentence
    from search.compare.comparison import At, Judgement
    from search.sides import Sides

SURE = 1.0
"""The score of a link that the reader made."""


class JudgedSentences(NamedTuple):
    """The links after judging, sorted by left, then right; and the pairs that don't meet, likewise."""

    links: tuple[Link, ...]
    apart: tuple[tuple[int, int], ...]


def apply_judgements(
    links: Sequence[Link], sides: Sides[AnnotatedArticle], judged: Iterable[Judgement]
) -> JudgedSentences:
    """Take out the links that the reader said don't meet, and put in those that do.

    Two sentences that meet say the same at least, with the score `SURE`. A judgement goes with the
    sentence that has most of its passage; one whose passage is in no sentence is passed over. Of two
    on the same pair the later holds. Cost: linear in links and judgements.
    """
    said = {
        pair: one.meets
        for one in judged
        if (pair := _pair(sides, one)) is not None  # a passage may have become boilerplate
    }
    if not said:
        return JudgedSentences(tuple(links), ())
    found = {(link.left, link.right): link for link in links}
    for pair, meets in said.items():
        if meets:
            found[pair] = _meeting(found.get(pair), pair, sides)
        else:
            found.pop(pair, None)
    apart = sorted(pair for pair, meets in said.items() if not meets)
    return JudgedSentences(tuple(found[pair] for pair in sorted(found)), tuple(apart))


def _meeting(before: Link | None, pair: tuple[int, int], sides: Sides[AnnotatedArticle]) -> Link:
    if before is not None and before.tier == "same words":
        return replace(before, judged=True)
    made = Link(*pair, SURE, "says the same", judged=True)
    return replace(made, words=before.words if before else shared_words(sides, made))


def _pair(sides: Sides[AnnotatedArticle], judged: Judgement) -> tuple[int, int] | None:
    left = _sentence(sides.left.sentences, judged.left)
    right = _sentence(sides.right.sentences, judged.right)
    return (left, right) if left is not None and right is not None else None


def _sentence(sentences: Sequence[Sentence], passage: At) -> int | None:
    """Give the sentence that has most of a passage; None without any."""
    begin = (passage.block, passage.start)
    first = max(0, bisect_right(sentences, begin, key=lambda one: one.at[:2]) - 1)
    best, most = None, 0
    for place in range(first, len(sentences)):
        at = sentences[place].at
        if at[:2] >= (passage.block, passage.stop):
            break
        common = min(at.stop, passage.stop) - max(at.start, passage.start)
        if at.block == passage.block and common > most:
            best, most = place, common
    return best
