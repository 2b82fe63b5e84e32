"""The lines of a concordance as they are listed, with headings between sources."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment

from tui.render.article_facts import UNKNOWN_SOURCE, day
from tui.render.keyword_line import keyword_line
from tui.render.wrap import clip

if TYPE_CHECKING:
    from rich.style import Style

    from search import Article, Use, Version

_DAY = 11
_DAY_FROM = 90
"""Cells of a line from which on it has room for the day."""
_LEAST, _MOST = 8, 24


@dataclass(frozen=True, slots=True)
class Listing:
    """Uses in the order they are listed.

    Attributes:
        groups: where in `uses` each group begins, ascending; a heading stands before each.
            Empty when there are no headings.
    """

    uses: tuple[Use, ...] = ()
    groups: tuple[int, ...] = ()

    @property
    def lines(self) -> int:
        """How many lines there are, headings included."""
        return len(self.uses) + len(self.groups)

    def line(self, use: int) -> int:
        """Give the line of a use. Cost: logarithmic."""
        return use + bisect_right(self.groups, use)

    def at(self, line: int) -> tuple[int, bool]:
        """Give the use on a line; on a heading, the first below it, and True. Cost: logarithmic."""
        before = bisect_right(range(len(self.groups)), line, key=lambda i: self.groups[i] + i)
        if before and self.groups[before - 1] + before - 1 == line:
            return self.groups[before - 1], True
        return line - before, False

    def size(self, use: int) -> int:
        """Count the uses of the group that begins with this one."""
        after = bisect_right(self.groups, use)
        return (self.groups[after] if after < len(self.groups) else len(self.uses)) - use


def listing(uses: tuple[Use, ...], *, headings: bool) -> Listing:
    """List uses, with a heading wherever the source changes if these are wanted. Cost: linear."""
    if not headings or not uses:
        return Listing(uses)
    changes = (i + 1 for i, (a, b) in enumerate(pairwise(uses)) if a.head.source != b.head.source)
    return Listing(uses, (0, *changes))


class UseInk(NamedTuple):
    """What a line is painted with: where it is from, its day, its words, and the word itself."""

    source: Style
    day: Style
    text: Style
    match: Style


def use_line(use: Use, width: int, ink: UseInk, *, source: bool, dated: bool) -> list[Segment]:
    """Give the line of a use, at most `width` cells.

    The word begins in the middle of what is left beside the `source`, if it is wanted, and the
    day, which is shown where there is room or it is `dated`: wanted in any case.
    """
    segments: list[Segment] = []
    if source:
        room = max(_LEAST, min(_MOST, width // 5))
        segments.append(Segment(_padded(use.head.source or UNKNOWN_SOURCE, room), ink.source))
        width -= room + 1
    if dated or width >= _DAY_FROM:
        segments.append(Segment(_padded(day(use.head.published), _DAY), ink.day))
        width -= _DAY + 1
    line = keyword_line(use, max(1, width))
    return [
        *segments,
        Segment(line.before, ink.text),
        Segment(line.match, ink.match),
        Segment(line.after, ink.text),
    ]


def heading_line(use: Use, count: int, width: int) -> str:
    """Give the heading of the source a use is from: `─ DW · 12 ─────`, as wide as the window."""
    said = f" · {count:,} "
    name = clip(use.head.source or UNKNOWN_SOURCE, max(1, width - cell_len(said) - 3))
    text = f"─ {name}{said}"
    return text + "─" * max(0, width - cell_len(text))


def provenance(one: Article | Use | Version) -> str:
    """Say where a text is from: `DW · 11 May 2019 · Guaido seeks Pentagon talks`."""
    head = one.head
    return " · ".join([head.source or UNKNOWN_SOURCE, day(head.published), head.title or head.path])


def _padded(text: str, width: int) -> str:
    """Fit a text into so many cells and one more, blank."""
    text = clip(text, width)
    return text + " " * (width + 1 - cell_len(text))
