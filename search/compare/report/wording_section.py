"""What is told of wording: linked sentences one above the other, and what stands in place of what."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from search.compare.report.report_values import (
    ReportGroup,
    ReportLine,
    ReportPiece,
    ReportSection,
)
from search.compare.report.sentence_pieces import merged_pieces, sentence_pieces
from search.compare.signs import SIDE_SIGNS, SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from search.compare.comparison import Comparison, Link, Wording
    from search.compare.report.report_values import Places
    from search.sides import Side


SHARED_NOTE = "Bold: words that both have. ⟨left → right⟩: what stands in place of what."


def wording_section(comparison: Comparison) -> ReportSection:
    """Give each link of the two upper tiers with its words aligned, and the phrases that differ.

    In the order of the links, which is that of the left article. Cost: linear in the words of the
    sentences, as these were aligned before, but for those that are told as one.
    """
    changes: defaultdict[int, list[Wording]] = defaultdict(list)
    for one in comparison.wording:
        changes[one.link].append(one)
    shown = [
        (number, link) for number, link in enumerate(comparison.links) if link.tier != "related"
    ]
    return ReportSection(
        "Wording",
        "What stands in place of what",
        len(shown),
        tuple(
            ReportGroup(
                f"Link {number + 1}, {SIGNS[link.tier]} {link.tier}",
                (
                    *link_lines(comparison, number),
                    *(change_line(one, number) for one in changes[number]),
                ),
            )
            for number, link in shown
        ),
        SHARED_NOTE,
        "No sentences that say the same were found.",
    )


def link_lines(comparison: Comparison, number: int) -> Iterator[ReportLine]:
    """Yield a link as one line, where its sentences are nearly the same, or as two."""
    link = comparison.links[number]
    if (merged := merged_pieces(comparison, link)) is not None:
        ends = tuple(end_places(comparison, link))
        yield ReportLine(merged, None, ends, link=number)
        return
    sides: Sequence[Side] = ("left", "right")
    for side, place in zip(sides, end_places(comparison, link), strict=True):
        yield ReportLine(sentence_pieces(comparison, link, side), side, (place,), link=number)


def end_places(comparison: Comparison, link: Link) -> Places:
    """Give the places of both sentences of a link, the left one first."""
    return (
        ("left", comparison.sentences.left[link.left]),
        ("right", comparison.sentences.right[link.right]),
    )


def change_line(one: Wording, number: int) -> ReportLine:
    """Give what stands in place of what: `struggled → failed`, or what only one side says."""
    left, right = one.at.left, one.at.right
    found: Places = (*((("left", left),) if left else ()), *((("right", right),) if right else ()))
    if one.kind == "replaced":
        arrow = ReportPiece(" → ", "faint")
        change = ReportPiece(one.left, "own"), arrow, ReportPiece(one.right, "own")
        return ReportLine(change, None, found, link=number)
    side: Side = "left" if one.kind == "only left" else "right"
    said = one.left or one.right
    pieces = (ReportPiece(f"only {SIDE_SIGNS[side]} ", "faint"), ReportPiece(said, "own"))
    return ReportLine(pieces, None, found, link=number)
