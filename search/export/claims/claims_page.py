"""The claims of a story as one HTML page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.export.claims.claims_words import (
    CLAIMS_MEANING,
    claim_text,
    cuts_note,
    outlets_of,
    signs_of,
)
from search.export.web_text import PAGE_END, escaped, page_begin, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.compare.claims.claim_values import StoryClaims


def claims_page(title: str, claims: StoryClaims) -> Iterator[str]:
    """Yield a whole page; all text from articles is escaped."""
    yield f'{page_begin(title)}<main class="sheet">\n<h1 dir="auto">{escaped(title)}</h1>\n'
    names = (f"<bdi>{escaped(name)}</bdi>" for name in outlets_of(claims))
    rows = (
        (f'<span dir="auto">{escaped(claim_text(claim))}</span>', *signs_of(claim))
        for claim in claims.claims
    )
    yield f"{table(['claim', *names], rows)}\n"
    if note := cuts_note(claims):
        yield f"<p>{escaped(note)}</p>\n"
    yield f'<p class="note">{CLAIMS_MEANING}</p>\n</main>\n{PAGE_END}'
