"""The main loop of a helping process: the far end of a `Worker`.

Whatever fails, what can't be read and what can't be answered included, is answered by `failed` (see
`pack_error`) and ends the process; so does the end of the line.
"""

from __future__ import annotations

import gc
import os
import time
from contextlib import suppress
from queue import Queue
from threading import Thread
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from search.processes.messages import Inbox, pack_message, unpack_message
from search.processes.work_errors import pack_error

if TYPE_CHECKING:
    from socket import socket

    Told: TypeAlias = Queue[bytes | Exception | None]

_GRACE = 1.0
"""Seconds to end in order once the line is closed."""
_COLLECT_AFTER = 20_000
"""Objects made between two looks for garbage: reading an article makes many that last."""
_PIECE = 1 << 18


class Served(Protocol):
    """Does as it is told."""

    def do(self, verb: str, *what: Any) -> None:
        """Do one thing, and `answer` it where that is agreed; what it raises ends the process."""

    def discard(self) -> None:
        """Forget everything and remove the files."""


def serve(line: socket, served: Served) -> None:
    """Serve until the line is closed or something fails; the process ends with it."""
    gc.freeze()
    gc.set_threshold(_COLLECT_AFTER)
    status = 0
    try:
        _serve(line, served)
    except BaseException as error:  # noqa: BLE001 - whatever it is, the near end raises it
        status = 1
        with suppress(BaseException):  # where even this fails, the end of the line tells
            line.sendall(pack_message(("failed", *pack_error(error))))
    finally:
        with suppress(BaseException):
            served.discard()
        os._exit(status)  # whatever a task has left running


def answer(line: socket, verb: str, told: Any) -> None:
    """Answer the near end; waits until it is taken."""
    line.sendall(pack_message((verb, told)))


def _serve(line: socket, served: Served) -> None:
    told: Told = Queue()
    Thread(target=_listen, args=(line, told), daemon=True).start()
    while (message := told.get()) is not None:
        served.do(*_read(message))


def _read(message: bytes | Exception) -> tuple[str, Any]:
    """Read what was sent here, not where it is listened for, so that a failure is told."""
    if isinstance(message, Exception):
        raise message
    what: tuple[str, Any] = unpack_message(message)
    return what


def _listen(line: socket, told: Told) -> None:
    """Take what is sent while the other thread works, so that the sender needn't wait."""
    inbox = Inbox()
    try:
        while data := line.recv(_PIECE):
            for message in inbox.take(data):
                told.put(message)
        told.put(None)
    except OSError:
        told.put(None)
    except Exception as error:  # noqa: BLE001 - the other thread tells it
        told.put(error)
    finally:
        # Whoever would take what is being done may be gone for good.
        time.sleep(_GRACE)
        os._exit(1)
