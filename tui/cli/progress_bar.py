"""Progress bars, on standard error."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from tui.cli.signal_handling import around_suspension

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from search import SyncProgress


@contextmanager
def progress_bar() -> Iterator[Callable[[SyncProgress], None]]:
    """Draw a bar until the context is left; yield what moves it."""
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
    with bar, around_suspension(console.show_cursor, partial(console.show_cursor, show=False)):
        task = bar.add_task("reading", total=None, rate="")

        def update(progress: SyncProgress) -> None:
            merging = bool(progress.total) and progress.done == progress.total
            bar.update(
                task,
                description="putting in order" if merging else "reading",
                total=progress.total,
                completed=progress.done,
                rate=f"{progress.rate:,.0f}/s" if progress.rate else "",
            )

        yield update


@contextmanager
def counting_bar(label: str) -> Iterator[Callable[[int, int], None]]:
    """Draw a bar with rate and time left until the context is left; yield what tells it done and total."""
    console = Console(stderr=True)
    bar = Progress(
        TextColumn(label),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        console=console,
        transient=True,
    )
    with bar, around_suspension(console.show_cursor, partial(console.show_cursor, show=False)):
        task = bar.add_task(label, total=None, rate="")

        def update(done: int, total: int) -> None:
            speed = bar.tasks[0].speed
            rate = f"{speed:,.0f}/s" if speed else ""
            bar.update(task, completed=done, total=total, rate=rate)

        yield update
