"""One line of the sources pane: what it filters by, and how it is drawn."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.render import clip, safe

if TYPE_CHECKING:
    from tui.render.shade import Shades

_MILLION = 1_000_000
_TEN_THOUSAND = 10_000


@dataclass(frozen=True, slots=True)
class Facet:
    """One line of the pane.

    Attributes:
        kind: what it filters by; a heading can't be chosen.
        label: the text of the line.
        value: the source's name, None for unknown; or the query of a saved search.
        count: its number of articles.
        chosen: whether the search is filtered by it now.
        new: of a saved search, how many it didn't find when it was last looked at.
    """

    kind: Literal["starred", "saved", "all", "source", "heading"]
    label: str
    value: str | None = None
    count: int = 0
    chosen: bool = False
    new: int = 0

    @property
    def can_be_chosen(self) -> bool:
        """Whether a search can be filtered by it."""
        return self.kind != "heading"

    def has(self, letters: str) -> bool:
        """Tell whether it is a source whose name has some letters, whatever their case and accents."""
        return self.kind == "source" and plain(letters) in plain(self.label)


def draw(facet: Facet, width: int, shades: Shades, *, current: bool, marked: bool) -> Strip:
    """Draw a line; the current one and one that is marked or chosen have signs of their own."""
    base = shades.base
    if facet.kind == "heading":
        text = f"─ {clip(safe(facet.label), max(0, width - 5))} ".ljust(width - 1, "─")
        return Strip([Segment(text, base + shades["heading"])]).adjust_cell_length(width, base)
    if current:
        base += shades["current"]
    tick = "⇄" if marked else "✓" if facet.chosen else " "
    name = base + (shades["chosen"] if facet.chosen else Style())
    count = f"{_figures(facet, width - 3 - cell_len(facet.label))} "
    room = max(0, width - 2 - len(count))
    label = clip(safe(facet.label), room - 1)
    pad = " " * (room - cell_len(label))
    return Strip(
        [
            Segment(("▌" if current else " ") + tick, name),
            Segment(label + pad, name),
            Segment(count, base + shades["count"]),
        ]
    ).adjust_cell_length(width, base)


def _figures(facet: Facet, room: int) -> str:
    """Give what a line counts; what is new stands alone where there is no room for both.

    A large count is rounded down where it would leave no room for the name.
    """
    if not facet.new:
        whole = f"{facet.count:,}"
        return whole if len(whole) < room else _rounded(facet.count, whole)
    new = f"{facet.new:,} new"
    both = f"{facet.count:,} · {new}"
    return both if len(both) < room else new


def _rounded(count: int, whole: str) -> str:
    if count >= _MILLION:
        return f"{count // 100_000 / 10:.1f}M"
    return f"{count // 1_000}k" if count >= _TEN_THOUSAND else whole


def plain(text: str) -> str:
    """Give a text without case and accents, to look for letters in."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold()
