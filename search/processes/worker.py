"""A worker process, as the process that started it sees it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import deque
from contextlib import suppress
from pathlib import Path
from selectors import EVENT_READ, EVENT_WRITE, PollSelector
from socket import socketpair
from typing import TYPE_CHECKING, Any

from search.processes import messages as program
from search.processes.messages import (
    GarbledError,
    Inbox,
    describe_error,
    pack_message,
    unpack_message,
)
from search.processes.work_errors import WorkFailedError, unpack_error

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from socket import socket

AVAILABLE = os.name == "posix" and bool(sys.executable)
"""Whether this system lets a process be started so."""

_PACKAGE = Path(__file__).resolve().parents[2]
_PATIENCE = 2.0
"""Seconds that a process is given to end."""
_PIECE = 1 << 18
"""Bytes read at a time."""


class Worker:
    """The near end. If this process dies, the other one ends too.

    Nothing here waits for the other process, whatever it does, but `bury`, which has bounds.

    Attributes:
        line: what it answers on; ready when it can be read.
    """

    def __init__(self, module: str, answers: Mapping[str, str], *place: Any) -> None:
        """Start it; it takes a moment to get ready, during which what it is sent waits.

        It is given no terminal: nothing it could print has a place there. The folder that
        happens to be the current one is no place to import from, for articles may lie there.

        Args:
            module: what it runs, by its whole name: its `main` serves the line (see
                `search.processes.serving`).
            answers: what it is told that it answers, and by what.
            place: what it is told first, with `begin`.

        Raises WorkFailedError if it can't be started, or be told its place.
        """
        self._answers = answers
        self._due: deque[str] = deque()
        self._inbox = Inbox()
        self._outbox = bytearray(_message("begin", *place))
        try:
            self.line, self._process = _started(module)
        except (OSError, ValueError, subprocess.SubprocessError) as error:
            raise WorkFailedError(
                f"a helping process can't be started: {describe_error(error)}"
            ) from None
        self.flush()

    @property
    def away(self) -> int:
        """How many answers it owes."""
        return len(self._due)

    @property
    def full(self) -> bool:
        """Whether it has yet to take some of what it was sent."""
        return bool(self._outbox)

    def send(self, verb: str, *what: Any) -> None:
        """Tell it what to do next, as soon as it takes it; its module says what that may be.

        Raises WorkFailedError if that can't be pickled; it is told nothing then.
        """
        self._outbox += _message(verb, *what)
        if verb in self._answers:
            self._due.append(self._answers[verb])
        self.flush()

    def flush(self) -> None:
        """Pass on as much of what it was sent as it takes now."""
        try:
            while self._outbox:
                del self._outbox[: self.line.send(self._outbox)]
        except BlockingIOError:
            pass
        except OSError:  # it has ended, which is told where its answers are read
            self._outbox.clear()

    def answers(self) -> list[tuple[str, Any]]:
        """Take the answers that are there, which may be none.

        Raises what it met; WorkFailedError if it ended, or can't be understood.
        """
        ended = self._process.poll() is not None  # before reading: it says nothing after
        try:
            data = self.line.recv(_PIECE)
        except BlockingIOError:
            if ended:  # and another process keeps the line open
                raise WorkFailedError(self._end()) from None
            return []
        except OSError:
            data = b""
        if not data:
            raise WorkFailedError(self._end())
        try:
            bodies = self._inbox.take(data)
        except GarbledError as error:
            raise WorkFailedError(f"a helping process can't be understood: {error}") from None
        return [self._understood(body) for body in bodies]

    def _understood(self, body: bytes) -> tuple[str, Any]:
        try:
            verb, *told = unpack_message(body)
        except (Exception, SystemExit) as error:
            reason = f"an answer of a helping process can't be read: {describe_error(error)}"
            raise WorkFailedError(reason) from error
        if verb == "failed":
            raise unpack_error(*told)
        if not self._due or verb != self._due.popleft():
            raise WorkFailedError("a helping process answers what it wasn't asked")
        return verb, told[0]

    def _end(self) -> str:
        """Say how it ended."""
        try:
            status = self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            return "a helping process has closed its line"
        how = f"signal {-status}" if status < 0 else f"status {status}"
        return f"a helping process has ended by itself ({how})"

    def ask_to_stop(self, *, drop: bool) -> None:
        """Have the process end; at once, with `drop`, whatever it is doing."""
        with suppress(OSError):
            self.line.close()
        if drop:
            self._process.kill()

    def reap(self) -> None:
        """See to it that the process has ended. Takes a few seconds at most."""
        for _ in range(2):
            try:
                self._process.wait(_PATIENCE)
            except subprocess.TimeoutExpired:
                self._process.kill()  # one that the system itself holds up ends later
            else:
                return


def start_workers(count: int, module: str, answers: Mapping[str, str], *place: Any) -> list[Worker]:
    """Start so many processes, or none if that fails; see `Worker`."""
    started: list[Worker] = []
    try:
        started.extend(Worker(module, answers, *place) for _ in range(count))
    except BaseException:
        stop_workers(started, drop=True)
        raise
    return started


def wait_for(workers: Iterable[Worker], seconds: float) -> None:
    """Wait until a process answers, or takes more of what it was sent, but not for longer."""
    with PollSelector() as selector:
        for worker in workers:
            wanted = EVENT_READ | EVENT_WRITE if worker.full else EVENT_READ
            selector.register(worker.line, wanted)
        selector.select(seconds)


def cores() -> int:
    """Count the processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def stop_workers(workers: Sequence[Worker], *, drop: bool) -> None:
    """End processes; at once, with `drop`. Takes a few seconds at most, however many they are."""
    for worker in workers:
        worker.ask_to_stop(drop=drop)
    for worker in workers:
        worker.reap()


def _started(module: str) -> tuple[socket, subprocess.Popen[bytes]]:
    """Start a process; give it and the line to it, neither of whose ends waits for this one."""
    near, far = socketpair()
    near.setblocking(False)  # noqa: FBT003 - as it is called
    with far:
        number = str(far.fileno())
        try:
            process = subprocess.Popen(  # noqa: S603 - this interpreter, a file of ours
                [
                    sys.executable,
                    "-P",
                    program.__file__,
                    number,
                    str(_PACKAGE),
                    module,
                ],
                pass_fds=[far.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        except BaseException:
            near.close()
            raise
    return near, process


def _message(*message: Any) -> bytes:
    try:
        return pack_message(message)
    except MemoryError:
        raise
    except Exception as error:
        reason = f"a helping process can't be told what to do: {describe_error(error)}"
        raise WorkFailedError(reason) from error
