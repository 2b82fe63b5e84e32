"""`diptych concordance`: every use of a word or phrase, in its context."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

import search
from search import uses_document
from tui.cli.arguments import add_library, row_count
from tui.cli.exit_codes import DONE, NOTHING_FOUND
from tui.cli.open_library import open_desk
from tui.cli.streams import write_json
from tui.cli.styled_lines import line_width, print_marked, print_styled, write
from tui.cli.verb import Verb
from tui.render.keyword_line import bar, keyword_line
from tui.render.safe import safe
from tui.render.wrap import clip

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from search import Concordance, Group, Use, UseTable

_WIDEST = 160
_LABEL = 18
"""Cells for the name of a source."""
_WIDEST_LABEL = 36
"""Cells for what is counted, at most."""
_BAR = 24
_MOST_COMPANY = 20
"""Collocates and clusters that are printed; the document has them all."""


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("word", metavar="WORD", help="all its forms; in quotes, just as it stands")
    add_library(parser)
    parser.add_argument("--limit", type=row_count, default=None, help="lines at most (all)")
    parser.add_argument(
        "--sort",
        choices=("after", "before", "newest", "oldest"),
        default="after",
        help="by the words after it (as it is without this), before it, or by day",
    )
    parser.add_argument("--by-source", action="store_true", help="each source's lines together")


def _run(arguments: argparse.Namespace) -> int:
    with open_desk(arguments) as desk:
        found = desk.concordance(arguments.word)
    group: Group = "source" if arguments.by_source else "none"
    lines = search.ordered(found.uses, arguments.sort, group)[: arguments.limit]
    if arguments.json:
        write_json(uses_document(found, lines))
    else:
        _print(found, lines, by_source=arguments.by_source)
    return DONE if found.uses else NOTHING_FOUND


def _print(found: Concordance, lines: Sequence[Use], *, by_source: bool) -> None:
    """Print the uses with the word in the middle, then how many each source and month has."""
    print_styled(f"{search.uses_note(found)}: {found.read_as}", "bold")
    _print_uses(lines, by_source=by_source)
    if len(lines) < len(found.uses):
        write()
        write(f"… and {len(found.uses) - len(lines):,} more (--limit shows them)")
    tables = search.concordance_tables(found)
    _print_table(tables.sources)
    _print_table(tables.months)
    _print_table(tables.collocates, _MOST_COMPANY)
    _print_table(tables.clusters, _MOST_COMPANY)


def _print_uses(lines: Sequence[Use], *, by_source: bool) -> None:
    width = line_width(_WIDEST)
    last: str | None = None
    for use in lines:
        label = clip(safe(use.head.source or "unknown source"), _LABEL)
        if by_source and label != last:
            write()
            print_styled(label, "bold")
            last = label
        head = "  " if by_source else f"{_padded(label)}  "
        line = keyword_line(use, max(20, width - cell_len(head)))
        start = len(head) + len(line.before)
        print_marked(head + "".join(line), [(start, start + len(line.match))], "")


def _print_table(table: UseTable, most: int | None = None) -> None:
    """Print the rows of a table, at most so many, with bars."""
    rows = table.rows[:most]
    if not rows:
        return
    write()
    print_styled(table.title, "bold")
    tallest = max(row.times for row in rows)
    labels = [clip(safe(row.label), _WIDEST_LABEL) for row in rows]
    width = max(_LABEL, *map(cell_len, labels))
    digits = len(f"{tallest:,}")
    for label, row in zip(labels, rows, strict=True):
        measure = f"{row.measure:>7,.1f}" if row.measure is not None else ""
        drawn = bar(row.times, tallest, _BAR)
        write(f"  {_padded(label, width)}  {row.times:>{digits},}{measure}  {drawn}")
    if more := len(table.rows) - len(rows):
        write(f"… and {more:,} more (--json has them)")


def _padded(label: str, width: int = _LABEL) -> str:
    """Fill a label up to its column."""
    return label + " " * max(0, width - cell_len(label))


VERB = Verb(
    "Give every use of a word or phrase, in its context.",
    _add_arguments,
    _run,
    query_argument="word",
)
