"""What a verb of the command line is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.cli.arguments import check_library

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable


class Verb(NamedTuple):
    """What the module of a verb gives, under the name `VERB`.

    Attributes:
        description: the sentence at the beginning of its --help.
        add_arguments: adds what this verb takes to a parser, which has `--library`, `--no-sync`
            and `--json` already.
        run: does it with the arguments and gives the exit code.
        check: validates the arguments together once they are parsed, and has `library` hold the
            library that was asked for; raises UsageError.
        query_argument: the argument that is a query, which may begin with a dash.
        short_options: options of one dash and one letter, which then are no query.
        interactive: whether it handles signals, and turns on garbage collection, by itself.
    """

    description: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]
    check: Callable[[argparse.Namespace], None] = check_library
    query_argument: str | None = None
    short_options: tuple[str, ...] = ()
    interactive: bool = False
