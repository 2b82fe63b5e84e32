"""`diptych push`: bring an archive on OpenSearch up to date with a library."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from dataclasses import asdict
from typing import TYPE_CHECKING

import search
from search import json_text, named_path
from tui.cli.archive_names import resolved
from tui.cli.arguments import UsageError
from tui.cli.exit_codes import DONE, FAILED
from tui.cli.library_path import archives_for, configured
from tui.cli.open_library import open_desk
from tui.cli.streams import notify, write_json
from tui.cli.styled_lines import count, write
from tui.cli.verb import Verb

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from search import PushReport
    from tui.cli.json_fields import Document

_TOLD = 20
"""Articles that are named for each fault; the file has all."""
_UNREAD = "it can't be read, and stays there as it was"


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("library", metavar="LIBRARY", help="a folder of articles, or one file")
    parser.add_argument(
        "archive",
        metavar="ARCHIVE",
        help="opensearch://HOST:PORT/INDEX, or its name in the settings",
    )
    parser.add_argument(
        "--keep-gone", action="store_true", help="leave there what the library hasn't got any more"
    )
    parser.add_argument(
        "--rejected", metavar="FILE", help="keep the articles that the archive doesn't take"
    )


def _check(arguments: argparse.Namespace) -> None:
    if arguments.named is not None:
        raise UsageError("push: takes its library in its place, before the archive")
    arguments.archive = resolved(arguments.archive)
    if not search.is_archive(arguments.archive):
        raise UsageError(
            f"push: {arguments.archive} is no archive; one is opensearch://HOST:PORT/INDEX"
        )
    if search.is_archive(arguments.library):
        raise UsageError("push: only a folder or a file can be pushed")


def _run(arguments: argparse.Namespace) -> int:
    archives = archives_for(arguments, arguments.archive, configured().archives)
    with open_desk(arguments) as desk, _progress() as update:
        report = search.push_library(
            desk, arguments.archive, update, keep_gone=arguments.keep_gone, archives=archives
        )
    for path in report.unread[:_TOLD]:
        notify(f"{path}: {_UNREAD}")
    for one in report.rejected[:_TOLD]:
        notify(f"{one.path}: the archive doesn't take it: {one.reason}")
    if arguments.rejected and report.rejected:
        search.write_whole(named_path(arguments.rejected), _lines(report))
    if arguments.json:
        write_json(_document(report))
    else:
        _print(report)
    return FAILED if report.rejected else DONE


def _lines(report: PushReport) -> Iterator[str]:
    for one in report.rejected:
        article = asdict(one.article) if one.article is not None else None
        line = {"path": one.path, "reason": one.reason, "article": article}
        yield json_text(line) + "\n"


def _document(report: PushReport) -> Document:
    sent = report.added + report.changed
    rejected = [{"path": one.path, "reason": one.reason} for one in report.rejected]
    here = sum(one.article is not None for one in report.rejected)
    return {
        "archive": str(report.archive),
        "sent": sent,
        "created": report.added,
        "unchanged": report.articles - sent - here - len(report.unread),
        "failed": [*rejected, *({"path": path, "reason": _UNREAD} for path in report.unread)],
        "articles": report.articles,
        "added": report.added,
        "changed": report.changed,
        "removed": report.removed,
        "kept": report.kept,
        "unread": list(report.unread),
        "rejected": rejected,
        "seconds": round(report.seconds, 3),
    }


def _print(report: PushReport) -> None:
    done = f"{report.added} added, {report.changed} changed, {report.removed} removed"
    more = {
        "kept though gone here": report.kept,
        "unread": len(report.unread),
        "rejected": len(report.rejected),
    }
    told = "".join(f", {number} {name}" for name, number in more.items() if number)
    write(f"{report.archive}: {count(report.articles, 'article')} ({done}{told})")


def _progress() -> AbstractContextManager[Callable[[int, int], None]]:
    if not sys.stderr.isatty():
        return nullcontext(lambda _, __: None)
    from tui.cli.progress_bar import counting_bar  # noqa: PLC0415 - for terminals only

    return counting_bar("sending")


VERB = Verb("Send to an archive what is new or changed in a library.", _add_arguments, _run, _check)
