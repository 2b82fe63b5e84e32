"""Figures that differ between linked sentences."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from search.compare.comparison import At, Figure
from search.compare.figures.article_reading import ArticleReading
from search.compare.figures.equal_numbers import is_among, is_rounded, values_of
from search.compare.figures.one_thing import Told, of_one_thing, things

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from search.compare.annotated_article import AnnotatedArticle, Sentence
    from search.compare.comparison import Link
    from search.compare.figures.number_kinds import Number


_SURE = 0.6
"""How sure it has to be that two sentences tell the same fact, before their figures are compared."""
_SUREST = 0.99
"""How sure it has to be that what differs in two sentences is the figures alone."""
_FEW = 4
"""Figures of two sentences without an equal in the other up to which these hardly differ in them."""
_ODD = 2
"""Figures at odds in two sentences, or two articles, above which these have to agree in as many, or tell of
another event."""


def figures(
    left: AnnotatedArticle,
    right: AnnotatedArticle,
    links: Iterable[Link],
    names: frozenset[str] = frozenset(),
    *,
    versions: bool = False,
) -> tuple[Figure, ...]:
    """Give pairs of figures that speak of the same thing and differ, in the order of the links.

    Only links that are sure, or that the reader confirmed, are looked at. Two figures speak of the
    same thing if they are of one kind and unit and what stands around them says so (`of_one_thing`).
    A figure that has its equal in the other sentence, or that rounding explains, differs from
    nothing, and one that might mean several of the other side is left alone; so is one that the
    other article tells of the like elsewhere, for then both know both. Nothing says that the two
    contradict each other. Cost: linear in the linked sentences, and in both articles where any differ.

    Args:
        left: one article.
        right: the other.
        links: between their sentences.
        names: the stems that mostly stand in names, in both.
        versions: whether they are versions of one article, which tell one event whatever they name.
    """
    found: list[_Row] = []
    agreeing: set[tuple[str, str, float]] = set()
    ours, theirs = ArticleReading(left, names), ArticleReading(right, names)
    for i, link in enumerate(links):
        if link.score < _SURE and not link.judged:
            continue
        here, there = left.sentences[link.left], right.sentences[link.right]
        both = ours.numbers(here), theirs.numbers(there)
        if all(both):
            same = link.judged or link.tier != "related"
            sure = same and link.score >= _SUREST
            told = Told(here.stems, there.stems, names, same, link.tier == "same words", sure)
            found += [_Row(i, here, there, *pair, link.judged) for pair in _pairs(*both, told)]
            agreeing |= _values(both[0]) & _values(both[1])
    found = [row for row in found if not _of_two_things(row, ours, theirs)]
    if not versions and any(not row.judged for row in found) and not ours.tells_event_of(theirs):
        found = [row for row in found if row.judged]
    if len({(row.ours.value, row.theirs.value) for row in found}) > max(_ODD, len(agreeing)):
        return ()
    return tuple(
        Figure(row.link, _at(row.here, row.ours, row.theirs), _at(row.there, row.theirs, row.ours))
        for row in found
    )


class _Row(NamedTuple):
    """Two numbers at odds, the linked sentences in which they stand, and whether the reader said that these meet."""

    link: int
    here: Sentence
    there: Sentence
    ours: Number
    theirs: Number
    judged: bool


def _of_two_things(row: _Row, ours: ArticleReading, theirs: ArticleReading) -> bool:
    """Tell whether the articles as wholes say that two numbers are of different things.

    One tells the other's number, too, elsewhere; or each sentence names somebody of whom the other
    article says nothing.
    """
    if ours.tells_elsewhere(row.theirs) or theirs.tells_elsewhere(row.ours):
        return True
    strangers = ours.names_strangers(row.here, theirs) and theirs.names_strangers(row.there, ours)
    return strangers and not row.judged


def _values(numbers: Iterable[Number]) -> set[tuple[str, str, float]]:
    return {(number.kind, number.unit, number.value) for number in numbers}


def _pairs(
    ours: Sequence[Number], theirs: Sequence[Number], told: Told
) -> list[tuple[Number, Number]]:
    """Give the numbers that are of one thing and differ; none where so many differ that another event is told."""
    here, there, people = values_of(ours), values_of(theirs), _other_people(ours, theirs)
    equal = min(sum(is_among(a, there) for a in ours), sum(is_among(b, here) for b in theirs))
    if not equal and min(len(ours), len(theirs)) > _ODD:
        return []
    ours = [a for a in ours if not (is_among(a, there) or (people and a.kind != "age"))]
    theirs = [b for b in theirs if not (is_among(b, here) or (people and b.kind != "age"))]
    told = told._replace(sure=told.sure and len(ours) + len(theirs) <= _FEW)
    our_things, their_things = _by_thing(ours, told), _by_thing(theirs, told)
    found = [
        (a, b)
        for a in ours
        if (b := _only(a, theirs, their_things, told))
        and _only(b, ours, our_things, told.swapped())
        and not is_rounded(a, b)
    ]
    return found if len(found) <= max(_ODD, equal) else []


def _other_people(ours: Sequence[Number], theirs: Sequence[Number]) -> bool:
    """Tell whether both sentences give ages, and not one that both give: they tell of different people."""
    here = {number.value for number in ours if number.kind == "age"}
    there = {number.value for number in theirs if number.kind == "age"}
    return bool(here and there) and here.isdisjoint(there)


def _by_thing(numbers: Sequence[Number], told: Told) -> dict[tuple[str, str, str], set[int]]:
    """Give for each thing the first two numbers that speak of it: more tell no more."""
    found: defaultdict[tuple[str, str, str], set[int]] = defaultdict(set)
    for place, number in enumerate(numbers):
        for thing in things(number, told):
            if len(found[thing]) <= 1:
                found[thing].add(place)
    return found


def _only(
    number: Number,
    others: Sequence[Number],
    known: Mapping[tuple[str, str, str], set[int]],
    told: Told,
) -> Number | None:
    """Give the one number of the other side that is of the same thing; None if none is, or several."""
    near = {place for thing in things(number, told) for place in known.get(thing, ())}
    meant = [place for place in near if of_one_thing(number, others[place], told)]
    return others[meant[0]] if len(meant) == 1 else None


def _at(sentence: Sentence, number: Number, other: Number) -> At:
    """Give the place of a figure, up to the word that says what both count."""
    common = {stem for stem, _ in other.about}
    stop = next((end for stem, end in number.about if stem in common), number.stop)
    return At(sentence.at.block, number.start, max(stop, number.stop))
