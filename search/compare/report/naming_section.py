"""What is told of naming: how each side names the same person, group or thing, word for word."""

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

    from search.compare.comparison import Comparison, Epithet, Naming
    from search.sides import Side


def naming_section(comparison: Comparison) -> ReportSection:
    """Give each person, group and thing that both name, not in the same words. Cost: linear."""
    return ReportSection(
        "Naming",
        "How each names the same",
        len(comparison.naming),
        tuple(_group(one) for one in comparison.naming),
        "How each names the same person, group or thing, word for word, and how often.",
        "Nothing is named by both in different words.",
    )


def _group(one: Naming) -> ReportGroup:
    return ReportGroup(one.name, _phrases("left", one.left), _phrases("right", one.right))


def _phrases(side: Side, phrases: Sequence[Epithet]) -> tuple[ReportLine, ...]:
    return tuple(
        ReportLine(
            (ReportPiece(f"“{phrase.text}”"),),
            side,
            tuple((side, at) for at in phrase.places),
            counts=(len(phrase.places),),
        )
        for phrase in phrases
    )
