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
from search.compare.sentences.wording import aligned_links
from search.compare.signs import SIGNS

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from search.compare.comparison import Comparison, Link, Wording
    from search.compare.report.report_values import Places
    from search.sides import Side


MOST_LINKS = 100
"""Links of which the wording is told; two reports of one event have some dozens at most."""
SHARED_NOTE = "Bold: words that both have. ⟨left → right⟩: what stands in place of what."


def wording_section(comparison: Comparison) -> ReportSection:
    """Give each link of the two upper tiers with its words aligned, and the phrases that differ.

    In the order of the links, which is that of the left article; of very many links those are
    told that differ in a phrase, then the surest, which the note says. Cost: linear in the words of the sentences, as these were aligned
    before, but for those that are told as one.
    """
    changes: defaultdict[int, list[Wording]] = defaultdict(list)
    for one in comparison.wording:
        changes[one.link].append(one)
    aligned = aligned_links(comparison.links)
    links = comparison.links
    upper = [number for number, link in enumerate(links) if link.tier != "related"]
    # What is the same word for word tells least: thousands of such links hide no change.
    ranked = sorted(upper, key=lambda number: (number not in changes, -links[number].score))
    shown = sorted(ranked[:MOST_LINKS])
    cut = (
        f" Told are {MOST_LINKS} of {len(upper):,} links, those with a difference first."
        if upper[MOST_LINKS:]
        else ""
    )
    return ReportSection(
        "Wording",
        "What stands in place of what",
        len(upper),
        tuple(_group(comparison, number, changes[number], aligned) for number in shown),
        SHARED_NOTE + cut,
        "No sentences that say the same were found.",
    )


def _group(
    comparison: Comparison, number: int, changes: Iterable[Wording], aligned: Container[int]
) -> ReportGroup:
    tier = comparison.links[number].tier
    lines = tuple(link_lines(comparison, number, merge=number in aligned))
    return ReportGroup(
        f"Link {number + 1}, {SIGNS[tier]} {tier}", (*lines, *_changes(lines, changes))
    )


def link_lines(comparison: Comparison, number: int, *, merge: bool = True) -> Iterator[ReportLine]:
    """Yield a link as one line, where its sentences are nearly the same and may be, or as two."""
    link = comparison.links[number]
    if merge and (merged := merged_pieces(comparison, link)) is not None:
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


def _changes(lines: Sequence[ReportLine], changes: Iterable[Wording]) -> Iterator[ReportLine]:
    """Yield what stands in place of what, unless sentences that are told as one show it already."""
    if len(lines) == 1:
        return
    for one in changes:
        if one.at.left is not None and one.at.right is not None:
            pieces = (
                ReportPiece(one.left, "own"),
                ReportPiece(" → ", "faint"),
                ReportPiece(one.right, "own"),
            )
            places: Places = (("left", one.at.left), ("right", one.at.right))
            yield ReportLine(pieces, None, places, link=one.link)
