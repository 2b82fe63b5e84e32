"""The lines of a concordance, with headings between sources."""

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
"""Lines of at least so many cells have room for the day."""
_LEAST, _MOST = 8, 24


@dataclass(frozen=True, slots=True)
class Listing:
    """The uses in their order, with headings.

    Attributes:
        groups: the index in `uses` of the first use of each group, ascending; a heading stands
            before each group. Empty when there are no headings.
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
        """Give the use on a line; on a heading the first use below, and True. Cost: logarithmic."""
        before = bisect_right(range(len(self.groups)), line, key=lambda i: self.groups[i] + i)
        if before and self.groups[before - 1] + before - 1 == line:
            return self.groups[before - 1], True
        return line - before, False

    def size(self, use: int) -> int:
        """Count the uses in the group that begins with this use."""
        after = bisect_right(self.groups, use)
        return (self.groups[after] if after < len(self.groups) else len(self.uses)) - use


def listing(uses: tuple[Use, ...], *, headings: bool) -> Listing:
    """Make a listing, with a heading wherever the source changes if wanted. Cost: linear."""
    if not headings or not uses:
        return Listing(uses)
    changes = (i + 1 for i, (a, b) in enumerate(pairwise(uses)) if a.head.source != b.head.source)
    return Listing(uses, (0, *changes))


class UseInk(NamedTuple):
    """The styles of a line: its source, its day, its context, and the word itself."""

    source: Style
    day: Style
    text: Style
    match: Style


def use_line(use: Use, width: int, styles: UseInk, *, source: bool, dated: bool) -> list[Segment]:
    """Give the line of a use, at most `width` cells.

    The word begins in the middle of the room left beside `source`, if that is wanted, and the day,
    which is shown if there is room or `dated` requires it.
    """
    segments: list[Segment] = []
    if source:
        room = max(_LEAST, min(_MOST, width // 5))
        segments.append(Segment(_padded(use.head.source or UNKNOWN_SOURCE, room), styles.source))
        width -= room + 1
    if dated or width >= _DAY_FROM:
        segments.append(Segment(_padded(day(use.head.published), _DAY), styles.day))
        width -= _DAY + 1
    line = keyword_line(use, max(1, width))
    return [
        *segments,
        Segment(line.before, styles.text),
        Segment(line.match, styles.match),
        Segment(line.after, styles.text),
    ]


def heading_line(use: Use, count: int, width: int) -> str:
    """Give the heading of a use's source: `─ DW · 12 ─────`, as wide as the window."""
    count_text = f" · {count:,} "
    name = clip(use.head.source or UNKNOWN_SOURCE, max(1, width - cell_len(count_text) - 3))
    text = f"─ {name}{count_text}"
    return text + "─" * max(0, width - cell_len(text))


def provenance(one: Article | Use | Version) -> str:
    """Give source, day and title: `DW · 11 May 2019 · Guaido seeks Pentagon talks`."""
    head = one.head
    return " · ".join([head.source or UNKNOWN_SOURCE, day(head.published), head.title or head.path])


def _padded(text: str, width: int) -> str:
    """Fit a text into so many cells, and add a blank one."""
    text = clip(text, width)
    return text + " " * (width + 1 - cell_len(text))
