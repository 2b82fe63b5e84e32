"""What is told of words and names: which each side uses, and how often."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.compare.report.report_values import (
    ReportGroup,
    ReportLine,
    ReportPiece,
    ReportSection,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.compare.comparison import At, Comparison, Name, Usage
    from search.compare.report.report_values import Places
    from search.sides import Side, Sides

MOST_WORDS = 40
"""Words told of each side; those further down may be due to chance."""


def word_section(comparison: Comparison, sides: Sides[str]) -> ReportSection:
    """Give the words that each side uses more, the most telling first. Cost: linear."""

    def line(side: Side, use: Usage) -> ReportLine:
        return ReportLine(
            (ReportPiece(use.word),), side, word=use.word, counts=(use.left, use.right)
        )

    # The plain counts shown must agree with the heading, whatever the lengths of the articles.
    more = [use for use in comparison.vocabulary if use.z > 0 and use.left > use.right]
    less = [use for use in comparison.vocabulary if use.z < 0 and use.left < use.right]
    left = tuple(line("left", use) for use in more[:MOST_WORDS])
    right = tuple(line("right", use) for use in less[:MOST_WORDS])
    heads = sides.left, sides.right
    shown = ReportGroup("", left, right, heads, "none more than the other", brief=True)
    cut = more[MOST_WORDS:] or less[MOST_WORDS:]
    order = f"the {MOST_WORDS} most telling of each" if cut else "most telling first"
    return ReportSection(
        "Words",
        "Words used more",
        len(left) + len(right),
        (shown,) if left or right else (),
        f"Words used more: plain counts, {order}; one pair proves little.",
        "No word is used more by one of them.",
    )


def name_section(comparison: Comparison, sides: Sides[str]) -> ReportSection:
    """Give the names of both, then those of one side, the most frequent first. Cost: linear."""
    both = tuple(_shared(name) for name in comparison.names if name.left and name.right)
    left = tuple(
        _alone("left", name.text, name.left) for name in comparison.names if not name.right
    )
    right = tuple(
        _alone("right", name.text, name.right) for name in comparison.names if not name.left
    )
    groups = [ReportGroup("In both, left : right", both, brief=True)] if both else []
    if left or right:
        heads = sides.left, sides.right
        groups.append(ReportGroup("In one of them", left, right, heads, "none", brief=True))
    return ReportSection(
        "Names",
        "Names",
        len(comparison.names),
        tuple(groups),
        "How often each uses a name, shorter forms included; found by capitals.",
        "No names were found.",
    )


def _shared(name: Name) -> ReportLine:
    counts = len(name.left), len(name.right)
    places = _on("left", name.left) + _on("right", name.right)
    return ReportLine((ReportPiece(name.text),), None, places, counts=counts)


def _alone(side: Side, text: str, places: Sequence[At]) -> ReportLine:
    return ReportLine((ReportPiece(text),), side, _on(side, places), counts=(len(places),))


def _on(side: Side, places: Sequence[At]) -> Places:
    return tuple((side, at) for at in places)
