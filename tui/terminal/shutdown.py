"""Unexpected ends: signals, a terminal that is gone, and defects."""

from __future__ import annotations

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
from tui.terminal.foreground import FOREGROUND

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DEFECT = 3
"""The exit code after an unexpected error."""

HUNG_UP = 129
"""The exit code when the terminal is gone, as after SIGHUP."""

_SIGNALS = (
    *("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT", "SIGABRT", "SIGUSR1", "SIGUSR2", "SIGALRM"),
    *("SIGVTALRM", "SIGPROF", "SIGIO", "SIGPWR", "SIGXCPU", "SIGSTKFLT"),
)
"""Signals that would end us on the spot, and leave the terminal as we draw on it."""
_SIGNALLED = 128


def handle_signals(leave: Callable[[int], object], patience: float) -> Callable[[], None]:
    """Call `leave`, at any moment, with the exit code for a signal that comes.

    Without this a signal would end the app without restoring the terminal. Signals ignored by the
    parent process stay ignored. If the loop is blocked, because the terminal takes no more
    output, the process ends after `patience` seconds. While another program has the terminal, its
    end is waited for. Gives a function that restores the former signal handlers.
    """
    previous: dict[int, Any] = {}

    def handle(number: int, _: object) -> None:
        # Handlers of asyncio would wait for the loop; this one runs even while the loop is blocked.
        if not FOREGROUND.postpones(number):
            exit_within(patience, _SIGNALLED + number)
            leave(_SIGNALLED + number)

    def restore() -> None:
        for number, handler in previous.items():
            signal.signal(number, handler)

    for number in (*(getattr(signal, name, None) for name in _SIGNALS), *_real_time()):
        if number is not None and signal.getsignal(number) not in {signal.SIG_IGN, None}:
            with suppress(ValueError):  # not in the main thread
                previous[number] = signal.signal(number, handle)
    return restore


def _real_time() -> range:
    first, last = (getattr(signal, name, None) for name in ("SIGRTMIN", "SIGRTMAX"))
    return range(0) if first is None or last is None else range(first, last + 1)


def terminal_gone() -> bool:
    """Tell whether the terminal is gone. Reading from it would then loop forever."""
    if sys.__stdin__ is None:
        return False
    poll = select.poll()
    try:
        poll.register(sys.__stdin__.fileno(), 0)
        return any(event & select.POLLHUP for _, event in poll.poll(0))
    except (OSError, ValueError):
        return False


def exit_within(seconds: float, code: int) -> None:
    """End this process with a code after so many seconds, whatever is still running.

    Python waits for threads at the end, and one that reads from a disk that no longer answers
    would never end. Nothing is lost: files are in a safe state at any moment. While another
    program has the terminal, such as an editor, the seconds don't count: its end is waited for.
    """
    Thread(target=FOREGROUND.end_process, args=(seconds, code), daemon=True, name="end").start()


def exit_without_terminal(every: float, patience: float) -> None:
    """End this process once the terminal has been gone for a while, whatever is running.

    Nobody reads the output then, and the app may wait for that forever.
    """

    def watch() -> None:
        while not terminal_gone():
            time.sleep(every)
        FOREGROUND.hang_up()
        exit_within(patience, HUNG_UP)

    Thread(target=watch, daemon=True, name="terminal").start()


def write_report(error: BaseException, folder: Path | None = None) -> str:
    """Write a report on an error; give one line for the user that says where it is.

    The report has the traceback and versions. It has no articles or searches, except what the
    error itself quotes. Never raises.
    """
    what = " ".join(traceback.format_exception_only(error)[-1].split())
    folder = folder or user_folder("state") / "reports"
    path = folder / f"{datetime.now(UTC):%Y-%m-%dT%H%M%S}-{os.getpid()}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(_report_text(error), encoding="utf-8", errors="backslashreplace")
    except OSError:
        return f"unexpected error: {what}; no report could be written to {folder}"
    return f"unexpected error: {what}; a report is in {path}"


def _report_text(error: BaseException) -> str:
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
