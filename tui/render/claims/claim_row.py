"""A claim of a story as a row of the matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment

from search import ALONE_SIGN, CELL_SIGNS
from tui.render.claims.claim_words import COLUMN_LETTERS
from tui.render.safe import safe
from tui.render.wrap import clip, paragraphs

if TYPE_CHECKING:
    from rich.style import Style

    from search import Claim

HEIGHT = 2
"""Lines of a claim."""
_WIDE, _NARROW = 2, 1
_GAP = 2
_MOST_CHARACTERS = 600
"""Characters of a sentence that two lines can have use for."""


class ClaimInk(NamedTuple):
    """The styles of a row: of the signs of the cells, and of the sentence."""

    full: Style
    partly: Style
    none: Style
    alone: Style
    text: Style


def cell_width(outlets: int, width: int) -> int:
    """Give the cells of a column: two, or one where the columns would take a third of a line."""
    return _WIDE if outlets * _WIDE * 3 <= width else _NARROW


def claim_columns(outlets: int, width: int) -> str:
    """Give the heading of the columns: `1 2 3`."""
    wide = cell_width(outlets, width)
    return "".join(letter.ljust(wide) for letter in COLUMN_LETTERS[:outlets])


def claim_row(claim: Claim, width: int, styles: ClaimInk) -> list[list[Segment]]:
    """Give the lines of a claim, each at most `width` cells: its cells, then its sentence."""
    wide = cell_width(len(claim.cells), width)
    cells = [Segment(CELL_SIGNS[cell].ljust(wide), getattr(styles, cell)) for cell in claim.cells]
    margin = wide * len(claim.cells) + _GAP
    sign = f"{ALONE_SIGN} " if claim.alone else ""
    room = max(1, width - margin)
    text = paragraphs(sign + safe(claim.text[:_MOST_CHARACTERS]), room)
    shown = text[:HEIGHT]
    if len(text) > HEIGHT:
        shown[-1] = clip(f"{shown[-1]} …", room)
    shown += [""] * (HEIGHT - len(shown))
    style = styles.alone if claim.alone else styles.text
    return [
        [*cells, Segment(" " * _GAP, styles.text), Segment(shown[0], style)],
        [Segment(" " * margin, styles.text), Segment(shown[1], style)],
    ]
