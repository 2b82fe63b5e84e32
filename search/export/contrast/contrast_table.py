"""The comparison of two sources as CSV, a row a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.article_words import UNKNOWN_SOURCE
from search.export.csv_text import csv_rows, guarded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.keyness import Contrast


def contrast_table(contrast: Contrast) -> Iterator[str]:
    """Yield a table of the words that one source uses more, the most telling first.

    Rates are per 10,000 words; `z` is above 0 where the left uses the word more.
    """
    left, right = (name or UNKNOWN_SOURCE for name in (contrast.left, contrast.right))
    head = ["word", "used_more_by"]
    for what in ("times", "articles", "in 10,000 words"):
        head += [guarded(f"{left}: {what}"), guarded(f"{right}: {what}")]
    return csv_rows([*head, "z", "significant"], _rows(contrast, left, right))


def _rows(contrast: Contrast, left: str, right: str) -> Iterator[tuple[object, ...]]:
    for one in contrast.preferences:
        rates = contrast.rates(one)
        yield (
            one.word,
            left if one.z > 0 else right,
            one.left,
            one.right,
            one.articles.left,
            one.articles.right,
            round(rates.left, 4),
            round(rates.right, 4),
            round(one.z, 4),
            "yes" if one.significant else "",
        )
