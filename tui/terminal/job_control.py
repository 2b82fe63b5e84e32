"""Stopping with the job, as ctrl+z does, and going on with it."""

from __future__ import annotations

import os
import signal
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_AT_ONCE = 0.5
"""Seconds after which a stop that hasn't happened won't: no shell waits for this job."""
_LOOK_EVERY = 0.01


def stop_job() -> None:
    """Stop the whole job, so that the shell goes on; return once the job does.

    Returns soon where no shell waits for the job, for the system stops none that nobody could
    continue. To be called in the main thread.
    """
    before = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
    try:
        _until_continued(lambda: os.kill(0, signal.SIGTSTP), _AT_ONCE)
    finally:
        signal.signal(signal.SIGTSTP, before)


def stop_alone() -> None:
    """Stop this process and nothing else of its job; return once it goes on."""
    _until_continued(lambda: os.kill(os.getpid(), signal.SIGSTOP), None)


def in_background(terminal: int) -> bool:
    """Tell whether another job has the terminal; no if that can't be known."""
    try:
        return os.tcgetpgrp(terminal) != os.getpgrp()
    except OSError:
        return False


def _until_continued(stop: Callable[[], None], patience: float | None) -> None:
    """Stop, and wait for SIGCONT: another thread may take the stop, and this one run on a while."""
    continued = False

    def go_on(*_: Any) -> None:
        nonlocal continued
        continued = True

    before = signal.signal(signal.SIGCONT, go_on)
    try:
        begun = monotonic()
        stop()
        while not continued and (patience is None or monotonic() - begun < patience):
            sleep(_LOOK_EVERY)
    finally:
        signal.signal(signal.SIGCONT, before)
