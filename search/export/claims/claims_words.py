"""Words and signs for the claims of a story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.article_words import UNKNOWN_SOURCE

if TYPE_CHECKING:
    from search.compare.claims.claim_values import Claim, StoryClaims, Telling

CELL_SIGNS: dict[Telling, str] = {"full": "●", "partly": "○", "none": "·"}
"""The sign of a cell; each differs in shape."""
ALONE_SIGN = "▲"
"""The sign of a claim that one outlet alone tells."""
CLAIMS_MEANING = (
    "● tells it, ○ says something related, · no match found, ▲ one outlet alone. No match found doesn’t mean "
    "that an outlet leaves it out."
)


def outlets_of(claims: StoryClaims) -> list[str]:
    """Give the names of the columns."""
    return [name or UNKNOWN_SOURCE for name in claims.outlets]


def signs_of(claim: Claim) -> list[str]:
    """Give the signs of a row's cells."""
    return [CELL_SIGNS[cell] for cell in claim.cells]


def claim_text(claim: Claim) -> str:
    """Give the sentence of a claim, after its sign where one outlet alone tells it."""
    return f"{ALONE_SIGN} {claim.text}" if claim.alone else claim.text


def cuts_note(claims: StoryClaims) -> str:
    """Say what was left out; empty where nothing was."""
    return f"Left out: {', '.join(claims.cuts)}." if claims.cuts else ""
