"""Words of standing lists in an article: how they are lit, and how many there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from rich.style import Style

from tui.render.safe import safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.render.paint import Mark

STYLES = {
    "underline": Style(underline=True),
    "double-underline": Style(underline2=True),
    "bold": Style(bold=True),
    "italic": Style(italic=True),
    "reverse": Style(reverse=True),
    "strike": Style(strike=True),
}
"""The styles of lists, by their names in the settings. None is a colour, which matches have."""


class ListCount(NamedTuple):
    """A list's sign and name, and how many of its words an article has, each time it stands there."""

    sign: str
    name: str
    words: int


@dataclass(frozen=True, slots=True)
class ListedWords:
    """The words of some lists in one article.

    Attributes:
        title: those in its title, a mark each.
        blocks: those in each of its blocks, in the same order.
        counts: for each list, in the order of the settings.
    """

    title: tuple[Mark, ...] = ()
    blocks: tuple[tuple[Mark, ...], ...] = ()
    counts: tuple[ListCount, ...] = ()

    def marks(self, block: int) -> tuple[Mark, ...]:
        """Give those in a block; none for one that there isn't."""
        return self.blocks[block] if 0 <= block < len(self.blocks) else ()


def legend(*sides: Sequence[ListCount]) -> str:
    """Give each list's sign, name and counts: `◆ loaded 3  ▲ actors 5`, or `3:1` for two sides."""
    rows = zip(*sides, strict=True)
    return "  ".join(
        safe(f"{row[0].sign} {row[0].name} {':'.join(f'{one.words:,}' for one in row)}")
        for row in rows
    )
