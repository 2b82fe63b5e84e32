"""Sentences of two versions of one text, aligned in order: which stayed, which became which."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, TypeAlias

from search.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Pair: TypeAlias = "tuple[int | None, int | None]"
"""Places of a sentence before and after; None where a side has none."""
_Words: TypeAlias = "tuple[Counter[str], int]"
"""How often a sentence has each word, and how many it has in all."""
_Range: TypeAlias = "tuple[int, int, int, int]"
"""`before[a:b]` and `after[c:d]`."""

ALIKE = 0.5
"""Share of the words of two sentences from which on one became the other: half of them stayed."""
_DEEPEST = 12
"""How often what lies between sentences that stayed is looked through again."""
_MOST_PAIRS = 4_096
"""Pairs of sentences that are weighed at once; larger stretches are parted."""


def align_versions(before: Sequence[str], after: Sequence[str]) -> list[Pair]:
    """Align the sentences of two versions; give pairs, in an order that both keep.

    Sentences that are equal are one; in what lies between, one that kept half of its words has become
    the other. All else was removed or added. Cost: linear but for sorting places; in a stretch where no sentence
    stayed, at most `_MOST_PAIRS` pairs are weighed for each sixty-four sentences.

    Source: B. Cohen, patience diff (2010), with J. W. Hunt and T. G. Szymanski, A Fast Algorithm for
    Computing Longest Common Subsequences (1977), for the order of what stands once on each side.
    """
    words = cache(_counted)
    pairs: list[Pair] = []
    pending: list[tuple[_Range, int]] = [((0, len(before), 0, len(after)), 0)]
    while pending:
        (a, b, c, d), depth = pending.pop()
        while a < b and c < d and before[a] == after[c]:
            pairs.append((a, c))
            a, c = a + 1, c + 1
        tail = 0
        while a < b - tail and c < d - tail and before[b - tail - 1] == after[d - tail - 1]:
            tail += 1
        pairs += [(b - tail + i, d - tail + i) for i in range(tail)]
        b, d = b - tail, d - tail
        anchors = _anchors(before[a:b], after[c:d]) if depth < _DEEPEST else []
        if anchors:
            at, to = a, c
            for i, j in anchors:
                pending.append(((at, a + i, to, c + j), depth + 1))
                pairs.append((a + i, c + j))
                at, to = a + i + 1, c + j + 1
            pending.append(((at, b, to, d), depth + 1))
        else:
            pairs += _between((a, b, c, d), before, after, words)
    return _ordered(pairs)


def _ordered(pairs: list[Pair]) -> list[Pair]:
    """Put pairs in the order of reading: what was removed stands before what was added there."""
    both = sorted((i, j) for i, j in pairs if i is not None and j is not None)
    gone = sorted((i for i, j in pairs if j is None and i is not None), reverse=True)
    come = sorted((j for i, j in pairs if i is None and j is not None), reverse=True)
    found: list[Pair] = []
    for i, j in [*both, (None, None)]:
        while gone and (i is None or gone[-1] < i):
            found.append((gone.pop(), None))
        while come and (j is None or come[-1] < j):
            found.append((None, come.pop()))
        if i is not None:
            found.append((i, j))
    return found


def _anchors(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """Give the longest row, in order on both sides, of sentences that stand once on each."""
    if not before or not after:
        return []
    here, there = Counter(before), Counter(after)
    where = {text: j for j, text in enumerate(after)}
    once = [
        (i, where[text])
        for i, text in enumerate(before)
        if here[text] == 1 and there.get(text) == 1
    ]
    ends: list[int] = []
    last: list[int] = []
    previous: list[int] = []
    for number, (_, j) in enumerate(once):
        at = bisect_left(ends, j)
        previous.append(last[at - 1] if at else -1)
        ends[at : at + 1] = [j]
        last[at : at + 1] = [number]
    found: list[tuple[int, int]] = []
    number = last[-1] if last else -1
    while number >= 0:
        found.append(once[number])
        number = previous[number]
    return found[::-1]


def _between(
    stretch: _Range,
    before: Sequence[str],
    after: Sequence[str],
    words: Callable[[str], _Words],
) -> Iterator[Pair]:
    """Yield the pairs of a stretch in which no sentence is an anchor."""
    a, b, c, d = stretch
    if (b - a) * (d - c) > _MOST_PAIRS:
        middle, other = (a + b) // 2, (c + d) // 2
        yield from _between((a, middle, c, other), before, after, words)
        yield from _between((middle, b, other, d), before, after, words)
        return
    became = _weighed(before[a:b], after[c:d], words)
    gone, come = {i for i, _ in became}, {j for _, j in became}
    yield from ((a + i, c + j) for i, j in became)
    yield from ((i, None) for i in range(a, b) if i - a not in gone)
    yield from ((None, j) for j in range(c, d) if j - c not in come)


def _weighed(
    before: Sequence[str], after: Sequence[str], words: Callable[[str], _Words]
) -> list[tuple[int, int]]:
    """Choose pairs in order, no sentence twice, so that they have most in common together."""
    likeness = [[_likeness(one, other, words) for other in after] for one in before]
    best = [[0.0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for i in range(len(before) - 1, -1, -1):
        for j in range(len(after) - 1, -1, -1):
            paired = likeness[i][j] and likeness[i][j] + best[i + 1][j + 1]
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    found = []
    i = j = 0
    while i < len(before) and j < len(after):
        if likeness[i][j] and best[i][j] == likeness[i][j] + best[i + 1][j + 1]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def _likeness(one: str, other: str, words: Callable[[str], _Words]) -> float:
    """Give the share of the words of two sentences that both have; 0 if it is below `ALIKE`."""
    if one == other:
        return 1.0
    (fewer, least), (others, most) = sorted((words(one), words(other)), key=itemgetter(1))
    if 2 * least < ALIKE * (least + most) or not least:
        return 0.0  # so a long sentence isn't gone through for each short one
    both = sum(min(count, others[form]) for form, count in fewer.items())
    share = 2 * both / (least + most)
    return share if share >= ALIKE else 0.0


def _counted(text: str) -> _Words:
    forms = Counter(token.form for token in tokenize(text))
    return forms, forms.total()
