"""Two sheets side by side, and how they move together."""

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
"""How the other side answers when one is moved: by the links, by as many rows, or not at all."""


_NONE: Sides[Container[int]] = Sides((), ())


class TextPlace(NamedTuple):
    """A place in a telling's text, and the screen row it stands on; survives a new layout."""

    block: int
    offset: int
    row: int


@dataclass(frozen=True, slots=True)
class PairLayout:
    """Both sheets at one size.

    Attributes:
        links: those of the comparison.
        sheets: the rows of each side.
        walk: the links that don't cross, the chosen one among them, as places in `links`.
    """

    links: Sequence[Link]
    sheets: Sides[SideLayout]
    walk: tuple[int, ...]

    def sheet(self, side: Side) -> SideLayout:
        """Give one side's sheet."""
        return self.sheets.left if side == "left" else self.sheets.right

    def heights(self, side: Side) -> tuple[int, int]:
        """Give the rows of one side and of the other."""
        return self._pair(self.sheets.left.height, self.sheets.right.height, side)

    def rows(self, link: int, side: Side) -> tuple[int, int]:
        """Give the rows of a link's ends: on one side, and on the other."""
        return self._pair(
            self.sheets.left.first[self.links[link].left],
            self.sheets.right.first[self.links[link].right],
            side,
        )

    def follow(
        self, side: Side, window: int, chosen: int | None, slack: tuple[int, int] = (0, 0)
    ) -> Follow:
        """Build the map of linked scrolling for when `side` is moved; see `Follow.linked`."""
        return Follow.linked(
            self.heights(side),
            window,
            None if chosen is None else self.rows(chosen, side),
            [self.rows(link, side) for link in self.walk],
            slack,
        )

    @staticmethod
    def _pair(left: int, right: int, side: Side) -> tuple[int, int]:
        return (left, right) if side == "left" else (right, left)


def lay_out_pair(
    tellings: Sides[ComparedSide],
    links: Sequence[Link],
    widths: tuple[int, int],
    show: Show = "all",
    *,
    aligned: bool = False,
    chosen: int | None = None,
    unfolded: Sides[Container[int]] = _NONE,
) -> PairLayout:
    """Lay both tellings out.

    Args:
        tellings: the two sides.
        links: those of the comparison.
        widths: cells for the text of the left and of the right.
        show: which sentences are not folded.
        aligned: whether linked sentences face each other, each sentence on rows of its own.
        chosen: a link that must be among those that face each other.
        unfolded: sentences of each side to be shown in any case.
    """
    walk = chain(links, chosen)
    sheets = Sides(
        lay_out_side(tellings.left, widths[0], show, flowing=not aligned, unfolded=unfolded.left),
        lay_out_side(tellings.right, widths[1], show, flowing=not aligned, unfolded=unfolded.right),
    )
    if aligned:
        sheets = align(sheets, [links[link] for link in walk])
    return PairLayout(links, sheets, walk)


def place_at(
    telling: ComparedSide, sheet: SideLayout, row: int, on_screen: int
) -> TextPlace | None:
    """Say what text stands on a row, or on the nearest above that has any; None before any."""
    for i in range(min(row, sheet.height - 1), -1, -1):
        if begins := _begins(telling, sheet.rows[i]):
            return TextPlace(*begins, on_screen - (row - i))
    return None


def row_of(telling: ComparedSide, sheet: SideLayout, block: int, offset: int) -> int:
    """Find the row of a place in the text: that which holds or hides it, else the last before.

    Cost: logarithmic in the sentences, linear in the rows of one.
    """
    at = bisect_right(telling.sentences, (block, offset, 1 << 62)) - 1
    if at < 0:
        return 0
    row = sheet.first[at]
    while row + 1 < sheet.height:
        begins = _begins(telling, sheet.rows[row + 1])
        if begins is None or begins > (block, offset):
            break
        row += 1
    return row


def _begins(telling: ComparedSide, row: SideRow) -> tuple[int, int] | None:
    if row.kind == "text":
        return row.block, row.start
    if row.kind == "fold" and row.sentence is not None:
        block, start, _ = telling.sentences[row.sentence]
        return block, start
    return None
