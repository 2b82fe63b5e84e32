"""How much of their stems the sentences of two articles share, within a budget of work."""

from __future__ import annotations

from collections import Counter, defaultdict
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from search.compare.sentences.distinct_sentence import DistinctSentence

KIN_WEIGHT = 0.5
"""What two stems count that are no more than akin: `venezuela` and `venezuelan`."""
PREFIX_LETTERS = 5
"""Letters at the beginning that make two longer stems akin."""

MOST_MEETINGS = 32
"""Meetings of sentences over a stem, for each word of the two articles. Two long articles on one
event have three; with more, most words stand in most sentences and tell nothing of any."""
_SURELY = 20_000
"""Meetings that take no time to speak of, however short the articles."""


class Overlaps(NamedTuple):
    """What sentences share.

    Attributes:
        shares: for each sentence of the left, the sentences of the right that share anything with
            it, and how much, from 0 to 1.
        left_out: whether stems were passed over, as too many sentences have them.
    """

    shares: list[dict[int, float]]
    left_out: bool


def overlaps(
    lefts: Sequence[DistinctSentence],
    rights: Sequence[DistinctSentence],
    weights: Mapping[str, float],
) -> Overlaps:
    """Weigh the stems that each two sentences share, and in part those that are akin.

    Stems are taken from the rarest on, until the sentences would meet over them more than
    `MOST_MEETINGS` times a word. Cost: linear in the words, by that factor.
    """
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for j, b in enumerate(rights):
        for stem in b.stems:
            holders[stem].append(j)
    words = sum(len(one.forms) for side in (lefts, rights) for one in side)
    usable = _usable(lefts, holders, max(_SURELY, MOST_MEETINGS * words))
    akin = _akin(holders, usable)
    whole = [_total(b.stems, weights) for b in rights]
    found: list[dict[int, float]] = []
    for a in lefts:
        shared: defaultdict[int, float] = defaultdict(float)
        for stem in a.stems:
            if stem in usable.stems:
                _add(shared, weights[stem], holders.get(stem, ()))
            for other in akin.get(_beginning(stem), ()):
                if other not in a.stems:
                    weight = KIN_WEIGHT * min(weights[stem], weights[other])
                    _add(shared, weight, (j for j in holders[other] if stem not in rights[j].stems))
        mine = _total(a.stems, weights)
        found.append({j: min(1.0, weight / sqrt(mine * whole[j])) for j, weight in shared.items()})
    return Overlaps(found, usable.left_out)


def _add(shared: defaultdict[int, float], weight: float, places: Iterable[int]) -> None:
    for place in places:
        shared[place] += weight


class _Usable(NamedTuple):
    """The stems, and the beginnings of stems, over which sentences may meet."""

    stems: frozenset[str]
    beginnings: frozenset[str]
    left_out: bool


def _usable(
    lefts: Iterable[DistinctSentence], holders: Mapping[str, Sequence[int]], most: int
) -> _Usable:
    """Choose from the rarest on; equals by name, so that both orders of the sides agree."""
    here = Counter(stem for one in lefts for stem in one.stems)
    there = {stem: len(places) for stem, places in holders.items()}
    left, right = _by_beginning(here), _by_beginning(there)
    meetings = [(count * there[stem], stem, False) for stem, count in here.items() if stem in there]
    meetings += [(count * right[one], one, True) for one, count in left.items() if one in right]
    left_out = sum(count for count, _, _ in meetings) > most
    chosen: tuple[set[str], set[str]] = set(), set()
    for count, one, akin in sorted(meetings) if left_out else meetings:
        most -= count
        if left_out and most < 0:
            break
        chosen[akin].add(one)
    return _Usable(frozenset(chosen[0]), frozenset(chosen[1]), left_out)


def _by_beginning(counts: Mapping[str, int]) -> Counter[str]:
    found: Counter[str] = Counter()
    for stem, count in counts.items():
        if beginning := _beginning(stem):
            found[beginning] += count
    return found


def _beginning(stem: str) -> str:
    """Give the letters that make a stem akin to others; none for numbers and short ones."""
    return stem[:PREFIX_LETTERS] if len(stem) > PREFIX_LETTERS and stem.isalpha() else ""


def _akin(held: Iterable[str], usable: _Usable) -> dict[str, list[str]]:
    """Give the stems of one side by their beginning."""
    akin: defaultdict[str, list[str]] = defaultdict(list)
    for stem in held:
        beginning = _beginning(stem)
        if beginning in usable.beginnings:
            akin[beginning].append(stem)
    return akin


def _total(stems: Iterable[str], weights: Mapping[str, float]) -> float:
    return sum(weights[stem] for stem in stems)
