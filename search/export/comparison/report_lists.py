"""What the forms of a report have in common: the counts of a line, and the length of lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.compare.report import ReportGroup, ReportLine, ReportSection

MOST_BRIEF = 24
"""Words or names that a list in Markdown or on a page has."""


def counts_of(line: ReportLine) -> str:
    """Give the counts of a line after a space, ` 3 : 1` or ` 3`; empty without any."""
    return " " + " : ".join(map(str, line.counts)) if line.counts else ""


def shortened(group: ReportGroup, lines: Sequence[ReportLine]) -> tuple[Sequence[ReportLine], str]:
    """Give the lines of one side that a list has, and how many more there are in words."""
    more = len(lines) - MOST_BRIEF
    if not group.brief or more <= 0:
        return lines, ""
    return lines[:MOST_BRIEF], f"and {more:,} more"


def in_one_table(section: ReportSection) -> bool:
    """Tell whether each group of a section is one row of a table: a few lines of either side."""
    return all(group.right is not None and group.heads is None for group in section.groups)
