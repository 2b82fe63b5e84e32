"""A program that owns the terminal for a while: an editor, a browser."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import termios
import tty
from contextlib import contextmanager, suppress
from threading import Lock
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any, BinaryIO

from tui.terminal import job_control

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_JUST_NOW = 0.5
"""Seconds after SIGCONT in which the program may not have been reached by it yet."""

_ALIKE = 0.05
"""Seconds after the program's stop in which one of the whole group has reached us too."""

_LOOK_EVERY = 0.2
"""Seconds between two looks whether somebody asks us to end, while a key is waited for."""
_ONE_KEY = 64
"""Bytes that a key sends at most."""


class Foreground:
    """Who owns the terminal: this process, or a program it has lent it to.

    The program shares our process group, as editors expect: they stop the whole group for ctrl+z,
    and we stop and go on with them. What the keyboard asks for with ctrl+c is asked of the program,
    and means nothing to us. Any other signal that would end us has to wait for the
    program's end; that the terminal is gone is passed on to it.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._asked = 0
        self._continued = float("-inf")
        self._times = 0

    @contextmanager
    def lent(self) -> Iterator[None]:
        """Lend the terminal.

        To be used in the main thread. A signal that asked us to end meanwhile is raised again.
        """
        with self._lock:
            self._asked = 0
            self._times += 1
            handlers = {"SIGINT": _nothing, "SIGQUIT": _nothing, "SIGTSTP": signal.SIG_DFL}
            before = _handled({**handlers, "SIGCONT": self._note_continued})
            try:
                yield
            finally:
                for number, handler in before.items():
                    signal.signal(number, handler)
        if self._asked:
            signal.raise_signal(self._asked)

    def run(self, command: Sequence[str], given: BinaryIO | None = None) -> int | None:
        """Run a program in the terminal that is lent, until it ends; put its modes back then.

        It reads what is `given`, else the terminal. Gives its exit code, less than 0 for a signal; None
        if it wasn't begun, as somebody asks us to end. Raise OSError if it can't be started.
        """
        if self._asked:
            return None
        with _same_modes():
            process = subprocess.Popen(command, stdin=given)  # noqa: S603 - the user's own
            self._wait_for(process)
        return process.returncode

    def wait_for_key(self, said: str) -> None:
        """Say something, and wait until a key is pressed, the terminal is gone, or we are to end.

        Keys that were pressed before it is said count for nothing.
        """
        with _same_modes(), suppress(termios.error, OSError):
            tty.setraw(0, termios.TCSAFLUSH)
            os.write(1, said.encode())
            while not self._asked:
                if select.select([0], [], [], _LOOK_EVERY)[0]:
                    os.read(0, _ONE_KEY)
                    return

    def _wait_for(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        try:
            if self._asked == signal.SIGHUP:  # as it was being started
                self._pass_on(signal.SIGHUP)
            while self._stopped(process):
                # Stopped with us, it may be seen so before we are: then we stop here, and go on with it.
                sleep(_ALIKE)
                # Continued with us, it may be told so a little later than we are.
                if monotonic() - self._continued > _JUST_NOW:
                    job_control.stop_job()
                self._pass_on(signal.SIGCONT)
        finally:
            self._process = None

    def postpones(self, number: int) -> bool:
        """Tell whether a signal that asks us to end has to wait for a program's end."""
        if not self._lock.locked():
            return False
        self._asked = self._asked or number
        if number == signal.SIGHUP:
            self._pass_on(number)
        return True

    def hang_up(self) -> None:
        """Tell the program that the terminal is gone, and wait for its end; return at once if there is none."""
        if self._lock.locked():
            self._pass_on(signal.SIGHUP)
        with self._lock:
            pass

    def end_process(self, patience: float, code: int) -> None:
        """End this process after a while in which it owned the terminal all the time."""
        while True:
            with self._lock:
                begun = self._times
            sleep(patience)
            with self._lock:
                if self._times == begun:
                    os._exit(code)

    def _stopped(self, process: subprocess.Popen[bytes]) -> bool:
        """Wait until the program stops or ends; tell which."""
        _, status = os.waitpid(process.pid, os.WUNTRACED)
        if os.WIFSTOPPED(status):
            return True
        process.returncode = os.waitstatus_to_exitcode(status)
        return False

    def _pass_on(self, number: int) -> None:
        process = self._process
        if process is not None and process.returncode is None:
            with suppress(ProcessLookupError):
                os.kill(process.pid, number)

    def _note_continued(self, *_: Any) -> None:
        self._continued = monotonic()


FOREGROUND = Foreground()
"""A process has one terminal, and signals are the process's too."""


def _nothing(*_: Any) -> None:
    """Do nothing for a signal. Were it ignored instead, the program would ignore it too."""


def _handled(handlers: dict[str, Any]) -> dict[int, Any]:
    """Have signals handled so, but those that our parent had us ignore; give what handled them."""
    before: dict[int, Any] = {}
    for name, handler in handlers.items():
        number = getattr(signal, name)
        if signal.getsignal(number) not in {signal.SIG_IGN, None}:
            with suppress(ValueError):  # not in the main thread
                before[number] = signal.signal(number, handler)
    return before


@contextmanager
def _same_modes() -> Iterator[None]:
    """Put the terminal's modes back, whatever state a program that was killed left them in."""
    try:
        before = termios.tcgetattr(0)
    except (termios.error, OSError):
        yield
        return
    try:
        yield
    finally:
        with suppress(termios.error, OSError):
            termios.tcsetattr(0, termios.TCSANOW, before)
