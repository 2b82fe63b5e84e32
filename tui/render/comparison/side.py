"""One side of a comparison: an article with its sentences and their links."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from search import SIDE_SIGNS as SIDES
from search import SIGNS, At, Side, Sides, own_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search import Article, Comparison, Link, Meets

__all__ = [
    "SIDES",
    "SIGNS",
    "ComparedSide",
    "Show",
    "Side",
    "compared_sides",
    "linked_sentences",
    "other_side",
]

Show: TypeAlias = Literal["all", "upper tiers", "no match found"]
"""Which sentences are shown: all, those with a link of the upper tiers, or those without any link."""


@dataclass(frozen=True, slots=True)
class ComparedSide:
    """One side of a comparison.

    Attributes:
        side: which side it is.
        article: the article on this side.
        sentences: its sentences in reading order.
        links: for each sentence the indexes of its links in `Comparison.links`, ascending;
            empty where no match was found. A link's number on screen is its index + 1.
        runs: where runs of the same words stand, in reading order.
        meets: the shares of its words that are in linked sentences, by tier.
        quoted: the share of its words that are between quotation marks, 0 to 1.
        new: of a version of one article, what the other version hasn't: sentences, and words of others;
            in reading order. None where the sides aren't versions of one article.
    """

    side: Side
    article: Article
    sentences: tuple[At, ...]
    links: tuple[tuple[int, ...], ...]
    runs: tuple[At, ...]
    meets: Meets
    quoted: float
    new: tuple[At, ...] | None = None

    def shows(self, sentence: int, show: Show) -> bool:
        """Tell whether a sentence is shown; for the upper tiers `links` must have only those."""
        if self.new is not None and show == "no match found":
            at = self.sentences[sentence]
            place = bisect_left(self.new, At(at.block, at.start, 0))
            return place < len(self.new) and _lies_in(self.new[place], at)
        return show == "all" or bool(self.links[sentence]) == (show == "upper tiers")


def _lies_in(at: At, sentence: At) -> bool:
    return at.block == sentence.block and sentence.start <= at.start < sentence.stop


def other_side(side: Side) -> Side:
    """Give the opposite side."""
    return "right" if side == "left" else "left"


def compared_sides(comparison: Comparison) -> Sides[ComparedSide]:
    """Split a comparison into its two sides. Cost: linear.

    Two versions have no runs: nearly all of them would be one.
    """
    runs = () if comparison.versions else comparison.runs
    new = _new(comparison) if comparison.versions else Sides(None, None)
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
            tuple(sorted(run.left for run in runs)),
            comparison.meets.left,
            comparison.quoted.left,
            new.left,
        ),
        ComparedSide(
            "right",
            comparison.right,
            comparison.sentences.right,
            tuple(map(tuple, right)),
            tuple(sorted(run.right for run in runs)),
            comparison.meets.right,
            comparison.quoted.right,
            new.right,
        ),
    )


def _new(comparison: Comparison) -> Sides[tuple[At, ...] | None]:
    """Give what each of two versions has and the other hasn't."""
    unmatched, sentences = comparison.unmatched, comparison.sentences
    left = [sentences.left[place] for place in unmatched.left]
    right = [sentences.right[place] for place in unmatched.right]
    for link in comparison.links:
        if link.tier != "same words":
            own = own_words(comparison, link)
            here, there = sentences.left[link.left], sentences.right[link.right]
            left += [At(here.block, *span) for span in own.left] or [here._replace(stop=here.start)]
            right += [At(there.block, *span) for span in own.right] or [
                there._replace(stop=there.start)
            ]
    return Sides(tuple(sorted(left)), tuple(sorted(right)))


def shown_sides(
    sides: Sides[ComparedSide], links: Sequence[Link], show: Show
) -> Sides[ComparedSide]:
    """Give the sides with only those links that are shown. Cost: linear."""
    if show != "upper tiers":
        return sides
    return Sides(*(_upper_tiers(side, links) for side in (sides.left, sides.right)))


def _upper_tiers(side: ComparedSide, links: Sequence[Link]) -> ComparedSide:
    kept = (
        tuple(place for place in places if links[place].tier != "related") for places in side.links
    )
    return replace(side, links=tuple(kept))


def linked_sentences(
    this_side: ComparedSide, that_side: ComparedSide, links: Sequence[Link], sentence: int
) -> ComparedSide:
    """Reduce the other side to the sentences linked to one sentence, in reading order.

    There is one sentence for each link of `sentence`, and it keeps only that link.
    """
    places = this_side.links[sentence]
    ends = [links[i].right if this_side.side == "left" else links[i].left for i in places]
    return replace(
        that_side,
        sentences=tuple(that_side.sentences[end] for end in ends),
        links=tuple((place,) for place in places),
    )
