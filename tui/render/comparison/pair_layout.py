"""The layout of both sides of a comparison, and how they scroll together."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from search import Sides
from tui.render.comparison.align import align
from tui.render.comparison.chain import chain
from tui.render.comparison.follow import Follow
from tui.render.comparison.side_layout import lay_out_side

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from search import Link
    from tui.render.comparison.side import ComparedSide, Show, Side
    from tui.render.comparison.side_layout import SideLayout, SideRow

Motion: TypeAlias = Literal["linked", "same offset", "free"]
"""How the other side scrolls when one is moved: by the links, by as many rows, or not at all."""


_NONE: Sides[Container[int]] = Sides((), ())


class TextPlace(NamedTuple):
    """A position in a side's text, and the screen row it stands on; survives a new layout."""

    block: int
    offset: int
    row: int


@dataclass(frozen=True, slots=True)
class PairLayout:
    """Both sides laid out at one size.

    Attributes:
        links: the links of the comparison.
        layouts: the rows of each side.
        uncrossed: indexes in `links` of links that don't cross, including the selected one.
    """

    links: Sequence[Link]
    layouts: Sides[SideLayout]
    uncrossed: tuple[int, ...]

    def layout(self, side: Side) -> SideLayout:
        """Give one side's layout."""
        return self.layouts.left if side == "left" else self.layouts.right

    def heights(self, side: Side) -> tuple[int, int]:
        """Give the number of rows of one side and of the other."""
        return self._pair(self.layouts.left.height, self.layouts.right.height, side)

    def rows(self, link: int, side: Side) -> tuple[int, int]:
        """Give the rows of a link's ends: on one side, and on the other."""
        return self._pair(
            self.layouts.left.first[self.links[link].left],
            self.layouts.right.first[self.links[link].right],
            side,
        )

    def follow(
        self, side: Side, window: int, chosen: int | None, slack: tuple[int, int] = (0, 0)
    ) -> Follow:
        """Build the map for linked scrolling when `side` is moved; see `Follow.linked`."""
        return Follow.linked(
            self.heights(side),
            window,
            None if chosen is None else self.rows(chosen, side),
            [self.rows(link, side) for link in self.uncrossed],
            slack,
        )

    @staticmethod
    def _pair(left: int, right: int, side: Side) -> tuple[int, int]:
        return (left, right) if side == "left" else (right, left)


def lay_out_pair(
    sides: Sides[ComparedSide],
    links: Sequence[Link],
    widths: tuple[int, int],
    show: Show = "all",
    *,
    aligned: bool = False,
    chosen: int | None = None,
    unfolded: Sides[Container[int]] = _NONE,
) -> PairLayout:
    """Lay out both sides.

    Args:
        sides: the two sides.
        links: the links of the comparison.
        widths: cells for the text of the left and of the right.
        show: which sentences to show; the others are folded.
        aligned: whether linked sentences stand side by side, each sentence on rows of its own.
        chosen: a link that must be among the aligned ones.
        unfolded: sentences of each side that are shown in any case.
    """
    uncrossed = chain(links, chosen)
    layouts = Sides(
        lay_out_side(sides.left, widths[0], show, flowing=not aligned, unfolded=unfolded.left),
        lay_out_side(sides.right, widths[1], show, flowing=not aligned, unfolded=unfolded.right),
    )
    if aligned:
        layouts = align(layouts, [links[link] for link in uncrossed])
    return PairLayout(links, layouts, uncrossed)


def place_at(
    compared: ComparedSide, layout: SideLayout, row: int, on_screen: int
) -> TextPlace | None:
    """Give the text position on a row, or on the nearest row above with text, if any."""
    for i in range(min(row, layout.height - 1), -1, -1):
        if begins := _begins(compared, layout.rows[i]):
            return TextPlace(*begins, on_screen - (row - i))
    return None


def row_of(compared: ComparedSide, layout: SideLayout, block: int, offset: int) -> int:
    """Find the row that shows or hides a text position, or the last row before it.

    Cost: logarithmic in the sentences, linear in the rows of one sentence.
    """
    at = bisect_right(compared.sentences, (block, offset, 1 << 62)) - 1
    if at < 0:
        return 0
    row = layout.first[at]
    while row + 1 < layout.height:
        begins = _begins(compared, layout.rows[row + 1])
        if begins is None or begins > (block, offset):
            break
        row += 1
    return row


def _begins(compared: ComparedSide, row: SideRow) -> tuple[int, int] | None:
    if row.kind == "text":
        return row.block, row.start
    if row.kind == "fold" and row.sentence is not None:
        block, start, _ = compared.sentences[row.sentence]
        return block, start
    return None
