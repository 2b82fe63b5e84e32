"""The content of the panel: pages, groups and entries, before layout."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from search import At
    from tui.render.comparison import Side

Tone: TypeAlias = Literal["plain", "strong", "faint"]


class Piece(NamedTuple):
    """A piece of an entry's text, and how prominent it is."""

    text: str
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class PanelEntry:
    """One finding, and its places in the text.

    Attributes:
        parts: the pieces of its text, in order.
        side: the side it is about, or that has more of it.
        places: its places on either side, in the order they are visited.
        word: a word to look for, in all its forms, if `places` is empty.
        lead: a count, shown before it in a column of its own.
        link: the link it is about, as an index in `Comparison.links`; None if there is no
            certain one.
    """

    parts: tuple[Piece, ...]
    side: Side
    places: tuple[tuple[Side, At], ...] = ()
    word: str = ""
    lead: str = ""
    link: int | None = None

    @property
    def text(self) -> str:
        """Its text in one piece."""
        return "".join(part.text for part in self.parts)


@dataclass(frozen=True, slots=True)
class EntryGroup:
    """Entries that belong together.

    Attributes:
        title: a heading; empty for none.
        left, right: the entries of each side; `right` is None if they are about both together.
        heads: a heading for each side; None if the side of each entry is shown by a sign.
        none: the text for a side without entries.
        brief: whether entries are short enough to stand several to a row.
    """

    title: str
    left: tuple[PanelEntry, ...]
    right: tuple[PanelEntry, ...] | None = None
    heads: tuple[str, str] | None = None
    none: str = ""
    brief: bool = False


@dataclass(frozen=True, slots=True)
class PanelPage:
    """One page of the panel.

    Attributes:
        name: one word for the heading.
        count: how many entries it has.
        sides: the name of each side, with its sign.
        groups: its entries; none if `count` is 0.
        note: an explanation of the figures.
        empty: the text to show if there are no entries.
    """

    name: str
    count: int
    sides: tuple[str, str]
    groups: tuple[EntryGroup, ...]
    note: str
    empty: str
