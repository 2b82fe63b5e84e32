"""`diptych index`: bring the index up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search import is_archive, shown_library
from tui.cli.arguments import UsageError, add_library, check_library
from tui.cli.exit_codes import DONE, NOTHING_FOUND
from tui.cli.open_library import new_desk, notify_of_rebuild, sync
from tui.cli.skipped_words import skipped_words
from tui.cli.streams import notify, write_json
from tui.cli.styled_lines import count, write
from tui.cli.verb import Verb

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from search import SyncReport
    from tui.cli.json_fields import Document


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    add_library(parser)
    parser.add_argument("--rebuild", action="store_true", help="build it anew")


def _check(arguments: argparse.Namespace) -> None:
    check_library(arguments)
    if arguments.library is not None and is_archive(arguments.library):
        raise UsageError("index: only diptych push brings an archive up to date")


def _run(arguments: argparse.Namespace) -> int:
    desk = new_desk(arguments)
    try:
        report = sync(desk, rebuild=arguments.rebuild)
        notify_of_rebuild(report)
        for error in report.failed:
            notify(str(error))
        for one in report.cut:
            notify(f"{one.path}: left out: {one.what}")
        for skipped in report.skipped:
            needs = f"; {skipped.needs}" if skipped.needs else ""
            notify(f"passed over: {skipped_words(skipped)}{needs}")
        if report.addresses:
            notify(
                f"{count(report.addresses, 'address', 'addresses')} without the texts they lead to"
            )
        if arguments.json:
            write_json(_document(desk.library, report))
        else:
            _print(desk.library, report)
    finally:
        desk.close()
    if not report.articles:
        notify(f"{shown_library(desk.library)}: there are no articles in it")
        return NOTHING_FOUND
    return DONE


def _document(library: Path, report: SyncReport) -> Document:
    return {
        "library": str(library),
        "articles": report.articles,
        "added": report.added,
        "changed": report.changed,
        "removed": report.removed,
        "failed": [{"path": error.path, "reason": error.reason} for error in report.failed],
        "cut": [{"path": one.path, "what": one.what} for one in report.cut],
        "skipped": [one._asdict() for one in report.skipped],
        "addresses": report.addresses,
        "rebuilt": report.rebuilt,
        "seconds": round(report.seconds, 3),
    }


def _print(library: Path, report: SyncReport) -> None:
    done = f"{report.added} added, {report.changed} changed, {report.removed} removed"
    failed = f", {len(report.failed)} failed" if report.failed else ""
    write(f"{library}: {count(report.articles, 'article')} ({done}{failed})")


VERB = Verb("Bring the index up to date.", _add_arguments, _run, _check)
