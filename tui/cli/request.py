"""What was asked on the command line."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, NoReturn

from tui.cli.overview import OVERVIEW

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

VERBS = ("index", "search", "show", "rivals", "stories", "concordance", "compare", "doctor")

_ROWS = 20
_WITH_VALUE = frozenset({"--library", "--limit", "--sort", "--pairs", "--search"})
_LITERAL = "\0"
"""Marks a query that begins with a dash, until argparse has gone by; no argument can hold it."""


class UsageError(Exception):
    """The command line makes no sense; `str` is one line that says why."""


class Said(Exception):  # noqa: N818 - no error: help or the version was asked for
    """Text that answers the whole request."""


class _Parser(argparse.ArgumentParser):
    """argparse, raising instead of printing and leaving."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{self.prog.removeprefix('diptych').strip() or 'the reader'}: {message}")

    def print_help(self, file: object = None) -> NoReturn:  # noqa: ARG002 - argparse's signature
        raise Said(self.format_help())


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the command line; raise UsageError or Said.

    The namespace has `verb` (a verb, or `reader`), `library` (str or None), `json`, `sync`, and
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
            raise Said(OVERVIEW)
    if "--version" in rest:
        raise Said(f"diptych {version()}\n")
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
        marked.append(_LITERAL + word if dashed and not value else word)
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


def _rivals() -> _Parser:
    parser = _new("rivals", "Find the same story in other sources.")
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


def _plain(asked: argparse.Namespace) -> None:
    """Let --library stand in for LIBRARY."""
    if asked.named is not None and getattr(asked, "library", None) is not None:
        raise UsageError(f"the library: given twice, {asked.library} and {asked.named}")
    asked.library = asked.named if asked.named is not None else getattr(asked, "library", None)
    if asked.library == "":
        raise UsageError("the library: its name is empty")


def _query(asked: argparse.Namespace) -> None:
    asked.query = asked.query.removeprefix(_LITERAL)
    _plain(asked)


def _word(asked: argparse.Namespace) -> None:
    asked.word = asked.word.removeprefix(_LITERAL)
    _plain(asked)


def _one_or_all(asked: argparse.Namespace) -> None:
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
    _plain(asked)


def _two_or_pairs(asked: argparse.Namespace) -> None:
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
    _plain(asked)


def _no_json(asked: argparse.Namespace) -> None:
    if asked.json:
        raise UsageError("--json: goes with a verb, one of " + ", ".join(VERBS))
    _plain(asked)


_PARSERS: dict[str, tuple[Callable[[], _Parser], Callable[[argparse.Namespace], None]]] = {
    "reader": (_reader, _no_json),
    "index": (_index, _plain),
    "search": (_search, _query),
    "show": (_show, _one_or_all),
    "rivals": (_rivals, _one_or_all),
    "concordance": (_concordance, _word),
    "stories": (_stories, _plain),
    "compare": (_compare, _two_or_pairs),
    "doctor": (_doctor, _plain),
}
