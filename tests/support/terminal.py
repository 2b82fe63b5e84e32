"""A terminal without a window: runs a program in a pseudo-terminal and knows its screen."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from typing import TYPE_CHECKING, Self

import pyte

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

KEYS = {
    "enter": "\r",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "escape": "\x1b",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "f1": "\x1bOP",
    "backspace": "\x7f",
}
# Sequences pyte doesn't know and would print: keyboard protocols, mode reports, device control.
_UNKNOWN = re.compile(
    rb"\x1b\[[<>=][\d;]*[A-Za-z]|\x1b\[\?[\d;]*\$p|\x1b[P_^X].*?\x1b\\", re.DOTALL
)
_CONTROLLED = [
    sys.executable,
    "-c",
    (
        "import fcntl, os, sys, termios;"
        "fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.execvp(sys.argv[1], sys.argv[1:])"
    ),
]
_SYNC_ON, _SYNC_OFF = b"\x1b[?2026h", b"\x1b[?2026l"
_END = b"\0"
"""What is written behind a program that has ended: whatever it wrote has come when this comes."""
PATIENCE = 60
"""Seconds after which something is given up that never comes; on a busy machine much comes late."""
_QUIET = 0.4
"""Seconds in which a program that rests does nothing; no timer of the app takes longer to act."""


def timeless(text: str) -> str:
    """Give what a screen shows without how long a search took."""
    return re.sub(r" +", " ", re.sub(r"<?\d+ ms", "", text))


def _surroundings() -> dict[str, str]:
    """Give the environment without what speaks of another terminal, or hides what is not written."""
    return {
        k: v for k, v in os.environ.items() if k not in {"COLUMNS", "LINES", "PYTHONUNBUFFERED"}
    }


class Terminal:
    """One program in a pseudo-terminal; use as a context manager.

    Frames between the marks of a synchronised update are seen whole, as a terminal shows them.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 80,
        rows: int = 24,
        environment: Mapping[str, str] | None = None,
        controlling: bool = False,
    ) -> None:
        """Start a program; with `controlling` it is told when the terminal is gone."""
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self._pending = b""
        self.raw = bytearray()
        self.first_output: float | None = None
        self.last_output: float | None = None
        master, slave = pty.openpty()
        self._master = master
        self._gone = False
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.before = termios.tcgetattr(slave)
        self._slave = slave
        self.began = time.perf_counter()
        self.process = subprocess.Popen(
            [*(_CONTROLLED if controlling else []), *command],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={**_surroundings(), "TERM": "xterm-256color", **(environment or {})},
            start_new_session=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        if not self._gone:
            os.close(self._master)
            os.close(self._slave)

    def vanish(self) -> None:
        """Be gone, as a window that is closed or a connection that breaks; only the end is left."""
        self._gone = True
        os.close(self._slave)
        os.close(self._master)

    @property
    def text(self) -> str:
        """What the screen shows, a line a row."""
        return "\n".join(self.screen.display)

    def _read(self, seconds: float) -> bool:
        """Take in what has arrived within `seconds`; tell whether anything did."""
        ready, _, _ = select.select([self._master], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self._master, 1 << 16)
        except OSError:
            return False
        self.last_output = time.perf_counter()
        self.first_output = self.first_output or self.last_output
        self.raw += data
        self._pending += data
        begin, end = self._pending.rfind(_SYNC_ON), self._pending.rfind(_SYNC_OFF)
        if begin > end:  # the frame isn't whole yet
            whole, self._pending = self._pending[:begin], self._pending[begin:]
        else:
            cut = self._pending.rfind(b"\x1b")
            keep = cut if cut >= len(self._pending) - 12 else len(self._pending)
            whole, self._pending = self._pending[:keep], self._pending[keep:]
        self._stream.feed(_UNKNOWN.sub(b"", whole))
        return True

    def forget_output(self) -> None:
        """Let what comes next be the first and the last that came."""
        self.first_output = self.last_output = None

    def _flush(self) -> None:
        if _SYNC_ON not in self._pending:
            self._stream.feed(_UNKNOWN.sub(b"", self._pending))
            self._pending = b""

    def wait(self, seen: str | Callable[[str], bool], seconds: float = PATIENCE) -> float:
        """Wait until a pattern is on screen; give the time of it; raise TimeoutError."""
        test = re.compile(seen).search if isinstance(seen, str) else seen
        deadline = time.perf_counter() + seconds
        while time.perf_counter() < deadline:
            if test(self.text):
                return time.perf_counter()
            if not self._read(0.05):
                self._flush()
                if self.process.poll() is not None and not self._read(0.05):
                    break
        if test(self.text):
            return time.perf_counter()
        raise TimeoutError(f"never seen: {seen!r}\n{self.text}")

    def settle(self, quiet: float = 0.4, seconds: float = 10) -> float | None:
        """Wait until nothing has arrived for `quiet` seconds; give when the last came, if any.

        For measuring: on a busy machine a program may be silent that long and not be done.
        """
        deadline = time.perf_counter() + seconds
        while time.perf_counter() < deadline and self._read(quiet):
            pass
        self._flush()
        return self.last_output

    def rest(self, quiet: float = _QUIET, seconds: float = PATIENCE) -> None:
        """Wait until the program and all it started have had nothing to do, nor to say, for a while.

        Raise TimeoutError if that never is.
        """
        deadline = time.perf_counter() + seconds
        since = time.perf_counter()
        while time.perf_counter() - since < quiet:
            if self._read(0.05) or self._busy():
                since = time.perf_counter()
            if since > deadline:
                raise TimeoutError(f"never rests:\n{self.text}")
        self._flush()

    def _busy(self) -> bool:
        """Tell whether any thread of the program's session runs, would run, or waits for a disk.

        Without /proc nothing is known of that, and what is seen has to do.
        """
        for process in Path("/proc").glob("[0-9]*"):
            if self._state(process)[3:4] == [str(self.process.pid)]:
                threads = map(self._state, process.glob("task/*"))
                if any(state[:1] in (["R"], ["D"]) for state in threads):
                    return True
        return False

    @staticmethod
    def _state(task: Path) -> list[str]:
        """Give state, parent, group, session and so on, as in proc(5); nothing of what is gone."""
        try:
            return (task / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
        except OSError:
            return []

    def press(self, *keys: str) -> float:
        """Send keys by name (`enter`, `ctrl+q`) or as the characters they are; give when."""
        now = time.perf_counter()
        for key in keys:
            if key in KEYS:
                text = KEYS[key]
            elif key.startswith("ctrl+"):
                text = chr(ord(key[5].upper()) & 0x1F)
            else:
                text = key
            os.write(self._master, text.encode())
        return now

    def resize(self, columns: int, rows: int) -> None:
        """Change the window's size, as a window manager would."""
        self.screen.resize(rows, columns)
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        os.killpg(self.process.pid, signal.SIGWINCH)

    def stop(self) -> None:
        """Stop the program as ctrl+z does, and wait until it is: a SIGCONT before that is lost."""
        process = self.process.pid
        os.kill(process, signal.SIGTSTP)
        look = os.WSTOPPED | os.WNOHANG | os.WNOWAIT
        self.wait(lambda _: os.waitid(os.P_PID, process, look) is not None)

    def leave(self, seconds: float = PATIENCE) -> int:
        """Wait for the program to end; give its exit code; raise TimeoutError."""
        deadline = time.perf_counter() + seconds
        while self.process.poll() is None:
            if time.perf_counter() > deadline:
                raise TimeoutError(f"still running:\n{self.text}")
            if self._gone:
                time.sleep(0.05)
            else:
                self._read(0.05)
        if not self._gone:
            self._drain()
        return self.process.returncode

    def _drain(self) -> None:
        """Take in all that a program that has ended wrote: the system passes it on by and by."""
        while self._read(0):
            pass
        os.write(self._slave, _END)
        while not self.raw.endswith(_END) and self._read(5):
            pass
        self.raw = self.raw.removesuffix(_END)
        self._flush()

    def deserted(self, seconds: float = PATIENCE) -> bool:
        """Tell whether nothing is left running that the program started, or soon isn't."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            asked = ["ps", "-o", "stat=", "-s", str(self.process.pid)]
            listed = subprocess.run(asked, capture_output=True, text=True, check=False)
            if all(state.startswith("Z") for state in listed.stdout.split()):
                return True
            time.sleep(0.05)
        return False

    @property
    def restored(self) -> bool:
        """Whether the terminal is as it was: its modes, main screen, visible cursor, no mouse."""
        raw = bytes(self.raw)
        modes = {
            "1049": False,
            "25": True,
            "1000": False,
            "1003": False,
            "1004": False,
            "1006": False,
            "1015": False,
            "2004": False,
            "7": True,
        }
        for numbers, sign in re.findall(rb"\x1b\[\?([\d;]+)([hl])", raw):
            for number in numbers.decode().split(";"):
                if number in modes:
                    modes[number] = sign == b"h"
        usual = {name: name in {"7", "25"} for name in modes}
        return modes == usual and termios.tcgetattr(self._slave) == self.before
