"""The company a word keeps: collocates beside its uses, and the clusters it is part of."""

from __future__ import annotations

from collections import Counter
from math import log2
from typing import TYPE_CHECKING

from search.concordance.keyword_in_context import Cluster, Collocate
from search.text import fold, is_stop, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from search.concordance.keyword_in_context import Use

WINDOW = 5
"""Words on either side of a use that are its company."""
LEAST_TIMES = 3
"""Times that a word or a cluster has to come: fewer may be chance."""
LONGEST_CLUSTER = 5
"""Words of a cluster at most."""
MOST = 200
"""Collocates and clusters that are told."""
MOST_WEIGHED = 2_000
"""Collocates that are weighed, those that come most often."""


def beside(uses: Iterable[Use]) -> dict[str, int]:
    """Count the words beside uses, most first, then by the alphabet; `MOST_WEIGHED` at most.

    Function words, numbers and what comes fewer than `LEAST_TIMES` times are left out. Cost: linear.
    """
    counts: Counter[str] = Counter()
    for use in uses:
        before, after = _around(use)
        counts.update(
            form for form in (*before, *after) if form.isalpha() and not is_stop(form, form)
        )
    told = [(form, times) for form, times in counts.items() if times >= LEAST_TIMES]
    told.sort(key=lambda one: (-one[1], one[0]))
    return dict(told[:MOST_WEIGHED])


def weigh_collocates(
    beside_uses: Mapping[str, int], uses: int, times: Mapping[str, int]
) -> tuple[Collocate, ...]:
    """Weigh the words beside a word's uses; those that go with it most come first, `MOST` at most.

    The measure is logDice: 14 + log2(2 f(x, y) / (f(x) + f(y))), which a common word doesn't lead and
    the size of the library doesn't change. Source: P. Rychlý, A lexicographer-friendly association
    score (2008).

    Args:
        beside_uses: how often each word stands beside the uses; see `beside`.
        uses: how many uses there are.
        times: how often the library has each word.
    """
    found = [
        Collocate(word, both, 14 + log2(2 * both / (uses + max(times.get(word, 0), both))))
        for word, both in beside_uses.items()
    ]
    found.sort(key=lambda one: (-one.log_dice, one.word))
    return tuple(found[:MOST])


def clusters(uses: Iterable[Use]) -> tuple[Cluster, ...]:
    """Give the rows of two to `LONGEST_CLUSTER` words that have the word and come again.

    The most frequent come first, then the longest; `MOST` at most. A row that only ever comes within
    a longer one isn't told. Cost: linear, a few rows for each use.
    """
    counts: Counter[tuple[str, ...]] = Counter()
    for use in uses:
        before, after = _around(use)
        counts.update(_rows(before, _forms(use.match), after))
    again = {row: times for row, times in counts.items() if times >= LEAST_TIMES}
    inner = {
        part
        for row, times in again.items()
        for part in (row[1:], row[:-1])
        if again.get(part) == times
    }
    told = [Cluster(" ".join(row), times) for row, times in again.items() if row not in inner]
    told.sort(key=lambda one: (-one.times, -len(one.text), one.text))
    return tuple(told[:MOST])


def _rows(
    before: Sequence[str], match: Sequence[str], after: Sequence[str]
) -> set[tuple[str, ...]]:
    """Give the rows of words that hold the match, each once."""
    most = max(0, LONGEST_CLUSTER - len(match))
    return {
        (*before[len(before) - left :], *match, *after[:right])
        for left in range(min(most, len(before)) + 1)
        for right in range(min(most - left, len(after)) + 1)
        if left + right
    }


def _around(use: Use) -> tuple[list[str], list[str]]:
    return _forms(use.before)[-WINDOW:], _forms(use.after)[:WINDOW]


def _forms(text: str) -> list[str]:
    return [fold(token.form) for token in tokenize(text)]
