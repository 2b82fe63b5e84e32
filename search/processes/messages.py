"""Framed, checksummed messages between two processes: the one place where anything is unpickled.

Both ends are processes of our own, this one and one that it started, on a socket without a name:
nobody else can write there. Nothing that was ever in a file comes here.

Imports nothing of Diptych, for it is also the program that a helping process runs: so it can tell
its leader when the module that does the work, which the leader names, can't be imported.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from importlib import import_module
from socket import socket
from struct import Struct
from typing import Any
from zlib import crc32

_HEAD = Struct("!4sIQ")
"""How each begins: the mark, a checksum of what follows, and how many bytes that is."""
_MARK = b"\xf4\x00\xffm"
"""Nothing that prints, and no text in UTF-8."""
_LONGEST = 300


class GarbledError(Exception):
    """The bytes received are no message."""


class Inbox:
    """A receive buffer that cuts bytes into messages."""

    def __init__(self) -> None:
        self._held = bytearray()

    def take(self, data: bytes) -> list[bytes]:
        """Take what came next; give the messages that are whole by now, still pickled.

        Raises GarbledError, after which nothing that comes has a meaning.
        """
        self._held += data
        found = []
        while (body := self._next()) is not None:
            found.append(body)
        return found

    def _next(self) -> bytes | None:
        mark = bytes(self._held[: len(_MARK)])
        if not _MARK.startswith(mark):
            raise GarbledError("something else than messages came")
        if len(self._held) < _HEAD.size:
            return None
        _, check, length = _HEAD.unpack_from(self._held)
        end = _HEAD.size + length
        if len(self._held) < end:
            return None
        body = bytes(self._held[_HEAD.size : end])
        if crc32(body) != check:
            raise GarbledError("a message isn't the one that was sent")
        del self._held[:end]
        return body


def pack_message(message: object) -> bytes:
    """Give a message as it is sent; raise whatever pickling it raises."""
    body = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    return _HEAD.pack(_MARK, crc32(body), len(body)) + body


def unpack_message(body: bytes) -> Any:
    """Give the message of a body that an `Inbox` took; raise whatever unpickling it raises."""
    return pickle.loads(body)  # noqa: S301 - from the process at the other end, see above


def pack_value(value: object) -> bytes:
    """Give a value as a part of a message that may turn out not to be readable by itself."""
    return pickle.dumps(value)


def describe_error(error: BaseException) -> str:
    """Give the name of an error and what it says, as one line of bounded length."""
    name = type(error).__name__
    try:
        text = " ".join(str(error).split())
    except Exception:  # noqa: BLE001 - an error that can't be said is one all the same
        text = ""
    text = "".join(one if one.isprintable() else "?" for one in text[:_LONGEST])
    return f"{name}: {text}" if text else name


def _help(number: int, package: str, module: str) -> None:
    """Be a helping process, on a line that is an inherited file descriptor: run a module's `main`."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the near end decides when to stop
    line = socket(fileno=number)
    line.set_inheritable(False)  # what a task starts would hold it open
    sys.path.append(package)
    try:
        main = import_module(module).main
    except BaseException as error:  # noqa: BLE001 - the near end raises it
        line.sendall(
            pack_message(
                ("failed", None, f"a helping process can't start: {describe_error(error)}")
            )
        )
        os._exit(1)
    main(line)


if __name__ == "__main__":
    _help(int(sys.argv[1]), *sys.argv[2:])
