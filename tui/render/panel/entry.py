"""What the panel says, before it has any width."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from search import At
    from tui.render.comparison import Side

Tone: TypeAlias = Literal["plain", "strong", "faint"]


class Piece(NamedTuple):
    """A piece of an entry and how loud it is said."""

    text: str
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class PanelEntry:
    """One thing that is said, and where it stands.

    Attributes:
        parts: what is said, to be shown one after the other.
        side: the side that says it, or that says it more.
        places: where it stands, on either side, in the order they are gone to.
        word: what to look for where `places` is empty, in all its forms.
        lead: what stands before it, in a column of its own: a count.
        link: the link it speaks of, as a place in `Comparison.links`; None for no certain one.
    """

    parts: tuple[Piece, ...]
    side: Side
    places: tuple[tuple[Side, At], ...] = ()
    word: str = ""
    lead: str = ""
    link: int | None = None

    @property
    def text(self) -> str:
        """What is said, in one piece."""
        return "".join(part.text for part in self.parts)


@dataclass(frozen=True, slots=True)
class EntryGroup:
    """Entries that belong together.

    Attributes:
        title: what they are about; empty for none.
        left, right: those of each side; `right` is None where they are of both together.
        heads: a heading for each side; None where each entry tells its side by a sign instead.
        none: what is said of a side without any.
        brief: whether each is short enough to stand beside others in a row.
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
        name: in a word, for the heading.
        count: how many things it tells.
        sides: the name of each side, with its sign.
        groups: what it tells; none where `count` is 0.
        note: what the figures mean.
        empty: what is said where there is nothing to tell.
    """

    name: str
    count: int
    sides: tuple[str, str]
    groups: tuple[EntryGroup, ...]
    note: str
    empty: str
