"""The words of the matrix of claims: what its columns are, and who tells a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search import ALONE_SIGN, CELL_SIGNS
from tui.render.article_facts import UNKNOWN_SOURCE, day
from tui.render.safe import safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search import Claim, ClaimSentence, StoryClaims, Telling

SIGNS_NOTE = f"● tells it  ○ related  · no match  {ALONE_SIGN} alone"
CAUTION = "No match found doesn’t mean that an outlet leaves it out."
COLUMN_LETTERS = "123456789abcdefghijklmnopqrstuvwxyz"
"""What the columns are called in the heading, in turn; longer than there can be versions."""


def outlet_name(source: str | None) -> str:
    """Give an outlet's name, made safe to show."""
    return safe(source) if source else UNKNOWN_SOURCE


def column_names(claims: StoryClaims) -> str:
    """Say which outlet each column is: `1 Reuters  2 The Hill`."""
    names = zip(COLUMN_LETTERS, claims.outlets, strict=False)
    return "  ".join(f"{letter} {outlet_name(source)}" for letter, source in names)


def tellers(claims: StoryClaims, claim: Claim) -> str:
    """Say who tells a claim: `told by Reuters, Fox · something related in Slate`."""
    full = _names(claims, claim, "full")
    if claim.alone:
        return f"{ALONE_SIGN} only in {full}: no match was found in the others"
    parts = [f"told by {full}"]
    if related := _names(claims, claim, "partly"):
        parts.append(f"something related in {related}")
    return " · ".join(parts)


def _names(claims: StoryClaims, claim: Claim, telling: Telling) -> str:
    cells = zip(claims.outlets, claim.cells, strict=True)
    return ", ".join(outlet_name(source) for source, cell in cells if cell == telling)


def sentence_heading(claims: StoryClaims, sentence: ClaimSentence) -> str:
    """Give sign, outlet, day and headline of a sentence: `● Reuters · 8 Dec 2017 · Bank denies`."""
    head = claims.versions[sentence.version]
    facts = (outlet_name(head.source), day(head.published), safe(head.label))
    return f"{CELL_SIGNS['full' if sentence.full else 'partly']} {' · '.join(facts)}"


def left_out_note(cuts: Sequence[str]) -> str:
    """Say what wasn't compared or isn't told; empty where nothing was left out."""
    return f"Left out: {', '.join(cuts)}." if cuts else ""
