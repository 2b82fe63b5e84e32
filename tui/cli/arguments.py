"""Arguments that several verbs take, and their validation."""

from __future__ import annotations

import argparse

from tui.cli.archive_names import archives_named, resolved

DEFAULT_ROWS = 20
"""Rows that are printed unless --limit says otherwise."""


class UsageError(Exception):
    """The command line makes no sense; `str` is one line that says why."""


def add_library(parser: argparse.ArgumentParser) -> None:
    """Add LIBRARY, which may be left out."""
    parser.add_argument("library", nargs="?", metavar="LIBRARY")


def add_row_limit(parser: argparse.ArgumentParser) -> None:
    """Add --limit, with a default for lists that may be long."""
    parser.add_argument(
        "--limit", type=row_count, default=DEFAULT_ROWS, help=f"rows at most ({DEFAULT_ROWS})"
    )


def row_count(text: str) -> int:
    """Parse a number of rows, 0 or more; raise what argparse reports as an error."""
    try:
        number = int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f'"{text}" is no number') from None
    if number < 0:
        raise argparse.ArgumentTypeError("rows can't be fewer than none")
    return number


def check_library(arguments: argparse.Namespace) -> None:
    """Let --library stand in for LIBRARY, and an address for the name of an archive.

    Without either, an archive whose article is named is the library. Raises UsageError where both are
    given, or an empty name.
    """
    library = getattr(arguments, "library", None)
    if arguments.named is not None and library is not None:
        raise UsageError(f"the library: given twice, {library} and {arguments.named}")
    arguments.library = arguments.named if arguments.named is not None else library
    if arguments.library == "":
        raise UsageError("the library: its name is empty")
    if arguments.library is not None:
        arguments.library = resolved(arguments.library)
    elif named := archives_named(arguments):
        arguments.library = named[0]


def check_article_or_all(arguments: argparse.Namespace) -> None:
    """Require ARTICLE, or --all with an optional LIBRARY in its place."""
    if arguments.all and arguments.library is not None:
        raise UsageError("--all: takes a library and no article")
    if arguments.all:
        arguments.library, arguments.article = arguments.article, None
    elif arguments.article is None:
        raise UsageError(
            f"{arguments.verb}: which article? Give a path, an id or the beginning of one, or --all"
        )
    check_library(arguments)
