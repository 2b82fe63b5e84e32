"""The same quotation in two articles, whole or clipped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from search.compare.comparison import QuotationPair
from search.compare.quotations.containment import either_contained
from search.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.compare.comparison import Quote
    from search.sides import Sides


def pair_quotations(quotes: Sides[tuple[Quote, ...]]) -> tuple[QuotationPair, ...]:
    """Pair what both sides quote, each quotation once, and give the others alone; by left, then right.

    Quotations are paired that have the same words, then those of which one is part of the other, the
    longest first. Cost: linear in the words quoted.
    """
    lefts = [_words(quote) for quote in quotes.left]
    rights = [_words(quote) for quote in quotes.right]
    found: list[tuple[int, int]] = []
    free_left, free_right = set(range(len(lefts))), set(range(len(rights)))
    for i, j in sorted(
        either_contained(lefts, rights), key=lambda pair: _rank(lefts, rights, pair)
    ):
        if i in free_left and j in free_right:
            found.append((i, j))
            free_left.remove(i)
            free_right.remove(j)
    pairs = [QuotationPair(i, j, _how(lefts[i], rights[j])) for i, j in sorted(found)]
    pairs += [QuotationPair(i, None, "left only") for i in sorted(free_left)]
    return (*pairs, *(QuotationPair(None, j, "right only") for j in sorted(free_right)))


def _words(quote: Quote) -> tuple[str, ...]:
    return tuple(token.form for token in tokenize(quote.text))


def _rank(
    lefts: Sequence[tuple[str, ...]], rights: Sequence[tuple[str, ...]], pair: tuple[int, int]
) -> tuple[bool, int, int, int, tuple[int, int]]:
    """Rank the same words before clipped ones, long before short; the same for swapped sides."""
    a, b = lefts[pair[0]], rights[pair[1]]
    return a != b, -min(len(a), len(b)), min(pair), max(pair), pair


def _how(
    a: tuple[str, ...], b: tuple[str, ...]
) -> Literal["same", "clipped left", "clipped right"]:
    if a == b:
        return "same"
    return "clipped left" if len(a) < len(b) else "clipped right"
