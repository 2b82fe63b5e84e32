"""A comparison as CSV: its links, then the sentences of each side that found no match."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.compare.comparison import text_at
from search.export.csv_text import csv_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.compare import Comparison

_HEAD = "link tier score left_sentence right_sentence left right".split()


def comparison_table(comparison: Comparison) -> Iterator[str]:
    """Yield a table; sentences are counted from 1, and a sentence without a link has no number there."""
    return csv_rows(_HEAD, _rows(comparison))


def _rows(comparison: Comparison) -> Iterator[tuple[object, ...]]:
    left, right = comparison.sentences.left, comparison.sentences.right
    for number, link in enumerate(comparison.links, start=1):
        yield (
            number,
            link.tier,
            round(link.score, 4),
            link.left + 1,
            link.right + 1,
            text_at(comparison.left, left[link.left]),
            text_at(comparison.right, right[link.right]),
        )
    for place in comparison.unmatched.left:
        said = text_at(comparison.left, left[place])
        yield None, "no match found", None, place + 1, None, said, None
    for place in comparison.unmatched.right:
        said = text_at(comparison.right, right[place])
        yield None, "no match found", None, None, place + 1, None, said
