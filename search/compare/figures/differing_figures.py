"""Figures that differ between linked sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.compare.comparison import At, Figure
from search.compare.figures.numbers import numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from search.compare.annotated_article import AnnotatedArticle, Sentence
    from search.compare.comparison import Link
    from search.compare.figures.numbers import Number


def figures(
    left: AnnotatedArticle, right: AnnotatedArticle, links: Iterable[Link]
) -> tuple[Figure, ...]:
    """Give pairs of figures that speak of the same thing and differ, in the order of the links.

    Two figures speak of the same thing if they are of one kind and unit and one of the next
    three content words is the same; two days, if their sentences say the same. A figure that
    has its equal in the other sentence differs from nothing, and one that might mean several
    of the other side is left alone. Nothing says that the two contradict each other. Cost:
    linear in the linked sentences.
    """
    found: list[Figure] = []
    known: dict[tuple[int, int], tuple[Number, ...]] = {}

    def read(side: int, annotated: AnnotatedArticle, place: int) -> tuple[Number, ...]:
        if (side, place) not in known:
            sentence = annotated.sentences[place]
            known[side, place] = numbers(sentence.words, annotated.text(sentence))
        return known[side, place]

    for i, link in enumerate(links):
        ours, theirs = read(0, left, link.left), read(1, right, link.right)
        if ours and theirs:
            here, there = left.sentences[link.left], right.sentences[link.right]
            for a, b in _pairs(ours, theirs, days=link.tier != "related"):
                found.append(Figure(i, _at(here, a, b), _at(there, b, a)))
    return tuple(found)


def _pairs(
    ours: Sequence[Number], theirs: Sequence[Number], *, days: bool
) -> Iterator[tuple[Number, Number]]:
    ours, theirs = (
        [a for a in ours if not any(_equal(a, b) for b in theirs)],
        [b for b in theirs if not any(_equal(a, b) for a in ours)],
    )
    for a in ours:
        meant = [b for b in theirs if _same_thing(a, b, days=days)]
        if len(meant) == 1 and sum(_same_thing(c, meant[0], days=days) for c in ours) == 1:
            yield a, meant[0]


def _equal(a: Number, b: Number) -> bool:
    return (a.kind, a.unit, a.value) == (b.kind, b.unit, b.value)


def _same_thing(a: Number, b: Number, *, days: bool) -> bool:
    if (a.kind, a.unit) != (b.kind, b.unit):
        return False
    if a.kind == "day":
        return days
    return bool({stem for stem, _ in a.about} & {stem for stem, _ in b.about})


def _at(sentence: Sentence, number: Number, other: Number) -> At:
    """Give the place of a figure, up to the word that says what both count."""
    common = {stem for stem, _ in other.about}
    stop = next((end for stem, end in number.about if stem in common), number.stop)
    return At(sentence.at.block, number.start, max(stop, number.stop))
