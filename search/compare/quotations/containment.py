"""Which quotations hold others: the same words in the same order, without a gap."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Words = tuple[str, ...]

LEAST = 3
"""Words of a quotation that can be recognised in another."""
_MOST_TRIED = 32
"""Places at which a quotation is looked for: those of its three rarest words in a row."""


def either_contained(
    lefts: Sequence[Words], rights: Sequence[Words]
) -> tuple[tuple[int, int], ...]:
    """Give the places of quotations of both sides of which one holds the other, in order."""
    held = ((left, right) for right, left in contained(rights, lefts))
    return tuple(sorted({*contained(lefts, rights), *held}))


def contained(parts: Sequence[Words], wholes: Sequence[Words]) -> Iterator[tuple[int, int]]:
    """Yield the places of quotations and of those that hold them, equal ones too; none twice.

    Cost: linear in the words, as each is looked for at few places.
    """
    holders: defaultdict[Words, list[tuple[int, int]]] = defaultdict(list)
    for place, words in enumerate(wholes):
        for at, three in enumerate(_threes(words)):
            if len(holders[three]) < _MOST_TRIED:
                holders[three].append((place, at))
    for place, words in enumerate(parts):
        rows = [(len(holders.get(three, ())), at) for at, three in enumerate(_threes(words))]
        if not rows:
            continue
        _, rarest = min(rows)
        found = {
            other
            for other, at in holders.get(words[rarest : rarest + LEAST], ())
            if at >= rarest and wholes[other][at - rarest : at - rarest + len(words)] == words
        }
        for other in sorted(found):
            yield place, other


def _threes(words: Words) -> Iterator[Words]:
    for start in range(len(words) - LEAST + 1):
        yield words[start : start + LEAST]
