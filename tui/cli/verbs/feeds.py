"""`diptych feeds`: the subscriptions of a library."""

from __future__ import annotations

from typing import TYPE_CHECKING

import search
from tui.cli.arguments import add_library, check_library
from tui.cli.exit_codes import DONE, NOTHING_FOUND
from tui.cli.library_path import check_own_folder
from tui.cli.open_library import new_desk
from tui.cli.streams import notify, write_json, write_text
from tui.cli.styled_lines import count, write
from tui.cli.verb import Verb

if TYPE_CHECKING:
    import argparse

    from search import Updates
    from tui.cli.json_fields import Document


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    add_library(parser)
    parser.add_argument("--opml", action="store_true", help="print them as OPML, for other readers")
    parser.add_argument("--remove", metavar="URL", help="end a subscription; its articles stay")


def _check(arguments: argparse.Namespace) -> None:
    check_library(arguments)
    check_own_folder("feeds", arguments)


def _run(arguments: argparse.Namespace) -> int:
    desk = new_desk(arguments)
    try:
        updates = search.Updates(desk)
        if arguments.remove is not None and not updates.remove(arguments.remove):
            notify(f"{arguments.remove}: the library doesn't subscribe to it")
            return NOTHING_FOUND
        if arguments.remove is not None:
            notify(f"no longer subscribed to {arguments.remove}; its articles stay")
        elif not updates.feeds:
            notify("the library subscribes to no feed: diptych add URL does")
        for fault in updates.faults:
            notify(fault)
        if arguments.opml:
            write_text(updates.opml())
        elif arguments.json:
            write_json(_document(updates))
        else:
            for feed, state in updates.feeds:
                failing = f" (failed {count(state.failing, 'time')})" if state.failing else ""
                kind = f"  ({feed.kind})" if feed.kind != "feed" else ""
                faults = filter(None, (feed.fault, *feed.told))
                fault = "".join(f" ({one})" for one in faults)
                write(f"{feed.url}  {feed.title}".rstrip() + kind + failing + fault)
        return DONE if updates.feeds or arguments.remove else NOTHING_FOUND
    finally:
        desk.close()


def _document(updates: Updates) -> Document:
    return {
        "feeds": [
            {
                "url": feed.url,
                "title": feed.title,
                "kind": feed.kind,
                "articles": state.articles,
                "checked": state.checked or None,
                "failing": state.failing,
            }
            for feed, state in updates.feeds
        ]
    }


VERB = Verb(
    "List the feeds a library subscribes to, or end a subscription.", _add_arguments, _run, _check
)
