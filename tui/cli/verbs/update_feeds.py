"""`diptych update`: fetch what the library subscribes to."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import search
from tui.cli.arguments import add_library, check_library
from tui.cli.exit_codes import DONE, FAILED, NOTHING_FOUND
from tui.cli.library_path import allowed_hosts, check_own_folder, cookie_file
from tui.cli.open_library import open_desk_as_it_is
from tui.cli.streams import notify, write_json
from tui.cli.styled_lines import count, write
from tui.cli.verb import Verb

if TYPE_CHECKING:
    import argparse

    from search import FeedUpdate
    from tui.cli.json_fields import Document


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    add_library(parser)
    parser.add_argument(
        "--full",
        action="store_true",
        help="fetch the whole text where a feed has only a part of it",
    )
    parser.add_argument(
        "--allow-host",
        action="append",
        default=[],
        metavar="HOST",
        help="a host of this machine or a private network that may be asked",
    )


def _check(arguments: argparse.Namespace) -> None:
    check_library(arguments)
    check_own_folder("update", arguments)


def _run(arguments: argparse.Namespace) -> int:
    begun = time.monotonic()
    done: list[FeedUpdate] = []
    with open_desk_as_it_is(arguments) as (desk, sync):
        hosts = allowed_hosts(arguments.allow_host)
        updates = search.Updates(desk, hosts, cookies=cookie_file(), sync=sync)
        total = len(updates.feeds)
        for fault in updates.faults:
            notify(fault)
        for one in updates.run(full=arguments.full):
            done.append(one)
            # Whoever waits sees how far it is; a file of lines has no use for that.
            place = f"{len(done):,}/{total:,} " if sys.stdout.isatty() else ""
            _tell(one, place, said=not arguments.json)
        library = str(desk.library)
    totals = {
        "added": sum(one.added for one in done),
        "changed": sum(one.changed for one in done),
        "failed": sum(one.status == "failed" for one in done),
    }
    if arguments.json:
        seconds = round(time.monotonic() - begun, 3)
        feeds = [_feed(one) for one in done]
        write_json({"library": library, "feeds": feeds, **totals, "seconds": seconds})
    else:
        feeds_words = count(len(done), "feed")
        write(
            f"{library}: {feeds_words}, {count(totals['added'], 'article')} added, {totals['changed']:,} changed"
        )
    if not done:
        notify(f"{library}: it subscribes to no feeds; diptych add ADDRESS subscribes to one")
        return NOTHING_FOUND
    return DONE if totals["failed"] < len(done) else FAILED


def _tell(one: FeedUpdate, place: str, *, said: bool) -> None:
    """Say what came of a feed, the so-manieth of all, and of its entries what can't come in."""
    name = one.title or one.url
    if one.status == "failed":
        later = f"; not before {one.next}" if one.next else ""
        notify(f"{one.url}: {one.reason}{later}")
    elif said:
        parts = [f"{one.added:,} new"]
        parts += [f"{one.changed:,} changed"] if one.changed else []
        parts += [f"{one.muted:,} muted"] if one.muted else []
        parts += [f"{one.removed:,} taken out"] if one.removed else []
        write(f"{place}{name}: {one.reason or ', '.join(parts)}")
    for sentence in one.told:
        notify(sentence)
    for entry in one.failed:
        notify(f"{entry.origin}: {entry.reason}")


def _feed(one: FeedUpdate) -> Document:
    fields = one._asdict()
    del fields["failed"]
    return {**fields, "entries_failed": len(one.failed)}


VERB = Verb(
    "Fetch every feed the library subscribes to, and bring in what is new.",
    _add_arguments,
    _run,
    _check,
)
