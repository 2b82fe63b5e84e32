"""`diptych saved`: saved searches with counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import search
from tui.cli.arguments import UsageError, add_library, check_library
from tui.cli.exit_codes import DONE, NOTHING_FOUND
from tui.cli.open_library import open_desk
from tui.cli.streams import write_json
from tui.cli.styled_lines import print_styled, write
from tui.cli.verb import Verb

if TYPE_CHECKING:
    import argparse


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    add_library(parser)
    parser.add_argument(
        "--add", nargs=2, action="append", default=[], metavar=("NAME", "QUERY"), help="save one"
    )
    parser.add_argument("--remove", action="append", default=[], metavar="NAME", help="forget one")


def _check(arguments: argparse.Namespace) -> None:
    check_library(arguments)
    for name, _ in arguments.add:
        if search.tag_name(name) != name or '"' in name:
            raise UsageError(
                f'saved: "{name[:80]}" can be no name: it wants a letter, and no signs'
            )


def _run(arguments: argparse.Namespace) -> int:
    with open_desk(arguments) as desk:
        for name, query in arguments.add:
            desk.saved.save(name, query)
        known = {one.name for one in desk.marks.store.saved()}
        for name in arguments.remove:
            if name not in known:
                raise UsageError(f'saved: no search is called "{name[:80]}"')
            desk.marks.store.remove_search(name)
        found = desk.saved.counts()
    if arguments.json:
        write_json({"searches": [one._asdict() for one in found]})
    else:
        for one in found:
            print_styled(one.name, "bold")
            write(f"  {one.total:,} found, {one.unread:,} unread, {one.new:,} new: {one.query}")
    return DONE if found or arguments.remove else NOTHING_FOUND


VERB = Verb("Print the saved searches, with counts.", _add_arguments, _run, _check)
