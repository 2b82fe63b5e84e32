"""What changed between two versions of one article, told before all else."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from search.article_words import NOT_WHOLE_COMPARED, lacking
from search.compare.comparison import text_at
from search.compare.report.report_values import (
    ReportGroup,
    ReportLine,
    ReportPiece,
    ReportSection,
)
from search.compare.report.wording_section import link_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.compare.comparison import Comparison
    from search.compare.report.report_values import Places
    from search.sides import Side

_BOTH: tuple[Side, Side] = ("left", "right")


def version_section(comparison: Comparison) -> ReportSection:
    """Give the headlines if they differ, and in reading order each sentence that was changed or is on one side only.

    Cost: linear in the text; within sentences see `merged_pieces`.
    """
    changed = groupby(_changes(comparison), lambda one: one[0])
    groups = [
        ReportGroup("Not whole", tuple(_missing(comparison))),
        ReportGroup("Headlines", tuple(_headlines(comparison))),
        *(ReportGroup(title, tuple(line for _, line in lines)) for title, lines in changed),
    ]
    shown = tuple(group for group in groups if group.left)
    return ReportSection(
        "What changed",
        "What changed",
        sum(len(group.left) for group in shown),
        shown,
        "Two versions of one article: sentences that stand on both sides alike are left out.",
        "No sentence was changed.",
        opening=True,
    )


def _changes(comparison: Comparison) -> Iterator[tuple[str, ReportLine]]:
    """Yield what differs in reading order, each with a title; links of versions never cross."""
    sentences = comparison.sentences
    left = right = 0
    ends = [(link.left, link.right, number) for number, link in enumerate(comparison.links)]
    for i, j, number in [*ends, (len(sentences.left), len(sentences.right), None)]:
        yield from (("One alone", _alone(comparison, "left", at)) for at in range(left, i))
        yield from (("One alone", _alone(comparison, "right", at)) for at in range(right, j))
        left, right = i + 1, j + 1
        if number is not None and comparison.links[number].tier != "same words":
            yield from (("Replaced", line) for line in _replaced(comparison, number))


def _replaced(comparison: Comparison, number: int) -> list[ReportLine]:
    """Give a sentence with what it became, as one line where that shows what differs."""
    merged = list(link_lines(comparison, number))
    seen = any(piece.tone == "own" for line in merged for piece in line.pieces)
    return merged if seen or len(merged) > 1 else list(link_lines(comparison, number, merge=False))


def _alone(comparison: Comparison, side: Side, place: int) -> ReportLine:
    at = comparison.sentences.of(side)[place]
    article = comparison.left if side == "left" else comparison.right
    return ReportLine((ReportPiece(text_at(article, at), "own"),), side, ((side, at),))


def _headlines(comparison: Comparison) -> Iterator[ReportLine]:
    if comparison.left.title != comparison.right.title:
        for side in _BOTH:
            article = comparison.left if side == "left" else comparison.right
            yield ReportLine(
                (ReportPiece(article.label, "strong"),), side, _first(comparison, side)
            )


def _missing(comparison: Comparison) -> Iterator[ReportLine]:
    for side in _BOTH:
        article = comparison.left if side == "left" else comparison.right
        if lacks := lacking(article, NOT_WHOLE_COMPARED):
            yield ReportLine((ReportPiece(lacks, "strong"),), side, _first(comparison, side))


def _first(comparison: Comparison, side: Side) -> Places:
    return tuple((side, at) for at in comparison.sentences.of(side)[:1])
