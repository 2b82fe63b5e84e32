"""Ends nobody asked for: a signal, a terminal that is gone, a defect."""

from __future__ import annotations

import asyncio
import os
import platform
import select
import signal
import sys
import time
import traceback
from contextlib import suppress
from datetime import UTC, datetime
from threading import Thread
from typing import TYPE_CHECKING, Any

from search import user_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DEFECT = 3
"""The exit code after a failure nobody foresaw."""

HUNG_UP = 129
"""The exit code when the terminal is gone, as after SIGHUP."""

_SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")
_SIGNALLED = 128


def heed_signals(leave: Callable[[int], None], patience: float) -> Callable[[], None]:
    """Have `leave` called in the running loop with the exit code that a signal asks for.

    A signal that the parent had us ignore stays ignored. Without it a signal would leave the
    terminal as it is while the app draws on it. A loop that is stuck, because the terminal has
    stopped taking what is drawn, is waited for so many seconds; then the process ends. Gives what
    puts the signals back.
    """
    loop = asyncio.get_running_loop()
    before: dict[int, Any] = {}

    def heed(number: int, _: object) -> None:
        # The loop's own handlers would wait for the loop; this is run wherever the thread waits.
        end_within(patience, _SIGNALLED + number)
        loop.call_soon_threadsafe(leave, _SIGNALLED + number)

    def restore() -> None:
        for number, handler in before.items():
            signal.signal(number, handler)

    for name in _SIGNALS:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) != signal.SIG_IGN:
            with suppress(ValueError):  # not in the main thread
                before[number] = signal.signal(number, heed)
    return restore


def hung_up() -> bool:
    """Tell whether the terminal is gone. Reading from it would then spin without end."""
    if sys.__stdin__ is None:
        return False
    poll = select.poll()
    try:
        poll.register(sys.__stdin__.fileno(), 0)
        return any(event & select.POLLHUP for _, event in poll.poll(0))
    except (OSError, ValueError):
        return False


def end_within(seconds: float, code: int) -> None:
    """End this process with a code after so long, whatever still hangs in it by then.

    Threads are waited for at the end, and one that reads from a disk that no longer answers
    would be waited for without end. Nothing is lost by it: what is written is safe at any moment.
    """

    def end() -> None:
        time.sleep(seconds)
        os._exit(code)

    Thread(target=end, daemon=True, name="end").start()


def end_with_terminal(every: float, patience: float) -> None:
    """End this process once the terminal has been gone for a while, whatever hangs in it.

    What is drawn then is taken by nobody, and the app may wait for that without end.
    """

    def look() -> None:
        while not hung_up():
            time.sleep(every)
        end_within(patience, HUNG_UP)

    Thread(target=look, daemon=True, name="terminal").start()


def report(error: BaseException, folder: Path | None = None) -> str:
    """Write down what went wrong; give one line for the user that says where.

    The report has the traceback and the versions, but nothing of what was read or searched for
    besides what the error itself quotes. Never raises.
    """
    what = " ".join(traceback.format_exception_only(error)[-1].split())
    folder = folder or user_folder("state") / "reports"
    path = folder / f"{datetime.now(UTC):%Y-%m-%dT%H%M%S}-{os.getpid()}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(_written(error), encoding="utf-8", errors="backslashreplace")
    except OSError:
        return f"unexpected error: {what}; no report could be written to {folder}"
    return f"unexpected error: {what}; a report is in {path}"


def _written(error: BaseException) -> str:
    names = ("diptych", "textual", "rich", "whoosh3")
    packages = ", ".join(f"{name} {_version(name)}" for name in names)
    terminal = {name: os.environ.get(name, "") for name in ("TERM", "TERM_PROGRAM", "COLORTERM")}
    return "\n".join(
        [
            f"Python {platform.python_version()} on {platform.platform()}; {packages}",
            f"terminal: {terminal}",
            "",
            "".join(traceback.format_exception(error)),
        ]
    )


def _version(package: str) -> str:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - seldom needed

    try:
        return version(package)
    except PackageNotFoundError:
        return "?"
