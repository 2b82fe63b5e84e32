"""Runs of identical words."""

from __future__ import annotations

from collections import defaultdict
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from search.compare.comparison import At, Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from search.compare.annotated_article import AnnotatedArticle, Word

SHORTEST = 6
"""Words of a run: shorter ones are how the language goes."""
_SEED = 5
_OFTEN = 16
"""A seed that stands more often than this on one side begins no run: a refrain is no copying."""

_Words: TypeAlias = "list[tuple[int, Word]]"


class _Match(NamedTuple):
    """`words` equal words from place `left` and place `right`; `order` puts the best first."""

    order: tuple[int, int, int]
    left: int
    right: int
    words: int


def runs(left: AnnotatedArticle, right: AnnotatedArticle) -> tuple[Run, ...]:
    """Give the runs of `SHORTEST` words and more that both stories have, sorted by left.

    A run stays within a block, goes on across sentences and is as long as can be. Where runs
    would overlap on one side, the longest is kept and the others are cut. Cost: linear in the
    words and the places where seeds of five words meet.
    """
    lefts, rights = _words(left), _words(right)
    # Ties are broken by places, so both orders of the sides must look at them the same way.
    if [word.form for _, word in lefts] <= [word.form for _, word in rights]:
        found = [(m.left, m.right, m.words) for m in _chosen(lefts, rights)]
    else:
        found = [(m.right, m.left, m.words) for m in _chosen(rights, lefts)]
    return tuple(
        Run(_at(lefts, i, length), _at(rights, j, length), length) for i, j, length in sorted(found)
    )


def _words(annotated: AnnotatedArticle) -> _Words:
    return [(s.at.block, word) for s in annotated.sentences for word in s.words]


def _at(words: _Words, first: int, length: int) -> At:
    block, begin = words[first]
    return At(block, begin.start, words[first + length - 1][1].stop)


def _match(left: int, right: int, words: int) -> _Match:
    return _Match((-words, abs(left - right), left + right), left, right, words)


def _chosen(lefts: _Words, rights: _Words) -> list[_Match]:
    """Choose matches that don't overlap, the longest first."""
    heap = list(_matches(lefts, rights))
    heapify(heap)
    taken_left, taken_right = bytearray(len(lefts)), bytearray(len(rights))
    chosen: list[_Match] = []
    while heap:
        match = heappop(heap)
        free = [
            not (taken_left[match.left + k] or taken_right[match.right + k])
            for k in range(match.words)
        ]
        if all(free):
            chosen.append(match)
            taken_left[match.left : match.left + match.words] = b"\1" * match.words
            taken_right[match.right : match.right + match.words] = b"\1" * match.words
            continue
        for begin, length in _stretches(free):
            if length >= SHORTEST:
                heappush(heap, _match(match.left + begin, match.right + begin, length))
    return chosen


def _stretches(free: Iterable[bool]) -> Iterator[tuple[int, int]]:
    """Yield begin and length of each stretch of true values."""
    begin: int | None = None
    end = 0
    for end, is_free in enumerate((*free, False)):
        if is_free and begin is None:
            begin = end
        elif not is_free and begin is not None:
            yield begin, end - begin
            begin = None


def _matches(lefts: _Words, rights: _Words) -> Iterator[_Match]:
    """Yield every match that can't be made longer, from seeds of five words, each once."""
    left_seeds, right_seeds = _seeds(lefts), _seeds(rights)
    reached: dict[int, int] = {}  # diagonal to the place on the left up to which it is known
    places = sorted(
        (i, j)
        for seed, starts in left_seeds.items()
        for i in starts
        for j in right_seeds.get(seed, ())
    )
    for i, j in places:
        if i < reached.get(i - j, -1):
            continue
        begin = 0
        while _meet(lefts, i + begin - 1, rights, j + begin - 1, (i, j)):
            begin -= 1
        end = _SEED
        while _meet(lefts, i + end, rights, j + end, (i, j)):
            end += 1
        reached[i - j] = i + end - _SEED + 1
        if end - begin >= SHORTEST:
            yield _match(i + begin, j + begin, end - begin)


def _meet(lefts: _Words, i: int, rights: _Words, j: int, seed: tuple[int, int]) -> bool:
    """Tell whether the words at two places are the same and in the blocks of the seed."""
    return (
        0 <= i < len(lefts)
        and 0 <= j < len(rights)
        and lefts[i][1].form == rights[j][1].form
        and lefts[i][0] == lefts[seed[0]][0]
        and rights[j][0] == rights[seed[1]][0]
    )


def _seeds(words: Sequence[tuple[int, Word]]) -> dict[tuple[str, ...], list[int]]:
    """Give the places of all five words in a row within a block that aren't too frequent."""
    places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    forms = [word.form for _, word in words]
    for i in range(len(words) - _SEED + 1):
        if words[i][0] == words[i + _SEED - 1][0]:
            places[tuple(forms[i : i + _SEED])].append(i)
    return {seed: where for seed, where in places.items() if len(where) <= _OFTEN}
