"""The verbs with their options and what they take, as argparse knows them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal, TypeAlias

from tui.cli.request import parser_of
from tui.cli.verb_list import READER, VERBS

if TYPE_CHECKING:
    import argparse

Kind: TypeAlias = Literal["folder", "file", "text", "choice", "nothing"]
"""What is completed: names of folders or of files, one of some words, or nothing."""

_KINDS: dict[str, Kind] = {"DIR": "folder", "LIBRARY": "file", "FILE": "file"}
_ARTICLES = frozenset({"ARTICLE", "LEFT", "RIGHT", "A", "B"})
"""An article may be named by its path."""


@dataclass(frozen=True, slots=True)
class Taken:
    """An option, or an argument by its place.

    Attributes:
        names: of an option, `--limit`; empty for an argument.
        values: what it takes, in capitals, one for each.
        help: a phrase; empty if its name says it.
        choices: the words it may be, if there are only some.
        many: whether an argument may stand there again and again.
    """

    names: tuple[str, ...]
    values: tuple[str, ...]
    help: str
    choices: tuple[str, ...] = ()
    many: bool = False

    @property
    def kind(self) -> Kind:
        """What is completed after it."""
        if self.choices:
            return "choice"
        if not self.values:
            return "nothing"
        value = self.values[0].split()[0]
        return "file" if value in _ARTICLES else _KINDS.get(value, "text")


@dataclass(frozen=True, slots=True)
class VerbOptions:
    """A verb, the reader being the one without a name, and all that it takes."""

    name: str
    usage: str
    summary: str
    description: str
    options: tuple[Taken, ...]
    arguments: tuple[Taken, ...]


@cache
def reader_options() -> VerbOptions:
    """Give what the reader takes. Loads its module."""
    return _options_of(READER.name)


@cache
def verb_options() -> tuple[VerbOptions, ...]:
    """Give what each verb takes, in the order of the list of verbs. Loads all their modules."""
    return tuple(_options_of(verb.name) for verb in VERBS)


def _options_of(name: str) -> VerbOptions:
    listed = next(verb for verb in (*VERBS, READER) if verb.name == name)
    parser = parser_of(listed)
    taken = [_taken(action) for action in parser._actions]  # noqa: SLF001 - argparse shows them nowhere else
    return VerbOptions(
        name,
        listed.usage,
        listed.summary,
        parser.description or "",
        tuple(one for one in taken if one.names),
        tuple(one for one in taken if not one.names),
    )


def _taken(action: argparse.Action) -> Taken:
    choices = tuple(map(str, action.choices or ()))
    metavar = action.metavar or action.dest.upper()
    values = metavar if isinstance(metavar, tuple) else (metavar,)
    if action.nargs == 0:
        values = ()
    said, many = (action.help or "").strip(), action.nargs in {"*", "+"}
    return Taken(tuple(action.option_strings), values, said, choices, many)
