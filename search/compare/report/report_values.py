"""What a comparison says in words, as frozen values: sections, groups of lines, lines with places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from search.compare.comparison import At
    from search.sides import Side, Sides

Tone: TypeAlias = Literal["plain", "strong", "faint", "shared", "own"]
"""How a piece is meant: `shared` words stand on both sides, `own` ones on one of them only."""

Places: TypeAlias = "tuple[tuple[Side, At], ...]"


class ReportPiece(NamedTuple):
    """A piece of a line, and how it is meant."""

    text: str
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One finding, and its places in the text.

    Attributes:
        pieces: its text, in order.
        side: the side it is about; None if it is about both.
        places: its places on either side, in the order they are visited.
        word: a word to look for, in all its forms, if `places` is empty.
        counts: how often it is found: on its side, or on the left and on the right; may be empty.
        link: the link it is about, as an index in `Comparison.links`; None if there is no
            certain one.
    """

    pieces: tuple[ReportPiece, ...]
    side: Side | None = None
    places: Places = ()
    word: str = ""
    counts: tuple[int, ...] = ()
    link: int | None = None

    @property
    def text(self) -> str:
        """Its text in one piece."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class ReportGroup:
    """Lines that belong together.

    Attributes:
        title: a heading; empty for none.
        left, right: the lines of each side; `right` is None if `left` has those of both, in order.
        heads: a heading for each side; None if the side of each line is shown by a sign.
        none: the text for a side without lines.
        brief: whether lines are short enough to stand several to a row.
    """

    title: str
    left: tuple[ReportLine, ...]
    right: tuple[ReportLine, ...] | None = None
    heads: tuple[str, str] | None = None
    none: str = ""
    brief: bool = False

    @property
    def lines(self) -> tuple[ReportLine, ...]:
        """All its lines, those of the left first."""
        return self.left + (self.right or ())


@dataclass(frozen=True, slots=True)
class ReportSection:
    """What is said of one subject.

    Attributes:
        name: a word or two, for a heading in a row of several.
        title: a heading of its own.
        count: how many findings it has.
        groups: its lines; none if `count` is 0.
        note: an explanation of the figures.
        empty: the text to show if there is nothing.
        opening: whether it is the summary that comes first, of few lines below short titles.
    """

    name: str
    title: str
    count: int
    groups: tuple[ReportGroup, ...]
    note: str
    empty: str
    opening: bool = False

    @property
    def lines(self) -> tuple[ReportLine, ...]:
        """All its lines, in order."""
        return tuple(line for group in self.groups for line in group.lines)


@dataclass(frozen=True, slots=True)
class Report:
    """All that is said of a comparison besides the articles and their links.

    Attributes:
        sides: the source of each side, as it is called.
        sections: those without findings included, always in the same order.
    """

    sides: Sides[str]
    sections: tuple[ReportSection, ...]
