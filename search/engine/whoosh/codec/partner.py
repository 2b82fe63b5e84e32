"""A second process that prepares articles, gathers them into segments, and merges segments."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from multiprocessing.connection import Pipe
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

AVAILABLE = os.name == "posix" and bool(sys.executable)
"""Whether this system lets a process be started so."""

_PACKAGE = Path(__file__).resolve().parents[4]
_FAR = (
    "import sys; sys.path.append(sys.argv[2]);"
    "from search.engine.whoosh.codec.serving import main; main(int(sys.argv[1]))"
)
_PATIENCE = 2.0


class Partner:
    """The near end. If this process dies, the other one ends too.

    Attributes:
        line: what it answers on; ready when it can be read.
        away: how many batches it has that aren't done.
    """

    def __init__(self, *place: Any) -> None:
        """Start it; it takes a moment to get ready, during which what it is sent waits.

        It is given no terminal: nothing it could print has a place there. The folder that
        happens to be the current one is no place to import from, for articles may lie there.
        """
        self.line, far = Pipe()
        self.away = 0
        with far:
            self._process = subprocess.Popen(  # noqa: S603 - this interpreter, a fixed text
                [sys.executable, "-P", "-c", _FAR, str(far.fileno()), str(_PACKAGE)],
                pass_fds=[far.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        self.send("begin", *place)

    def send(self, verb: str, *what: Any) -> None:
        """Tell it what to do next; see `search.engine.whoosh.codec.serving`."""
        with suppress(BrokenPipeError, ConnectionResetError):  # told when its answer is read
            self.line.send((verb, *what))

    def take(self) -> tuple[str, Any]:
        """Wait for its next answer; raise what it met, OSError if it has ended."""
        try:
            verb, told = self.line.recv()
        except (EOFError, ConnectionResetError):
            raise OSError("a process that was reading articles has ended") from None
        if verb == "failed":
            raise told
        return verb, told

    def close(self, *, drop: bool) -> None:
        """End the process; at once, with `drop`, whatever it is doing."""
        line: Connection = self.line
        with suppress(OSError):
            line.close()
        if drop:
            self._process.kill()
        try:
            self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
