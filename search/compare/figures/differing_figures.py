"""Figures that differ between linked sentences."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from search.compare.comparison import At, Figure
from search.compare.figures.equal_numbers import is_among, is_rounded, values_of
from search.compare.figures.number_context import shared
from search.compare.figures.numbers import numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from search.compare.annotated_article import AnnotatedArticle, Sentence
    from search.compare.comparison import Link
    from search.compare.figures.number_kinds import Number


_SURE = 0.6
"""How sure it has to be that two sentences tell the same fact, before their figures are compared."""
_SOME, _MANY = 2.0, 3.0
"""Words around two numbers that are the same, from which on they are of one thing though neither what is
counted nor the sentences tell enough, and though neither do."""


def figures(
    left: AnnotatedArticle, right: AnnotatedArticle, links: Iterable[Link]
) -> tuple[Figure, ...]:
    """Give pairs of figures that speak of the same thing and differ, in the order of the links.

    Only links that are sure, or that the reader confirmed, are looked at. Two figures speak of the
    same thing if they are of one kind and unit and what stands around them says so (`_one_subject`).
    A figure that has its equal in the other sentence, or that rounding explains, differs from
    nothing, and one that might mean several of the other side is left alone. Nothing says that the
    two contradict each other. Cost: linear in the linked sentences.
    """
    found: list[Figure] = []
    known: dict[tuple[int, int], tuple[Number, ...]] = {}

    def read(side: int, annotated: AnnotatedArticle, place: int) -> tuple[Number, ...]:
        if (side, place) not in known:
            sentence = annotated.sentences[place]
            known[side, place] = numbers(sentence.words, annotated.text(sentence))
        return known[side, place]

    for i, link in enumerate(links):
        if link.score < _SURE and not link.judged:
            continue
        ours, theirs = read(0, left, link.left), read(1, right, link.right)
        if ours and theirs:
            here, there = left.sentences[link.left], right.sentences[link.right]
            for a, b in _pairs(ours, theirs, same=link.judged or link.tier != "related"):
                found.append(Figure(i, _at(here, a, b), _at(there, b, a)))
    return tuple(found)


def _pairs(
    ours: Sequence[Number], theirs: Sequence[Number], *, same: bool
) -> Iterator[tuple[Number, Number]]:
    here, there = values_of(ours), values_of(theirs)
    ours = [a for a in ours if not is_among(a, there)]
    theirs = [b for b in theirs if not is_among(b, here)]
    our_things, their_things = _by_thing(ours, same=same), _by_thing(theirs, same=same)
    for a in ours:
        b = _only(a, theirs, their_things, same=same)
        if b and _only(b, ours, our_things, same=same) and not is_rounded(a, b):
            yield a, b


def _one_name(one: Number, other: Number) -> bool:
    """Tell whether two ages may be one person's: `Lee, 34` and `Ann Lee (35)`, not `Bob Lee, 61`."""
    return one.kind != "age" or all(a == b for a, b in zip(one.before, other.before, strict=False))


def _things(number: Number, *, same: bool) -> Iterator[tuple[str, str, str]]:
    """Yield what a number may speak of: it and another can only speak of the same if they share one."""
    if number.kind == "age":
        for stem in (*number.before, *(number.around.counted if same else ())):
            yield number.kind, "", stem
    elif number.kind != "day":
        for stem in (*number.around.other, *number.around.named):
            yield number.kind, number.unit, stem
    elif same:
        yield number.kind, number.unit, ""


def _one_subject(one: Number, other: Number, *, same: bool) -> bool:
    """Tell whether what stands around two numbers says that they are of the same thing.

    Where their sentences say the `same`, less is asked for.
    """
    if one.kind == "age":
        return _one_name(one, other)
    around = one.around, other.around
    if one.kind == "day":
        return shared(*around) > 1
    before, after = _nearest(one.before, other.before), _nearest(_stems(one), _stems(other))
    if one.kind != "count":
        near = {*one.before} & {*other.before} or {*_stems(one)} & {*_stems(other)}
        return before or after or bool(near and shared(*around) >= _SOME)
    counted = one.around.counted & other.around.counted
    if counted:
        return shared(*around, counted) >= (1 if same else _SOME)
    return before and shared(*around) >= (_SOME if same else _MANY)


def _nearest(some: Sequence[str], others: Sequence[str]) -> bool:
    return bool(some and others) and some[0] == others[0]


def _stems(number: Number) -> list[str]:
    return [stem for stem, _ in number.about]


def _by_thing(numbers: Sequence[Number], *, same: bool) -> dict[tuple[str, str, str], set[int]]:
    """Give for each thing the first two numbers that speak of it: more tell no more."""
    found: defaultdict[tuple[str, str, str], set[int]] = defaultdict(set)
    for place, number in enumerate(numbers):
        for thing in _things(number, same=same):
            if len(found[thing]) <= 1:
                found[thing].add(place)
    return found


def _only(
    number: Number,
    others: Sequence[Number],
    things: Mapping[tuple[str, str, str], set[int]],
    *,
    same: bool,
) -> Number | None:
    """Give the one number of the other side that is of the same thing; None if none is, or several."""
    near = {place for thing in _things(number, same=same) for place in things.get(thing, ())}
    meant = [place for place in near if _one_subject(number, others[place], same=same)]
    return others[meant[0]] if len(meant) == 1 else None


def _at(sentence: Sentence, number: Number, other: Number) -> At:
    """Give the place of a figure, up to the word that says what both count."""
    common = {stem for stem, _ in other.about}
    stop = next((end for stem, end in number.about if stem in common), number.stop)
    return At(sentence.at.block, number.start, max(stop, number.stop))
