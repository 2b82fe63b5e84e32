"""The words of two sentences aligned."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_WORDS = 120
"""Words of a sentence beyond which none is aligned: aligning takes the product of both."""
_LEAST_ALIKE = 0.3
"""Share of their words that two sentences have in common, in order, where they can be aligned."""


def gaps(left: tuple[str, ...], right: tuple[str, ...]) -> Iterator[tuple[int, int, int, int]]:
    """Yield where two rows of words differ: `left[a:b]` stands in place of `right[c:d]`.

    None where they have too little in common. The alignment depends on which row comes first, so
    that is always the lesser one. Cost: for rows of `MOST_WORDS`, which callers see to, some
    thousand steps, at worst the product of both lengths times the shorter.

    Source: J. W. Ratcliff and D. E. Metzener, Pattern Matching: The Gestalt Approach (1988).
    """
    swap = left > right
    matcher = SequenceMatcher(
        None, right if swap else left, left if swap else right, autojunk=False
    )
    if matcher.ratio() < _LEAST_ALIKE:
        return
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            yield (c, d, a, b) if swap else (a, b, c, d)
