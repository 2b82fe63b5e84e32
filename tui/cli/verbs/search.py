"""`diptych search`: search the library."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from search import LibraryError
from tui.cli.arguments import add_library, add_row_limit
from tui.cli.exit_codes import DONE, NOTHING_FOUND
from tui.cli.json_fields import article_fields, count_fields, mark_fields
from tui.cli.open_library import open_desk
from tui.cli.streams import notify, write_json
from tui.cli.styled_lines import count, marks_words, print_marked, print_styled, write
from tui.cli.verb import Verb
from tui.render.article_facts import day
from tui.routes import SORTS

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from search import Answer, Desk, Hit
    from tui.cli.json_fields import Document

_SAVED = re.compile(r'saved:(?:"([^"]+)"|(\S+))', re.IGNORECASE)
"""A query that is nothing but a saved search."""


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", metavar="QUERY")
    add_library(parser)
    add_row_limit(parser)
    parser.add_argument(
        "--sort", choices=SORTS, help="the order (by relevance, or without words newest first)"
    )


def _run(arguments: argparse.Namespace) -> int:
    with open_desk(arguments) as desk:
        answer = desk.search(arguments.query, arguments.sort)
        hits = desk.hits(answer, 0, arguments.limit)
        if saved := _SAVED.fullmatch(arguments.query.strip()):
            _look(desk, saved[1] or saved[2])
        if arguments.json:
            write_json(_document(answer, hits))
        else:
            _print(answer, hits)
    return DONE if answer.total else NOTHING_FOUND


def _look(desk: Desk, name: str) -> None:
    """Have what a saved search finds count as looked at; where that can't be kept, say so."""
    try:
        desk.saved.look(name)
    except LibraryError as error:
        notify(str(error))


def _document(answer: Answer, hits: Sequence[Hit]) -> Document:
    return {
        "query": answer.query.text,
        "read_as": answer.read_as,
        "total": answer.total,
        "exact": answer.exact,
        "folded": answer.found.folded(),
        "took_ms": round(answer.took_ms, 3),
        "hits": [_hit(hit) for hit in hits],
        **count_fields(answer),
        "suggestion": answer.suggestion,
    }


def _hit(hit: Hit) -> Document:
    """Give one article that was found; `title_spans` are offsets into `title`."""
    return {
        **article_fields(hit),
        "score": round(hit.score, 6),
        "matches": hit.matches,
        "marks": mark_fields(hit.marks),
        "title_spans": [list(span) for span in hit.title_spans],
        "excerpt": {
            "text": hit.excerpt.text,
            "spans": [list(span) for span in hit.excerpt.spans],
        },
    }


def _print(answer: Answer, hits: Sequence[Hit]) -> None:
    """Print the hits, with their matches marked, and how many there are."""
    least = "" if answer.exact else "at least "
    print_styled(f"{least}{count(answer.total, 'article')}: {answer.read_as}", "bold")
    if folded := answer.found.folded():
        write(f"{count(folded, 'more article')} in folded text (in:all finds them)")
    if answer.suggestion:
        write(f"Did you mean: {answer.suggestion}")
    for hit in hits:
        write()
        print_marked(hit.head.label, hit.title_spans, "bold")
        matches = f"  ×{hit.matches}" if hit.matches else ""
        where = f"{hit.head.source or 'unknown source'}  {day(hit.head.published)}"
        part = "" if hit.head.whole else "  only a part"
        marks = f"  {said}" if (said := marks_words(hit.marks)) else ""
        print_styled(f"  {where}{matches}{part}{marks}", "dim")
        if hit.excerpt.text:
            print_marked(hit.excerpt.text, hit.excerpt.spans, "", indent="  ")
        print_styled(f"  {hit.head.path}", "dim")
    if answer.total > len(hits):
        write()
        write(f"… and {least}{answer.total - len(hits)} more (--limit shows them)")


VERB = Verb("Search the library.", _add_arguments, _run, query_argument="query")
