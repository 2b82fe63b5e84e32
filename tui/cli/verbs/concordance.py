"""`diptych concordance`: every use of a word or phrase, in its context."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

import search
from tui.cli.arguments import add_library, row_count
from tui.cli.exit_codes import DONE, NOTHING_FOUND
from tui.cli.json_fields import count_fields
from tui.cli.open_library import open_desk
from tui.cli.streams import write_json
from tui.cli.styled_lines import count, line_width, print_marked, print_styled, write
from tui.cli.verb import Verb
from tui.render.keyword_line import bar, keyword_line
from tui.render.safe import safe
from tui.render.wrap import clip

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from search import Concordance, Group, Use
    from tui.cli.json_fields import Document

_WIDEST = 160
_LABEL = 18
"""Cells for the name of a source."""
_BAR = 24


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
        write_json(_document(found, lines))
    else:
        _print(found, lines, by_source=arguments.by_source)
    return DONE if found.uses else NOTHING_FOUND


def _document(found: Concordance, lines: Sequence[Use]) -> Document:
    """Give the document; all uses are counted, also where `lines` has fewer."""
    return {
        "word": found.word,
        "read_as": found.read_as,
        "total": len(found.uses),
        "articles": found.articles,
        "lines": [
            {
                "id": use.head.id,
                "path": use.head.path,
                "source": use.head.source,
                "published": use.head.published,
                "at": [use.block, use.start, use.stop],
                "before": use.before,
                "match": use.match,
                "after": use.after,
            }
            for use in lines
        ],
        **count_fields(found),
    }


def _print(found: Concordance, lines: Sequence[Use], *, by_source: bool) -> None:
    """Print the uses with the word in the middle, then how many each source and month has."""
    uses, articles = count(len(found.uses), "use"), count(found.articles, "article")
    print_styled(f"{uses} in {articles}: {found.read_as}", "bold")
    _print_uses(lines, by_source=by_source)
    if len(lines) < len(found.uses):
        write()
        write(f"… and {len(found.uses) - len(lines):,} more (--limit shows them)")
    _print_bars("sources", [(name or "unknown source", number) for name, number in found.sources])
    _print_bars("months", [(month or "no date", number) for month, number in found.months])


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


def _print_bars(title: str, counts: Sequence[tuple[str, int]]) -> None:
    if not counts:
        return
    write()
    print_styled(title, "bold")
    most = max(number for _, number in counts)
    digits = len(f"{most:,}")
    for name, number in counts:
        label = _padded(clip(safe(name), _LABEL))
        write(f"  {label}  {number:>{digits},}  {bar(number, most, _BAR)}")


def _padded(label: str) -> str:
    """Fill a label up to its column."""
    return label + " " * max(0, _LABEL - cell_len(label))


VERB = Verb(
    "Give every use of a word or phrase, in its context.",
    _add_arguments,
    _run,
    query_argument="word",
)
