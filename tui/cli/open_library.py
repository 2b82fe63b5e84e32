"""A library's desk, its index up to date."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from search import Desk, IndexFailedError
from tui.cli.library_path import configured, library
from tui.cli.signal_handling import tidy_when_stopped
from tui.cli.streams import count, tell

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

    from search import SyncProgress, SyncReport


@contextmanager
def opened(asked: argparse.Namespace, *, needs_index: bool = True) -> Iterator[Desk]:
    """Open the library and bring its index up to date, unless told not to.

    When another program is writing the index, or it can't be written, the one there is is used,
    as it is; without one, that is an error for who needs it.
    """
    desk = Desk(library(asked), memory=configured().memory << 20)
    try:
        if asked.sync or (needs_index and not desk.ready):
            _freshen(desk, needs_index=needs_index)
        _pass_on(desk)
        yield desk
    finally:
        _pass_on(desk)
        desk.close()


def _pass_on(desk: Desk) -> None:
    """Tell what the desk has to say besides answers."""
    for sentence in desk.hear():
        tell(sentence)


def _freshen(desk: Desk, *, needs_index: bool) -> None:
    try:
        report = sync(desk)
    except IndexFailedError as error:
        if needs_index and not desk.ready:
            raise
        tell(f"{error}; going on with what there is")
        return
    narrate(report)
    if report.failed:
        what = count(len(report.failed), "article")
        tell(f"{what} could not be read; diptych index names them")


def narrate(report: SyncReport) -> None:
    """Say in one line when the index had to be built anew."""
    if report.rebuilt in {"damaged", "outdated"}:
        tell(f"the index was {report.rebuilt} and has been built anew")


def sync(desk: Desk, *, rebuild: bool = False) -> SyncReport:
    """Sync, with a progress bar when a person watches standard error."""
    try:
        if not sys.stderr.isatty():
            return desk.sync(rebuild=rebuild)
        with _bar() as progress:
            return desk.sync(progress, rebuild=rebuild)
    finally:
        _pass_on(desk)


@contextmanager
def _bar() -> Iterator[Callable[[SyncProgress], None]]:
    from rich.console import Console  # noqa: PLC0415 - for terminals only
    from rich.progress import (  # noqa: PLC0415 - loaded where it is needed
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    console = Console(stderr=True)
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        console=console,
        transient=True,
    )
    with bar, tidy_when_stopped(console.show_cursor, partial(console.show_cursor, show=False)):
        task = bar.add_task("reading", total=None, rate="")

        def show(at: SyncProgress) -> None:
            ordering = bool(at.total) and at.done == at.total
            bar.update(
                task,
                description="putting in order" if ordering else "reading",
                total=at.total,
                completed=at.done,
                rate=f"{at.rate:,.0f}/s" if at.rate else "",
            )

        yield show
