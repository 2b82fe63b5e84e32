"""A section of a comparison's report for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search import SIDE_SIGNS
from tui.cli.styled_lines import print_styled, wrapped, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search import ReportGroup, ReportLine, ReportSection, Side, Sides

MOST_BRIEF = 12
"""Words or names of a side that are printed."""
_BOTH: tuple[Side, Side] = ("left", "right")


def print_section(section: ReportSection, sides: Sides[str]) -> None:
    """Print a section below its title, without its explanations; nothing if it has no findings."""
    if not section.groups:
        return
    write()
    print_styled(section.title, "bold")
    for group in section.groups:
        if group.title:
            print_styled(f"  {group.title}", "dim")
        if group.right is None:
            _print_lines(group, group.left)
            continue
        heads = group.heads or (sides.left, sides.right)
        for side, head, lines in zip(_BOTH, heads, (group.left, group.right), strict=True):
            if group.heads:
                print_styled(f"  {SIDE_SIGNS[side]} {head}", "dim")
            _print_lines(group, lines)


def _print_lines(group: ReportGroup, lines: Sequence[ReportLine]) -> None:
    kept = lines[:MOST_BRIEF] if group.brief else lines
    for line in kept:
        sign = f"{SIDE_SIGNS[line.side]} " if line.side is not None else "  "
        for row in wrapped(line.text, f"    {sign}{_counts(line)}"):
            write(row)
    if not lines and group.none:
        write(f"      {group.none}")
    if len(kept) < len(lines):
        write(f"      … and {len(lines) - len(kept):,} more (--json has them)")


def _counts(line: ReportLine) -> str:
    match line.counts:
        case (left, right):
            return f"{left:>3} : {right:<3} "
        case (count,):
            return f"{count:>3} "
        case _:
            return ""
