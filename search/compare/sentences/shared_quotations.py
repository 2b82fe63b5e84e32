"""Sentences of two articles that quote the same words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from operator import attrgetter
from typing import TYPE_CHECKING

from search.compare.quotations.containment import LEAST, either_contained
from search.compare.quotations.quotation_marks import find_quotations
from search.compare.sentences.distinct_sentences import in_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import TypeAlias

    from search.compare.annotated_article import AnnotatedArticle
    from search.compare.quotations.quotation_marks import Quotation
    from search.sides import Sides

    Quoted: TypeAlias = Mapping[tuple[str, ...], tuple[int, ...]]


def shared_quotations(sides: Sides[AnnotatedArticle]) -> Iterator[tuple[int, int, int]]:
    """Yield sentences that quote the same words, whole or clipped: their places, and how many words.

    A quotation is clipped where its words stand in the other in the same order without a gap. Cost:
    linear in the words quoted, as each is held against the few that share its rarest three words.
    """
    lefts, rights = _quoted(sides.left), _quoted(sides.right)
    ours, theirs = list(lefts), list(rights)
    for i, j in either_contained(ours, theirs):
        words = min(len(ours[i]), len(theirs[j]))
        for left, right in in_order(lefts[ours[i]], rights[theirs[j]]):
            yield left, right, words


def _quoted(annotated: AnnotatedArticle) -> Quoted:
    """Give what is quoted within a sentence, and the places of the sentences that do."""
    quoted: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    inside = False
    block: int | None = None
    found: tuple[Quotation, ...] = ()
    for place, sentence in enumerate(annotated.sentences):
        if sentence.at.block != block:
            block = sentence.at.block
            found = find_quotations(annotated.text(sentence), inside=inside)
            inside = bool(found) and not found[-1].closed
        starts = [word.start for word in sentence.words]
        first = bisect_right(found, sentence.at.start, key=attrgetter("stop"))
        for at in range(first, len(found)):
            quotation = found[at]
            if quotation.start >= sentence.at.stop:
                break
            begin, end = bisect_left(starts, quotation.start), bisect_left(starts, quotation.stop)
            words = sentence.words[begin:end]
            telling = len(words) > LEAST or not all(word.stop_word for word in words)
            if len(words) >= LEAST and telling:
                quoted[tuple(word.form for word in words)].append(place)
    return {forms: tuple(places) for forms, places in quoted.items()}
