"""What the border of a reader says: the article once its head is out of view, matches, progress."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from tui.render.safe import safe
from tui.render.use_lines import provenance

if TYPE_CHECKING:
    from tui.render.article_page import ArticlePage, Place, Reading

END_NOTE = "the end · space: next article"
_TITLE_BLOCK = -6


def head_gone(place: Place | None) -> bool:
    """Tell whether the headline is above the first line in view; None is the top."""
    return place is not None and place.block > _TITLE_BLOCK


def folded_places(page: ArticlePage, reading: Reading | None) -> int:
    """Count the places that a query has in folded text which stays folded."""
    if reading is None or not reading.furniture:
        return 0
    shown = {part.block for part in page.parts if part.kind == "boilerplate"}
    return sum(len(spans) for at, spans in reading.furniture.items() if at not in shown)


def upper_border(reading: Reading | None, before: str, after: str, *, named: bool) -> Content:
    """Give the upper border: a sign, source, day and headline where it is `named`, and a legend.

    Empty where there is none of them. Longer than the border it is cut there.
    """
    name = provenance(reading.article) if reading is not None and named else ""
    return Content(safe("   ".join(filter(None, (f"{before} {name}".strip(), after)))))


def lower_border(label: str, folded: int, share: str) -> str:
    """Give the lower border: the current match, how far one is, and what is only in folded text."""
    there = ""
    if folded:
        there = f"{folded:,} more in folded text" if label else f"{folded:,} in folded text"
    return " · ".join(filter(None, (label, share, there)))
