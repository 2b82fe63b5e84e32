"""How what was asked fits together: each verb's arguments, once argparse has read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

VERBS = (
    "index",
    "search",
    "show",
    "rivals",
    "counterparts",
    "stories",
    "concordance",
    "compare",
    "sources",
    "doctor",
)

LITERAL = "\0"
"""Marks a query that begins with a dash, until argparse has gone by; no argument can hold it."""


class UsageError(Exception):
    """The command line makes no sense; `str` is one line that says why."""


def plain(asked: argparse.Namespace) -> None:
    """Let --library stand in for LIBRARY."""
    if asked.named is not None and getattr(asked, "library", None) is not None:
        raise UsageError(f"the library: given twice, {asked.library} and {asked.named}")
    asked.library = asked.named if asked.named is not None else getattr(asked, "library", None)
    if asked.library == "":
        raise UsageError("the library: its name is empty")


def query(asked: argparse.Namespace) -> None:
    """Take the query as it was typed."""
    asked.query = asked.query.removeprefix(LITERAL)
    plain(asked)


def word(asked: argparse.Namespace) -> None:
    """Take the word as it was typed."""
    asked.word = asked.word.removeprefix(LITERAL)
    plain(asked)


def one_or_all(asked: argparse.Namespace) -> None:
    """Take one article, or a library whose articles are all meant."""
    if asked.all and asked.library is not None:
        raise UsageError("--all: takes a library and no article")
    if asked.all:
        asked.library, asked.article = asked.article, None
    elif asked.article is None:
        raise UsageError(
            f"{asked.verb}: which article? Give a path, an id or the beginning of one, or --all"
        )
    elif asked.verb == "show" and asked.library is not None:
        raise UsageError("show: takes one article; --library names the library")
    plain(asked)


def two_or_pairs(asked: argparse.Namespace) -> None:
    """Take two articles, or a file of pairs."""
    if asked.pairs is not None and asked.left is not None:
        raise UsageError("compare: takes two articles or --pairs, not both")
    if asked.markdown or asked.html:
        form = "--markdown" if asked.markdown else "--html"
        if asked.json or asked.pairs is not None:
            raise UsageError(f"compare: {form} takes two articles and no --json or --pairs")
    if asked.pairs is None and asked.right is None:
        raise UsageError(
            "compare: which articles? Give two, each by path, id or the beginning of one"
        )
    plain(asked)


def none_or_two(asked: argparse.Namespace) -> None:
    """Tell names from the library: two names, and the library last; or the library alone."""
    names: list[str] = asked.names
    if len(names) > 3:  # noqa: PLR2004 - two names and a library
        raise UsageError("sources: takes two sources and a library, no more")
    asked.left, asked.right = names[:2] if len(names) > 1 else (None, None)
    asked.library = names[-1] if len(names) in {1, 3} else None
    if asked.json and asked.markdown:
        raise UsageError("sources: --json or --markdown, not both")
    if asked.markdown and asked.left is None:
        raise UsageError("sources: --markdown takes two sources")
    plain(asked)


def no_json(asked: argparse.Namespace) -> None:
    """Open the reader, which prints nothing."""
    if asked.json:
        raise UsageError("--json: goes with a verb, one of " + ", ".join(VERBS))
    plain(asked)
