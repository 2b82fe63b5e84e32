"""What was asked on the command line."""

from __future__ import annotations

import argparse
from functools import partial
from typing import TYPE_CHECKING, NoReturn

from tui.cli import arguments as fitting
from tui.cli.arguments import VERBS, UsageError
from tui.cli.overview import OVERVIEW

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_ROWS = 20
_WITH_VALUE = frozenset({"--library", "--limit", "--sort", "--pairs", "--search"})


class HelpShown(Exception):  # noqa: N818 - no error: help or the version was asked for
    """Text that answers the whole request."""


class _Parser(argparse.ArgumentParser):
    """argparse, raising instead of printing and leaving."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{self.prog.removeprefix('diptych').strip() or 'the reader'}: {message}")

    def print_help(self, file: object = None) -> NoReturn:  # noqa: ARG002 - argparse's signature
        raise HelpShown(self.format_help())


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the command line; raise UsageError or HelpShown.

    The namespace has `verb` (a verb by its first name, or `reader`), `library` (str or None), `json`, `sync`, and
    what the verb takes: `query`, `word`, `by_source`, `article`, `left`, `right`, `limit`, `sort`, `all`, `pairs`,
    `rebuild`, `same_source`, `search`, `compare`, `markdown`, `html`.
    """
    at = _first_plain(arguments)
    verb = arguments[at] if at is not None else None
    if verb in VERBS and at is not None:
        rest = [*arguments[:at], *arguments[at + 1 :]]
    else:
        verb, rest = "reader", list(arguments)
        if {"--help", "-h"} & set(rest):
            raise HelpShown(OVERVIEW)
    if "--version" in rest:
        raise HelpShown(f"diptych {version()}\n")
    parser, finish = _PARSERS[verb]
    if verb in {"search", "concordance"}:
        rest = _with_query(rest)
    if verb == "reader":
        asked, more = parser().parse_known_args(rest)
        if more and asked.library:
            raise UsageError(
                f"{asked.library}: no verb is called so; there are {', '.join(VERBS)}, "
                "and a library to be read stands alone"
            )
        if more:
            raise UsageError(f"the reader: there is no option {more[0]}")
    else:
        asked = parser().parse_intermixed_args(rest)
    asked.verb = verb
    finish(asked)
    asked.verb = _ALSO.get(verb, verb)
    return asked


def version() -> str:
    """Give the version of the program; `unknown` where it runs without being installed."""
    from importlib import metadata  # noqa: PLC0415 - the reader's first frame doesn't wait for it

    try:
        return metadata.version("diptych")
    except metadata.PackageNotFoundError:
        return "unknown"


def _first_plain(arguments: Sequence[str]) -> int | None:
    """Find the first argument that is neither an option nor an option's value."""
    skip = 0
    for i, argument in enumerate(arguments):
        if skip:
            skip -= 1
        elif argument == "--compare":
            skip = 2
        elif argument in _WITH_VALUE:
            skip = 1
        elif not argument.startswith("-"):
            return i
    return None


def _with_query(arguments: Sequence[str]) -> list[str]:
    """Mark `-pompeo`, a query, so that it is taken for no option."""
    marked: list[str] = []
    for i, word in enumerate(arguments):
        dashed = word.startswith("-") and not word.startswith("--") and word not in {"-", "-h"}
        value = i > 0 and arguments[i - 1] in _WITH_VALUE
        marked.append(fitting.LITERAL + word if dashed and not value else word)
    return marked


def _new(verb: str, says: str) -> _Parser:
    parser = _Parser(prog=f"diptych {verb}".strip(), description=says, allow_abbrev=False)
    parser.add_argument("--library", dest="named", metavar="DIR", help="the library to use")
    parser.add_argument(
        "--no-sync", dest="sync", action="store_false", help="don't look for changed files first"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    return parser


def _reader() -> _Parser:
    parser = _new("", "Open the reader.")
    parser.add_argument("library", nargs="?", metavar="LIBRARY")
    start = parser.add_mutually_exclusive_group()
    start.add_argument("--search", metavar="QUERY")
    start.add_argument("--compare", nargs=2, metavar=("A", "B"))
    return parser


def _index() -> _Parser:
    parser = _new("index", "Bring the index up to date.")
    parser.add_argument("library", nargs="?", metavar="LIBRARY")
    parser.add_argument("--rebuild", action="store_true", help="build it anew")
    return parser


def _search() -> _Parser:
    parser = _new("search", "Search the library.")
    parser.add_argument("query", metavar="QUERY")
    parser.add_argument("library", nargs="?", metavar="LIBRARY")
    parser.add_argument("--limit", type=_count, default=_ROWS, help=f"rows at most ({_ROWS})")
    parser.add_argument(
        "--sort", choices=("relevance", "newest", "oldest"), default="relevance", help="the order"
    )
    return parser


def _show() -> _Parser:
    parser = _new("show", "Print an article as it was understood.")
    parser.add_argument("article", nargs="?", metavar="ARTICLE")
    parser.add_argument("library", nargs="?", metavar="LIBRARY", help="only with --all")
    parser.add_argument(
        "--all", action="store_true", help="print every article of the library as JSON Lines"
    )
    return parser


def _rivals(verb: str = "rivals") -> _Parser:
    parser = _new(verb, "Find the same story in other sources.")
    parser.add_argument("article", nargs="?", metavar="ARTICLE")
    parser.add_argument("library", nargs="?", metavar="LIBRARY")
    parser.add_argument("--limit", type=_count, default=_ROWS, help=f"rows at most ({_ROWS})")
    parser.add_argument("--same-source", action="store_true", help="its own source's articles too")
    parser.add_argument(
        "--all", action="store_true", help="print every article's rivals as JSON Lines"
    )
    return parser


def _concordance() -> _Parser:
    parser = _new("concordance", "Give every use of a word or phrase, in its context.")
    parser.add_argument("word", metavar="WORD", help="all its forms; in quotes, just as it stands")
    parser.add_argument("library", nargs="?", metavar="LIBRARY")
    parser.add_argument("--limit", type=_count, default=None, help="lines at most (all)")
    parser.add_argument(
        "--sort",
        choices=("after", "before", "newest", "oldest"),
        default="after",
        help="by the words after it (as it is without this), before it, or by day",
    )
    parser.add_argument("--by-source", action="store_true", help="each source's lines together")
    return parser


def _stories() -> _Parser:
    parser = _new("stories", "Group the library into stories, largest first.")
    parser.add_argument("library", nargs="?", metavar="LIBRARY")
    parser.add_argument("--limit", type=_count, help="stories at most (all)")
    return parser


def _compare() -> _Parser:
    parser = _new("compare", "Compare two articles.")
    parser.add_argument("left", nargs="?", metavar="LEFT")
    parser.add_argument("right", nargs="?", metavar="RIGHT")
    parser.add_argument(
        "--pairs",
        metavar="FILE",
        help="compare the pairs in a file, LEFT<TAB>RIGHT a line (- for standard input), "
        "and print JSON Lines",
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--markdown", action="store_true", help="print it as Markdown")
    form.add_argument(
        "--html", action="store_true", help="print it as one HTML page, for a browser or on paper"
    )
    return parser


def _sources() -> _Parser:
    parser = _new(
        "sources", "Set two sources against each other over the whole library, or list all."
    )
    parser.add_argument(
        "names",
        nargs="*",
        metavar="LEFT RIGHT LIBRARY",
        help="two sources, the library last; without sources all are listed",
    )
    parser.add_argument(
        "--limit",
        type=_count,
        default=None,
        help=f"words of each side at most ({_ROWS}; with --json all); sources at most (all)",
    )
    parser.add_argument("--markdown", action="store_true", help="print it as Markdown")
    return parser


def _doctor() -> _Parser:
    parser = _new("doctor", "Say what is installed, found, broken, and how to mend it.")
    parser.add_argument("library", nargs="?", metavar="LIBRARY")
    return parser


def _count(text: str) -> int:
    """Read a number of rows, 0 or more."""
    try:
        number = int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f'"{text}" is no number') from None
    if number < 0:
        raise argparse.ArgumentTypeError("rows can't be fewer than none")
    return number


_ALSO = {"counterparts": "rivals"}
"""Verbs by another name."""

_PARSERS: dict[str, tuple[Callable[[], _Parser], Callable[[argparse.Namespace], None]]] = {
    "reader": (_reader, fitting.no_json),
    "index": (_index, fitting.plain),
    "search": (_search, fitting.query),
    "show": (_show, fitting.one_or_all),
    "rivals": (_rivals, fitting.one_or_all),
    "counterparts": (partial(_rivals, "counterparts"), fitting.one_or_all),
    "concordance": (_concordance, fitting.word),
    "stories": (_stories, fitting.plain),
    "compare": (_compare, fitting.two_or_pairs),
    "sources": (_sources, fitting.none_or_two),
    "doctor": (_doctor, fitting.plain),
}
