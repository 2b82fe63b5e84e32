"""A process that puts the terminal back where ours ends without a chance to."""

from __future__ import annotations

import os
import signal
import termios
from contextlib import suppress
from typing import Any

_TAKEN, _GIVEN_BACK = b"+", b"-"
_RESTORING = (
    *(b"\x1b[?2026l", b"\x1b[?2004l", b"\x1b[?2048l", b"\x1b[?7h", b"\x1b[<u", b"\x1b[0m"),
    *(b"\x1b[?1000l", b"\x1b[?1003l", b"\x1b[?1006l", b"\x1b[?1015l", b"\x1b[?1016l"),
    *(b"\x1b[?1004l", b"\x1b[?1049l", b"\x1b[?25h"),
)
"""All modes the driver may have turned on, turned off."""

_PATIENCE = 1
"""Seconds that a terminal may take to take it; by default the alarm ends the process."""


class Guardian:
    """Waits for the end of this process, in one of its own.

    A process that is killed, that runs out of memory in a library that then ends it, or that reads
    from a mapped file that was cut short has no chance to put the terminal back. It is told when
    the terminal is taken and given back, by a pipe whose end is the end of this process.
    """

    def __init__(self, terminal: int) -> None:
        self._pipe: int | None = None
        self._process = 0
        with suppress(OSError, termios.error):  # without it the rest works the same
            modes = termios.tcgetattr(terminal)
            told, self._pipe = os.pipe()
            self._process = os.fork()
            if self._process == 0:
                _watch(terminal, modes, told, self._pipe)
            os.close(told)

    def note(self, *, taken: bool) -> None:
        """Say that the terminal has been taken, or given back."""
        if self._pipe is not None:
            with suppress(OSError):
                os.write(self._pipe, _TAKEN if taken else _GIVEN_BACK)

    def dismiss(self) -> None:
        """End it."""
        if self._pipe is not None:
            os.close(self._pipe)
            self._pipe = None
        if self._process:
            with suppress(OSError):
                os.waitpid(self._process, 0)
            self._process = 0


def _watch(terminal: int, modes: list[Any], told: int, other_end: int) -> None:
    """Wait until the other process ends, and put the terminal back if it has not; then end."""
    try:
        os.close(other_end)
        os.setpgid(0, 0)  # what the keyboard, or a shell, tells the job is not for us
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGTTOU):
            signal.signal(number, signal.SIG_IGN)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        said = _GIVEN_BACK
        while more := os.read(told, 1):
            said = more
        if said == _TAKEN:
            termios.tcsetattr(terminal, termios.TCSANOW, modes)
            signal.alarm(_PATIENCE)
            os.write(terminal, b"".join(_RESTORING))
    except (OSError, termios.error):
        pass  # the terminal is gone as well
    finally:
        os._exit(0)
