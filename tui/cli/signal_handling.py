"""Signals: a verb cleans up before it ends, and leaves the terminal as it was."""

from __future__ import annotations

import os
import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_TERMINATING = ("SIGTERM", "SIGHUP")
_SIGNALLED = 128


class TerminatedError(BaseException):
    """A signal asks the verb to end; context managers and `finally` clean up on the way out.

    Attributes:
        code: the exit code it asks for.
    """

    def __init__(self, number: int) -> None:
        super().__init__(f"ended by {signal.Signals(number).name}")
        self.code = _SIGNALLED + number


@contextmanager
def raising_terminated() -> Iterator[None]:
    """Have SIGTERM and SIGHUP raise TerminatedError, except where the parent process ignores them.

    By default they would end the process at once: with the cursor hidden, if there is a progress
    bar, and with temporary files left over.
    """

    def terminate(number: int, _: object) -> None:
        raise TerminatedError(number)

    before: dict[int, Any] = {}
    for name in _TERMINATING:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:
            before[number] = signal.signal(number, terminate)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def around_suspension(
    suspend: Callable[[], object], resume: Callable[[], object]
) -> Iterator[None]:
    """Call `suspend` before ctrl+z gives the terminal back to the shell, and `resume` afterwards."""
    number = getattr(signal, "SIGTSTP", None)
    if number is None or signal.getsignal(number) != signal.SIG_DFL:
        yield
        return

    def stop(*_: object) -> None:
        suspend()
        os.kill(os.getpid(), signal.SIGSTOP)
        resume()

    signal.signal(number, stop)
    try:
        yield
    finally:
        signal.signal(number, signal.SIG_DFL)
