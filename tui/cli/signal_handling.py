"""Signals to a verb: it ends in order, and leaves the terminal as it was."""

from __future__ import annotations

import os
import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_ENDING = ("SIGTERM", "SIGHUP")
_SIGNALLED = 128


class EndedError(BaseException):
    """A signal has ended the verb; what it holds is let go of on the way out.

    Attributes:
        code: the exit code it asks for.
    """

    def __init__(self, number: int) -> None:
        super().__init__(f"ended by {signal.Signals(number).name}")
        self.code = _SIGNALLED + number


@contextmanager
def heeded() -> Iterator[None]:
    """Have signals that end a program raise EndedError, except those the parent has us ignore.

    Left to the system, they would end it on the spot: with the cursor hidden, if there is a
    progress bar, and files that are being written left over.
    """

    def end(number: int, _: object) -> None:
        raise EndedError(number)

    before: dict[int, Any] = {}
    for name in _ENDING:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:
            before[number] = signal.signal(number, end)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def tidy_when_stopped(tidy: Callable[[], object], resume: Callable[[], object]) -> Iterator[None]:
    """Have the terminal tidied before ctrl+z gives it back to the shell."""
    number = getattr(signal, "SIGTSTP", None)
    if number is None or signal.getsignal(number) != signal.SIG_DFL:
        yield
        return

    def stop(*_: object) -> None:
        tidy()
        os.kill(os.getpid(), signal.SIGSTOP)
        resume()

    signal.signal(number, stop)
    try:
        yield
    finally:
        signal.signal(number, signal.SIG_DFL)
