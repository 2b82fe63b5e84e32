"""`diptych export`: what a search finds, articles, a story, a comparison, sources or notes, as a file.

`search.Exports` is looked up when it is called, which loads it: --help doesn't wait for an engine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import search
from search import (
    FORMATS,
    REFERENCE_FORMATS,
    ArticlePair,
    ClaimsOf,
    FoundArticles,
    NamedArticles,
    ReaderNotes,
    SourcePair,
    StoriesOf,
    StoryOf,
    UsesOf,
    format_of,
    named_path,
    write_whole,
)
from tui.cli.arguments import UsageError, check_library, row_count
from tui.cli.exit_codes import DONE, FAILED, NOTHING_FOUND
from tui.cli.open_library import open_desk
from tui.cli.source_names import resolve_source
from tui.cli.streams import notify, write_pieces
from tui.cli.styled_lines import count
from tui.cli.verb import Verb
from tui.routes import SORTS

if TYPE_CHECKING:
    import argparse

    from search import Desk, Export, ExportFormat, Subject

_STANDARD = "-"
_WHAT = ("article", "story", "stories", "claims", "uses", "compare", "sources", "notes")
_NO_WORKS = {
    "sources": "two sources",
    "stories": "rows of stories",
    "claims": "claims",
    "uses": "uses of a word",
}
"""What references can't be made to, and what to call it."""
_MOST_NAMED = 5
"""Articles left out that are named one by one."""


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", nargs="?", metavar="QUERY", help="the articles it finds")
    parser.add_argument("library", nargs="?", metavar="LIBRARY")
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument("--article", nargs="+", metavar="A", help="these articles")
    instead.add_argument("--story", metavar="A", help="the story of an article, all its versions")
    instead.add_argument(
        "--stories", metavar="QUERY", help="the stories of what it finds, one row each"
    )
    instead.add_argument("--claims", metavar="A", help="what the story of an article claims")
    instead.add_argument("--uses", metavar="WORD", help="every use of a word or phrase")
    instead.add_argument("--compare", nargs=2, metavar=("L", "R"), help="two articles compared")
    instead.add_argument(
        "--sources", nargs=2, metavar=("L", "R"), help="two sources over the whole library"
    )
    instead.add_argument(
        "--notes",
        action="store_true",
        help="your notes; with QUERY LIBRARY, those on what it finds",
    )
    parser.add_argument(
        "--format",
        choices=tuple(FORMATS),
        help="by the name of FILE where that tells it, else markdown",
    )
    parser.add_argument(
        "-o", dest="file", metavar="FILE", help="written whole or not at all; - is standard output"
    )
    parser.add_argument(
        "--limit", type=row_count, help="articles or stories of a QUERY at most (all)"
    )
    parser.add_argument(
        "--sort", choices=SORTS, help="their order (by relevance, or without words newest first)"
    )


def _check(arguments: argparse.Namespace) -> None:
    """Take what stands alone for LIBRARY where no QUERY is wanted; settle the format."""
    # An empty query finds all: only what isn't given is no wish.
    named = [name for name in _WHAT if getattr(arguments, name) not in (None, False)]
    if named == ["notes"]:
        if arguments.library is None and arguments.named is None:
            arguments.query, arguments.library = None, arguments.query
    elif named:
        if arguments.library is not None:
            raise UsageError(f"export: takes a QUERY or --{named[0]}, not both")
        arguments.query, arguments.library = None, arguments.query
    elif arguments.query is None:
        ways = ", ".join(f"--{name}" for name in _WHAT)
        raise UsageError(f"export: what? Give a QUERY, or one of {ways}")
    if arguments.limit is not None and named not in ([], ["stories"]):
        raise UsageError(f"export: --limit bounds what a QUERY finds, not --{named[0]}")
    check_library(arguments)
    if arguments.json and arguments.format not in {None, "json"}:
        raise UsageError(f"export: --json or --format {arguments.format}, not both")
    by_name = format_of(arguments.file or "")
    arguments.format = arguments.format or ("json" if arguments.json else by_name or "markdown")
    wrong = [said for name, said in _NO_WORKS.items() if name in named]
    if wrong and arguments.format in REFERENCE_FORMATS:
        name = FORMATS[arguments.format].name
        raise UsageError(
            f"export: {name} lists references, and {wrong[0]} are none; "
            "take markdown, html, json or csv"
        )


def _run(arguments: argparse.Namespace) -> int:
    form: ExportFormat = arguments.format
    with open_desk(arguments) as desk:
        export = search.Exports(desk).export(_subject(desk, arguments), form)
        if not export.total:
            notify(f"{arguments.query or 'export'}: nothing found")
        if arguments.file in {None, _STANDARD}:
            write_pieces(export.pieces)
        elif export.total:
            write_whole(named_path(arguments.file), export.pieces)
    return _told(export)


def _subject(desk: Desk, arguments: argparse.Namespace) -> Subject:
    """Give what is asked for; raise NoSuchArticleError, or UsageError for a source there isn't."""
    if arguments.article:
        return NamedArticles(desk.resolve_each(*arguments.article))
    if arguments.story:
        return StoryOf(desk.resolve(arguments.story))
    if arguments.stories is not None:
        return StoriesOf(arguments.stories, arguments.sort, arguments.limit)
    if arguments.claims:
        return ClaimsOf(desk.resolve(arguments.claims))
    if arguments.uses:
        return UsesOf(arguments.uses)
    if arguments.compare:
        return ArticlePair(*desk.resolve_each(*arguments.compare))
    if arguments.sources:
        counts = desk.search("").sources
        left, right = (resolve_source(name, counts) for name in arguments.sources)
        if left == right:
            raise UsageError(f"export: {arguments.sources[0]} can't be set against itself")
        return SourcePair(left, right)
    if arguments.notes:
        return ReaderNotes(arguments.query)
    return FoundArticles(arguments.query, arguments.sort, arguments.limit)


def _told(export: Export) -> int:
    """Say which articles were left out, and give the exit code."""
    for error in export.failed[:_MOST_NAMED]:
        notify(str(error))
    if (more := len(export.failed) - _MOST_NAMED) > 0:
        notify(f"{count(more, 'more article')} could not be read")
    if export.failed:
        return FAILED
    return DONE if export.total else NOTHING_FOUND


VERB = Verb(
    "Take out what a search finds, articles, a story, a comparison, two sources or your notes.",
    _add_arguments,
    _run,
    _check,
    query_argument="query",
    short_options=("-o",),
)
