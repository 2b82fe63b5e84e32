"""What is told of figures that differ, and of sentences that an article repeats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.compare.comparison import text_at
from search.compare.report.report_values import (
    ReportGroup,
    ReportLine,
    ReportPiece,
    ReportSection,
)
from search.compare.signs import SIGNS

if TYPE_CHECKING:
    from search.article import Article
    from search.compare.comparison import At, Comparison, Figure
    from search.sides import Side, Sides

_AROUND = 36
"""Characters of its sentence given before and after a figure, at most."""


def figure_section(comparison: Comparison) -> ReportSection:
    """Give the figures at odds, in the order of their links. Cost: linear."""
    return ReportSection(
        "Figures",
        "Figures that differ in linked sentences",
        len(comparison.figures),
        tuple(_group(comparison, figure) for figure in comparison.figures),
        "Figures and days that differ in sentences that are linked; both may be right.",
        "No figures that differ were found in linked sentences.",
    )


def figure_pieces(
    comparison: Comparison, figure: Figure, side: Side, around: int = _AROUND
) -> tuple[ReportPiece, ...]:
    """Give a figure of one side, with some words of its sentence around it."""
    link = comparison.links[figure.link]
    if side == "left":
        return _within(comparison.left, comparison.sentences.left[link.left], figure.left, around)
    return _within(comparison.right, comparison.sentences.right[link.right], figure.right, around)


def repeat_section(comparison: Comparison, sides: Sides[str]) -> ReportSection:
    """Give the sentences that an article says again, in reading order. Cost: linear."""
    left, right = _repeats(comparison, "left"), _repeats(comparison, "right")
    shown = ReportGroup("", left, right, (sides.left, sides.right), "none")
    return ReportSection(
        "Repeats",
        "Sentences said again word for word",
        len(left) + len(right),
        (shown,) if left or right else (),
        "Sentences that an article says again, word for word.",
        "Neither says a sentence twice.",
    )


def _group(comparison: Comparison, figure: Figure) -> ReportGroup:
    tier = comparison.links[figure.link].tier

    def line(side: Side, at: At) -> ReportLine:
        pieces = figure_pieces(comparison, figure, side)
        return ReportLine(pieces, side, ((side, at),), link=figure.link)

    return ReportGroup(
        f"Link {figure.link + 1}, {SIGNS[tier]} {tier}",
        (line("left", figure.left),),
        (line("right", figure.right),),
    )


def _within(article: Article, sentence: At, at: At, around: int) -> tuple[ReportPiece, ...]:
    text = article.blocks[at.block].text
    start, stop = max(sentence.start, at.start - around), min(sentence.stop, at.stop + around)
    before, after = text[start : at.start], text[at.stop : stop]
    if start > sentence.start:
        before = "…" + before.partition(" ")[2]
    if stop < sentence.stop:
        after = after.rpartition(" ")[0] + "…"
    return (
        ReportPiece(before, "faint"),
        ReportPiece(text[at.start : at.stop], "strong"),
        ReportPiece(after, "faint"),
    )


def _repeats(comparison: Comparison, side: Side) -> tuple[ReportLine, ...]:
    article = comparison.left if side == "left" else comparison.right
    sentences = comparison.sentences.of(side)
    return tuple(
        ReportLine(
            (ReportPiece(text_at(article, sentences[again])),),
            side,
            ((side, sentences[again]), (side, sentences[first])),
        )
        for again, first in comparison.repeats.of(side)
    )
