"""A comparison, seen from each of its sides."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from search import Sides

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search import Article, At, Comparison, Link, Tier

Side: TypeAlias = Literal["left", "right"]
Show: TypeAlias = Literal["all", "meeting", "no match found"]
"""Which sentences a reader wants to see: all, those with a link, or those without."""

SIGNS: dict[Tier, str] = {"same words": "=", "says the same": "≈", "related": "~"}
"""The sign of each tier: a shape, so that no colour is needed to tell them apart."""

SIDES: dict[Side, str] = {"left": "◧", "right": "◨"}
"""The shape of each side."""


@dataclass(frozen=True, slots=True)
class ComparedSide:
    """One side of a comparison.

    Attributes:
        side: which.
        article: whose text it is.
        sentences: its sentences in reading order.
        links: for each sentence the places of its links in `Comparison.links`, in their order;
            empty where no match was found. A link's number on screen is its place + 1.
        runs: where the exact runs of words stand, in reading order.
        shared: the share of its words that stand in a linked sentence, 0 to 1.
        quoted: the share of its words that stand between quotation marks, 0 to 1.
    """

    side: Side
    article: Article
    sentences: tuple[At, ...]
    links: tuple[tuple[int, ...], ...]
    runs: tuple[At, ...]
    shared: float
    quoted: float

    def shows(self, sentence: int, show: Show) -> bool:
        """Tell whether a sentence is among those to be shown."""
        return show == "all" or bool(self.links[sentence]) == (show == "meeting")


def other(side: Side) -> Side:
    """Give the side across."""
    return "right" if side == "left" else "left"


def compared_sides(comparison: Comparison) -> Sides[ComparedSide]:
    """Take a comparison apart into its two sides. Cost: linear."""
    left: list[list[int]] = [[] for _ in comparison.sentences.left]
    right: list[list[int]] = [[] for _ in comparison.sentences.right]
    for place, link in enumerate(comparison.links):
        left[link.left].append(place)
        right[link.right].append(place)
    return Sides(
        ComparedSide(
            "left",
            comparison.left,
            comparison.sentences.left,
            tuple(map(tuple, left)),
            tuple(sorted(run.left for run in comparison.runs)),
            comparison.shared.left,
            comparison.quoted.left,
        ),
        ComparedSide(
            "right",
            comparison.right,
            comparison.sentences.right,
            tuple(map(tuple, right)),
            tuple(sorted(run.right for run in comparison.runs)),
            comparison.shared.right,
            comparison.quoted.right,
        ),
    )


def linked_sentences(
    here: ComparedSide, there: ComparedSide, links: Sequence[Link], sentence: int
) -> ComparedSide:
    """Give of the other side only what one sentence meets, in reading order.

    Each of its sentences keeps the one link to `sentence`; so they are as many as that has.
    """
    places = here.links[sentence]
    ends = [links[i].right if here.side == "left" else links[i].left for i in places]
    return replace(
        there,
        sentences=tuple(there.sentences[end] for end in ends),
        links=tuple((place,) for place in places),
    )
