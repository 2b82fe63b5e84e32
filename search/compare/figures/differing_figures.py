"""Figures that differ between linked sentences."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from search.compare.comparison import At, Figure
from search.compare.figures.number_context import shared
from search.compare.figures.numbers import numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from search.compare.annotated_article import AnnotatedArticle, Sentence
    from search.compare.comparison import Link
    from search.compare.figures.number_kinds import Number


_CONVERTED = 0.05
"""Share by which a measure may differ that was converted to another unit and rounded."""
_ROUNDING = 0.025
"""Share by which rounding may change a number."""
_ROUND = 100
"""What the last digit of a whole number is worth at least, for it to count as rounded."""
_SURE = 0.6
"""How sure it has to be that two sentences tell the same fact, before their figures are compared."""
_SOME, _MANY = 2.0, 3.0
"""Words around two numbers that are the same, from which on they are of one thing though neither what is
counted nor the sentences tell enough, and though neither do."""
_Values: TypeAlias = "Mapping[tuple[str, str], Mapping[float, Sequence[float]]]"


def figures(
    left: AnnotatedArticle, right: AnnotatedArticle, links: Iterable[Link]
) -> tuple[Figure, ...]:
    """Give pairs of figures that speak of the same thing and differ, in the order of the links.

    Two figures speak of the same thing if they are of one kind and unit and one of the three content
    words that follow is the same, or one of those before: of money, shares and measures always, of
    counts where the sentences say the same. Two days do if their sentences say the same, two ages if
    the same name stands by them. Measures are converted to one unit. A figure that rounding explains, or that
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
        if link.score < _SURE:
            continue
        ours, theirs = read(0, left, link.left), read(1, right, link.right)
        if ours and theirs:
            here, there = left.sentences[link.left], right.sentences[link.right]
            for a, b in _pairs(ours, theirs, days=link.tier != "related"):
                found.append(Figure(i, _at(here, a, b), _at(there, b, a)))
    return tuple(found)


def _pairs(
    ours: Sequence[Number], theirs: Sequence[Number], *, days: bool
) -> Iterator[tuple[Number, Number]]:
    here, there = _values(ours), _values(theirs)
    ours = [a for a in ours if not _equal(a, there)]
    theirs = [b for b in theirs if not _equal(b, here)]
    our_things, their_things = _by_thing(ours, days=days), _by_thing(theirs, days=days)
    for a in ours:
        b = _only(a, theirs, their_things, days=days)
        if b and _only(b, ours, our_things, days=days) and not _rounded(a, b):
            yield a, b


def _one_name(one: Number, other: Number) -> bool:
    """Tell whether two ages may be one person's: `Lee, 34` and `Ann Lee (35)`, not `Bob Lee, 61`."""
    return one.kind != "age" or all(a == b for a, b in zip(one.before, other.before, strict=False))


def _values(numbers: Sequence[Number]) -> _Values:
    """Give the values of each kind and unit in order, those of a measure by how it is written."""
    found: defaultdict[tuple[str, str], defaultdict[float, list[float]]]
    found = defaultdict(lambda: defaultdict(list))
    for number in numbers:
        found[number.kind, number.unit][number.size].append(number.value)
    return {
        key: {size: sorted(values) for size, values in sizes.items()}
        for key, sizes in found.items()
    }


def _equal(number: Number, others: _Values) -> bool:
    """Tell whether others have a number; a measure also where it was converted and rounded."""
    return any(
        _near(values, number.value, 0.0 if size == number.size else _slack(number))
        for size, values in others.get((number.kind, number.unit), {}).items()
    )


def _near(values: Sequence[float], value: float, slack: float) -> bool:
    place = bisect_left(values, value - slack)
    return place < len(values) and values[place] <= value + slack


def _slack(number: Number) -> float:
    least = 1.0 if number.unit == "temperature" else 0.0
    return max(least, abs(number.value) * _CONVERTED)


def _rounded(one: Number, other: Number) -> bool:
    """Tell whether two numbers may differ by rounding: 14.2 and 14, 3,012 and 3,000; not 30 and 31."""
    if one.kind in {"day", "age"}:
        return False
    a, b = one.value / one.size, other.value / other.size
    fine, coarse = sorted((_step(a), _step(b)))
    can = one.size == other.size and (coarse >= _ROUND or fine < 1)
    return can and abs(a - b) < min(coarse / 2, _ROUNDING * max(abs(a), abs(b)))


def _step(value: float) -> float:
    """Give what the last digit of a number that is no zero is worth: 1,000 in 14,000, 0.1 in 3.5."""
    exponent = Decimal(repr(value)).normalize().as_tuple().exponent
    return 10.0**exponent if isinstance(exponent, int) else 0.0


def _things(number: Number, *, days: bool) -> Iterator[tuple[str, str, str]]:
    """Yield what a number may speak of: it and another can only speak of the same if they share one."""
    if number.kind == "age":
        for stem in (*number.before, *(number.around.counted if days else ())):
            yield number.kind, "", stem
    elif number.kind != "day":
        for stem in (*number.around.other, *number.around.named):
            yield number.kind, number.unit, stem
    elif days:
        yield number.kind, number.unit, ""


def _one_subject(one: Number, other: Number, *, days: bool) -> bool:
    """Tell whether what stands around two numbers says that they are of the same thing."""
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
        return shared(*around, counted) >= (1 if days else _SOME)
    return before and shared(*around) >= (_SOME if days else _MANY)


def _nearest(some: Sequence[str], others: Sequence[str]) -> bool:
    return bool(some and others) and some[0] == others[0]


def _stems(number: Number) -> list[str]:
    return [stem for stem, _ in number.about]


def _by_thing(numbers: Sequence[Number], *, days: bool) -> dict[tuple[str, str, str], set[int]]:
    """Give for each thing the first two numbers that speak of it: more tell no more."""
    found: defaultdict[tuple[str, str, str], set[int]] = defaultdict(set)
    for place, number in enumerate(numbers):
        for thing in _things(number, days=days):
            if len(found[thing]) <= 1:
                found[thing].add(place)
    return found


def _only(
    number: Number,
    others: Sequence[Number],
    things: Mapping[tuple[str, str, str], set[int]],
    *,
    days: bool,
) -> Number | None:
    """Give the one number of the other side that is of the same thing; None if none is, or several."""
    near = {place for thing in _things(number, days=days) for place in things.get(thing, ())}
    meant = [place for place in near if _one_subject(number, others[place], days=days)]
    return others[meant[0]] if len(meant) == 1 else None


def _at(sentence: Sentence, number: Number, other: Number) -> At:
    """Give the place of a figure, up to the word that says what both count."""
    common = {stem for stem, _ in other.about}
    stop = next((end for stem, end in number.about if stem in common), number.stop)
    return At(sentence.at.block, number.start, max(stop, number.stop))
