"""Opening a library with its index up to date.

`search.Desk` is looked up when it is called, which loads it: --help doesn't wait for an engine.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import search
from search import IndexFailedError
from tui.cli.library_path import configured, known_archives, library_path
from tui.cli.streams import notify
from tui.cli.styled_lines import count

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

    from search import Desk, SyncReport


def new_desk(arguments: argparse.Namespace) -> Desk:
    """Open the library that was asked for, and leave its index as it is."""
    chosen = configured()
    library = library_path(arguments)
    return search.Desk(
        library,
        memory=chosen.memory << 20,
        names=chosen.names,
        columns=chosen.columns,
        archives=known_archives(arguments, library),
    )


@contextmanager
def open_desk(arguments: argparse.Namespace, *, needs_index: bool = True) -> Iterator[Desk]:
    """Open the library, sync its index unless --no-sync was given, and close it in the end.

    Where the index can't be written, for instance because another program is writing it, the
    existing one is used as it is; without one that is an error, if `needs_index`.
    """
    desk = new_desk(arguments)
    try:
        if arguments.sync or (needs_index and not desk.ready):
            _sync_if_possible(desk, needs_index=needs_index)
        _notify_of_events(desk)
        yield desk
    finally:
        _notify_of_events(desk)
        desk.close()


@contextmanager
def open_desk_as_it_is(
    arguments: argparse.Namespace,
) -> Iterator[tuple[Desk, Callable[[], None]]]:
    """Open the library with its index as it is; give it with what syncs it as `open_desk` does.

    For a verb that seldom needs the index.
    """
    desk = new_desk(arguments)
    try:
        yield desk, lambda: _sync_if_possible(desk, needs_index=False) if arguments.sync else None
    finally:
        _notify_of_events(desk)
        desk.close()


def sync(desk: Desk, *, rebuild: bool = False) -> SyncReport:
    """Sync, with a progress bar where standard error is a terminal."""
    try:
        if not sys.stderr.isatty():
            return desk.sync(rebuild=rebuild)
        from tui.cli.progress_bar import progress_bar  # noqa: PLC0415 - for terminals only

        with progress_bar() as update:
            return desk.sync(update, rebuild=rebuild)
    finally:
        _notify_of_events(desk)


def notify_of_rebuild(report: SyncReport) -> None:
    """Say in one line when the index had to be built anew."""
    if report.rebuilt in {"damaged", "outdated"}:
        notify(f"the index was {report.rebuilt} and has been built anew")


def _sync_if_possible(desk: Desk, *, needs_index: bool) -> None:
    try:
        report = sync(desk)
    except IndexFailedError as error:
        away = search.is_archive(str(desk.library))  # and nothing of it is kept here
        if away or (needs_index and not desk.ready):
            raise
        notify(f"{error}; going on with what there is")
        return
    notify_of_rebuild(report)
    if report.failed:
        what = count(len(report.failed), "article")
        notify(f"{what} could not be read; diptych index names them")


def _notify_of_events(desk: Desk) -> None:
    """Print what has happened to the library or its index since this was last called."""
    for sentence in desk.hear():
        notify(sentence)
