"""From the words of the command line to a verb and its arguments."""

from __future__ import annotations

import argparse
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from tui.cli.archive_names import without_logins
from tui.cli.arguments import UsageError
from tui.cli.overview import overview
from tui.cli.verb_list import READER, VERB_NAMES, VERBS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.cli.verb import Verb
    from tui.cli.verb_list import ListedVerb

_TAKES_VALUE = frozenset(
    {"--library", "--limit", "--sort", "--pairs", "--search"}
    | {"--tag", "--untag", "--note", "--passage", "--remove"}
    | {"--format", "-o", "--article", "--story", "--stories", "--rejected"}
    | {"--to", "--allow-host", "--of", "--claims", "--uses", "--from", "--field"}
)
"""Options that take a value: the verb is found by skipping those, before its parser is known."""
_LITERAL = "\0"
"""Put before a word that begins with a dash and is no option, so that argparse takes it for none.

No argument of a process can hold this character.
"""


class HelpShown(Exception):  # noqa: N818 - no error: help or the version was asked for
    """Text that answers the whole request."""


class Request(NamedTuple):
    """A verb and what it was asked for, validated.

    `arguments` has what all verbs take: `verb` (its name as typed, empty for the reader), `library`
    (str or None), `json`, `sync`, `insecure` and `logins` (of archives: the address, the user and the
    password of each that had them); and what this verb adds.
    """

    verb: Verb
    arguments: argparse.Namespace


class _Parser(argparse.ArgumentParser):
    """argparse, raising instead of printing and leaving."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{self.prog.removeprefix('diptych').strip() or 'the reader'}: {message}")

    def print_help(self, file: object = None) -> NoReturn:  # noqa: ARG002 - argparse's signature
        raise HelpShown(self.format_help())


def parse(words: Sequence[str]) -> Request:
    """Parse the command line; raise UsageError or HelpShown.

    Loads the module of the verb that is asked for, and of no other.
    """
    plain, logins = without_logins(words)
    listed, rest = _split(plain)
    options = rest[: rest.index("--")] if "--" in rest else rest
    if listed is READER and {"--help", "-h"} & set(options):
        raise HelpShown(overview())
    if "--version" in options:
        raise HelpShown(f"diptych {version()}\n")
    verb: Verb = import_module(listed.module).VERB
    parser = _parser(listed.name, verb)
    if listed is READER:
        arguments = _parse_reader(parser, rest)
    else:
        arguments = parser.parse_intermixed_args(_with_literals(rest, _options_of(verb)))
    _unmark(arguments)
    arguments.verb, arguments.logins = listed.name, logins
    verb.check(arguments)
    return Request(verb, arguments)


def parser_of(listed: ListedVerb) -> argparse.ArgumentParser:
    """Give the parser of a verb, or of the reader. Loads its module."""
    return _parser(listed.name, import_module(listed.module).VERB)


def version() -> str:
    """Give the version of the program; `unknown` where it runs without being installed."""
    from importlib import metadata  # noqa: PLC0415 - the reader's first frame doesn't wait for it

    try:
        return metadata.version("diptych")
    except metadata.PackageNotFoundError:
        return "unknown"


def _split(words: Sequence[str]) -> tuple[ListedVerb, list[str]]:
    """Find the verb among the words; give it, else the reader, and the other words."""
    at = _first_plain(words)
    if at is not None:
        for verb in VERBS:
            if verb.name == words[at]:
                return verb, [*words[:at], *words[at + 1 :]]
    return READER, list(words)


def _first_plain(words: Sequence[str]) -> int | None:
    """Find the first word that is neither an option nor an option's value."""
    skip = 0
    for i, word in enumerate(words):
        if skip:
            skip -= 1
        elif word in {"--compare", "--add", "--sources"}:
            skip = 2
        elif word in _TAKES_VALUE:
            skip = 1
        elif word == "--":
            return None  # what follows are names, and none of a verb
        elif not word.startswith("-"):
            return i
    return None


def _options_of(verb: Verb) -> frozenset[str] | None:
    """Give the options of one dash of a verb that takes a query; None for others."""
    return None if verb.query_argument is None else frozenset({"-", "-h", *verb.short_options})


def _with_literals(words: Sequence[str], options: frozenset[str] | None) -> list[str]:
    """Mark what begins with a dash and is no option: what follows `--`; words of queries.

    `options` are those of one dash, where there may be words of queries.
    """
    end = words.index("--") if "--" in words else len(words)
    marked = list(words[:end]) if options is None else _with_literal_queries(words[:end], options)
    return marked + [_LITERAL + word for word in words[end + 1 :]]


def _unmark(arguments: argparse.Namespace) -> None:
    for name, value in vars(arguments).items():
        setattr(arguments, name, _unmarked(value))


def _unmarked(value: object) -> object:
    """Take the mark off a word, or off each of a list of words, or of lists of them."""
    if isinstance(value, list):
        return [_unmarked(one) for one in value]
    return value.removeprefix(_LITERAL) if isinstance(value, str) else value


def _with_literal_queries(words: Sequence[str], options: frozenset[str]) -> list[str]:
    """Mark words such as `-pompeo`, which are queries and no options."""
    marked: list[str] = []
    for i, word in enumerate(words):
        dashed = word.startswith("-") and not word.startswith("--") and word not in options
        value = i > 0 and words[i - 1] in _TAKES_VALUE
        marked.append(_LITERAL + word if dashed and not value else word)
    return marked


def _parser(name: str, verb: Verb) -> _Parser:
    """Make the parser of a verb: what all verbs take, then what it takes."""
    parser = _Parser(
        prog=f"diptych {name}".strip(), description=verb.description, allow_abbrev=False
    )
    parser.add_argument("--library", dest="named", metavar="DIR", help="the library to use")
    parser.add_argument(
        "--no-sync", dest="sync", action="store_false", help="don't look for changed files first"
    )
    parser.add_argument(
        "--insecure", action="store_true", help="believe any certificate of an archive"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    verb.add_arguments(parser)
    return parser


def _parse_reader(parser: _Parser, words: Sequence[str]) -> argparse.Namespace:
    """Parse a command line without a verb: what is left over may be meant as one."""
    arguments, more = parser.parse_known_args(_with_literals(words, None))
    if more and arguments.library:
        raise UsageError(
            f"{arguments.library}: no verb is called so; there are {', '.join(VERB_NAMES)}, "
            "and a library to be read stands alone"
        )
    if more:
        raise UsageError(f"the reader: there is no option {more[0]}")
    return arguments
