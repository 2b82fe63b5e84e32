"""A terminal without a window: runs a program in a pseudo-terminal and keeps its screen."""

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
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self

import pyte
from wcwidth import wcwidth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

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
# Sequences that pyte doesn't know and would print: keyboard protocols, mode reports and so on.
_UNKNOWN = re.compile(
    rb"\x1b\[[<>=][\d;]*[A-Za-z]|\x1b\[\?[\d;]*(?:\$p|m)|\x1b[P_^X].*?\x1b\\", re.DOTALL
)
_CONTROLLED = [
    sys.executable,
    "-c",
    (
        "import fcntl, os, sys, termios;"
        "fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.execvp(sys.argv[1], sys.argv[1:])"
    ),
]
_PIECE = 1_024
"""Bytes that are sent at once, well below what a pseudo-terminal takes without waiting."""
_SYNC_ON, _SYNC_OFF = b"\x1b[?2026h", b"\x1b[?2026l"
_END = b"\0"
"""Written after a program has ended: once this is read, all of the program's output is."""
PATIENCE = 60
"""Seconds to wait for anything; on a busy machine everything takes long."""
_QUIET = 0.4
"""Seconds without activity after which a program is idle; all timers of the app are shorter."""


def timeless(text: str) -> str:
    """Give a screen's text without the time that a search took."""
    return re.sub(r" +", " ", re.sub(r"<?\d+ ms", "", text))


def _environment() -> dict[str, str]:
    """Give the environment without variables about another terminal or about buffering."""
    return {
        k: v for k, v in os.environ.items() if k not in {"COLUMNS", "LINES", "PYTHONUNBUFFERED"}
    }


class Terminal:
    """One program in a pseudo-terminal; use as a context manager.

    Output within a synchronised update is shown at once, as a real terminal does.
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
        """Start a program; if `controlling`, it gets a signal when the terminal is gone."""
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self._pending = b""
        self.raw = bytearray()
        self.first_output: float | None = None
        self.last_output: float | None = None
        master, slave = pty.openpty()
        self._master = master
        self._gone = False
        self._before_key = ""
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.before = termios.tcgetattr(slave)
        self._slave = slave
        self.began = time.perf_counter()
        self.process = subprocess.Popen(
            [*(_CONTROLLED if controlling else []), *command],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={**_environment(), "TERM": "xterm-256color", **(environment or {})},
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
        """Close the terminal, like a closed window or a broken connection."""
        self._gone = True
        os.close(self._slave)
        os.close(self._master)

    @property
    def text(self) -> str:
        """The text of the screen, a line a row.

        The second half of a wide sign whose first was written over is a space: a screen that is
        read between two pieces of a frame can hold one, and pyte's own `display` fails at it.
        """
        return "\n".join(map(self._row, range(self.screen.lines)))

    def _row(self, row: int) -> str:
        cells = [self.screen.buffer[row][column].data for column in range(self.screen.columns)]
        pairs = zip(["", *cells], cells, strict=False)
        return "".join(cell or ("" if wcwidth(before[:1]) == 2 else " ") for before, cell in pairs)

    def _read(self, seconds: float) -> bool:
        """Read what arrives within `seconds`; tell whether anything did."""
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
        """Reset the times of the first and the last output."""
        self.first_output = self.last_output = None

    def _flush(self) -> None:
        if _SYNC_ON not in self._pending:
            self._stream.feed(_UNKNOWN.sub(b"", self._pending))
            self._pending = b""

    def wait(self, seen: str | Callable[[str], bool], seconds: float = PATIENCE) -> float:
        """Wait until a pattern is on screen; give the time; raise TimeoutError.

        One that was there before the last key says nothing about what that did: then the program is
        left to rest first.
        """
        if isinstance(seen, str) and re.search(seen, self._before_key):
            self.rest(seconds=seconds)
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
        """Wait until nothing has arrived for `quiet` seconds; give the time of the last output.

        For measuring only: on a busy machine a program may be silent that long before it is done.
        """
        deadline = time.perf_counter() + seconds
        while time.perf_counter() < deadline and self._read(quiet):
            pass
        self._flush()
        return self.last_output

    def rest(self, quiet: float = _QUIET, seconds: float = PATIENCE) -> None:
        """Wait until the program and all it started have been idle and silent for `quiet` seconds.

        Raise TimeoutError if they never are.
        """
        deadline = time.perf_counter() + seconds
        since = time.perf_counter()
        while time.perf_counter() - since < quiet:
            if self._read(0.05) or self._busy():
                since = time.perf_counter()
            if since > deadline:
                raise TimeoutError(f"never rests:\n{self.text}")
        self._flush()
        self._before_key = ""

    def _busy(self) -> bool:
        """Tell whether any thread of the program's session is running or waits for a disk.

        Without /proc this isn't known, and only output counts.
        """
        return any(
            self._state(task) in {"R", "D"}
            for process in self._started()
            for task in process.glob("task/*")
        )

    def _started(self) -> Iterator[Path]:
        """Yield the folders in /proc of the processes of the program's session."""
        with suppress(FileNotFoundError), os.scandir("/proc") as listed:
            for one in listed:
                with suppress(ProcessLookupError):
                    if one.name.isdigit() and os.getsid(int(one.name)) == self.process.pid:
                        yield Path(one.path)

    @staticmethod
    def _state(task: Path) -> str:
        """Give the state of a thread, as in proc(5); empty if it is gone."""
        try:
            return (task / "stat").read_text("utf-8", "replace").rpartition(")")[2][1:2]
        except OSError:
            return ""

    def press(self, *keys: str) -> float:
        """Send keys by name (`enter`, `ctrl+q`) or as characters; give the time."""
        self._before_key = self.text
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

    def send(self, data: bytes) -> None:
        """Send bytes, whatever they are, as fast as they are taken."""
        while data:
            self._read(0)
            if not select.select([], [self._master], [], 0.05)[1]:
                continue
            data = data[os.write(self._master, data[:_PIECE]) :]

    def resize(self, columns: int, rows: int) -> None:
        """Change the window's size, as a window manager would."""
        self.screen.resize(rows, columns)
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        os.killpg(self.process.pid, signal.SIGWINCH)

    def stop(self, number: int = signal.SIGTSTP) -> None:
        """Stop the program as ctrl+z does, and wait until it is: a SIGCONT before that is lost."""
        process = self.process.pid
        os.kill(process, number)
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
        """Read everything that a program that has ended wrote."""
        while self._read(0):
            pass
        os.write(self._slave, _END)
        while not self.raw.endswith(_END) and self._read(5):
            pass
        self.raw = self.raw.removesuffix(_END)
        self._flush()

    def deserted(self, seconds: float = PATIENCE) -> bool:
        """Tell whether all processes that the program started end soon."""
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
        """Whether the terminal is restored: modes, main screen, visible cursor, no mouse."""
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
