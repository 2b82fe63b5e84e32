"""The claims of a story as CSV, a row for each of their sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.article_words import UNKNOWN_SOURCE
from search.export.csv_text import csv_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.compare.claims.claim_values import StoryClaims

_HEAD = "claim alone tells source published path sentence".split()


def claims_table(claims: StoryClaims) -> Iterator[str]:
    """Yield a table; claims are counted from 1, and `tells` says whether a sentence is only related."""
    return csv_rows(_HEAD, _rows(claims))


def _rows(claims: StoryClaims) -> Iterator[tuple[object, ...]]:
    for number, claim in enumerate(claims.claims, start=1):
        for one in claim.sentences:
            head = claims.versions[one.version]
            yield (
                number,
                "yes" if claim.alone else "",
                "it" if one.full else "related",
                head.source or UNKNOWN_SOURCE,
                head.published,
                head.path,
                one.text,
            )
