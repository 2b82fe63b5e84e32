"""The claims of a story as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.export.claims.claims_words import (
    CLAIMS_MEANING,
    claim_text,
    cuts_note,
    outlets_of,
    signs_of,
)
from search.export.markdown_text import plain, row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.compare.claims.claim_values import StoryClaims


def claims_markdown(title: str, claims: StoryClaims) -> str:
    """Give a table with a row for each claim and a column for each outlet; text is escaped."""
    return "\n".join(_lines(title, claims)) + "\n"


def _lines(title: str, claims: StoryClaims) -> Iterator[str]:
    yield from (f"# {plain(title)}", "", CLAIMS_MEANING, "")
    yield row("claim", *map(plain, outlets_of(claims)))
    yield "|---|" + ":-:|" * len(claims.outlets)
    for claim in claims.claims:
        yield row(plain(claim_text(claim)), *signs_of(claim))
    if note := cuts_note(claims):
        yield from ("", plain(note))
