"""`diptych sources`: two sources compared over the whole library, or all sources listed.

What makes pages is looked up when it is called, which loads it: --help doesn't wait for it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import search
from search import contrast_document
from tui.cli.arguments import DEFAULT_ROWS, UsageError, check_library, row_count
from tui.cli.exit_codes import DONE, NOTHING_FOUND
from tui.cli.library_path import is_library
from tui.cli.open_library import open_desk
from tui.cli.source_names import resolve_source
from tui.cli.streams import write_json, write_text
from tui.cli.verb import Verb
from tui.cli.verbs.sources.contrast_text import print_contrast
from tui.cli.verbs.sources.source_overview import print_source_list, source_list_document
from tui.render.keyness import source_name

if TYPE_CHECKING:
    import argparse

_TWO_AND_LIBRARY = 3


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "names",
        nargs="*",
        metavar="LEFT RIGHT LIBRARY",
        help="two sources, the library last; without sources all are listed",
    )
    parser.add_argument(
        "--limit",
        type=row_count,
        default=None,
        help=f"words of each side at most ({DEFAULT_ROWS}; with --json all); sources at most (all)",
    )
    parser.add_argument(
        "--within-stories",
        action="store_true",
        help="only in stories both tell, with what one puts in place of what the other says",
    )
    parser.add_argument("--markdown", action="store_true", help="print it as Markdown")


def _check(arguments: argparse.Namespace) -> None:
    """Tell sources from the library: two sources and then perhaps a library, or only that."""
    names: list[str] = arguments.names
    if len(names) > _TWO_AND_LIBRARY:
        raise UsageError("sources: takes two sources and a library, no more")
    arguments.left, arguments.right = names[:2] if len(names) > 1 else (None, None)
    arguments.library = names[-1] if len(names) in {1, _TWO_AND_LIBRARY} else None
    if arguments.json and arguments.markdown:
        raise UsageError("sources: --json or --markdown, not both")
    if arguments.markdown and arguments.left is None:
        raise UsageError("sources: --markdown takes two sources")
    if arguments.within_stories and arguments.left is None:
        raise UsageError("sources: --within-stories takes two sources")
    check_library(arguments)


def _run(arguments: argparse.Namespace) -> int:
    return _run_list(arguments) if arguments.left is None else _run_contrast(arguments)


def _run_contrast(arguments: argparse.Namespace) -> int:
    """Compare two sources; without a significant difference, or any wording, the exit code is 1."""
    with open_desk(arguments) as desk:
        counts = desk.search("").sources
        left, right = (resolve_source(name, counts) for name in (arguments.left, arguments.right))
        if left == right:
            raise UsageError(f"sources: {source_name(left)} can't be set against itself")
        groups = desk.story_groups
        stories = groups.shared(left, right)
        within: bool = arguments.within_stories
        contrast = desk.sources(left, right, within=stories if within else None)
        contrast = replace(contrast, stories=len(stories))
        wording = groups.wording(stories) if within else None
    limit: int | None = arguments.limit
    if arguments.json:
        write_json(contrast_document(contrast, limit, wording))
    elif arguments.markdown:
        write_text(search.contrast_markdown(contrast, limit, wording))
    else:
        print_contrast(contrast, DEFAULT_ROWS if limit is None else limit, wording)
    told = contrast.significant or (wording and wording.replacements)
    return DONE if told else NOTHING_FOUND


def _run_list(arguments: argparse.Namespace) -> int:
    """List all sources; a single name that is no library was perhaps meant as a source."""
    if arguments.library is not None and not is_library(arguments.library):
        raise UsageError(
            f"sources: {arguments.library} is no library; name two sources, LEFT and RIGHT, or none"
        )
    with open_desk(arguments) as desk:
        everything = desk.search("")
    if arguments.json:
        write_json(source_list_document(everything, arguments.limit))
    else:
        print_source_list(everything, arguments.limit)
    return DONE if everything.total else NOTHING_FOUND


VERB = Verb(
    "Set two sources against each other over the whole library, or list all.",
    _add_arguments,
    _run,
    _check,
)
