"""Faults for helping processes: functions and values to send to them."""

from __future__ import annotations

import os
import resource
import signal
import socket
import threading
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeAlias, TypeVar

from search import ArticleError, QueryError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    R = TypeVar("R")
    Output: TypeAlias = Generator[dict[str, Any], None, R]

NAMED = {"id": "00", "number": 0, "body_exact": "the words"}


class TwoWordsError(Exception):
    """An error that can't be unpickled, as its arguments are not those of `__init__`."""

    def __init__(self, one: str, other: str) -> None:
        super().__init__(f"{one} and {other}")


class TwoWordsOSError(OSError):
    """An OSError that can't be unpickled, for the same reason."""

    def __init__(self, one: str, *, other: str) -> None:
        super().__init__(28, f"{one} and {other}")


class MuteError(Exception):
    """An error whose `str` raises."""

    def __str__(self) -> str:
        raise TwoWordsError("no", "words")


class Unread:
    """A value that can be pickled but not unpickled."""

    def __init__(self, error: BaseException) -> None:
        self._error = error

    def __reduce__(self) -> tuple[Any, ...]:
        return _fail, (self._error,)


class Unsent:
    """A value that can't be pickled."""

    def __reduce__(self) -> NoReturn:
        raise TypeError("it stays here")


def _fail(error: BaseException) -> NoReturn:
    raise error


def nothing(task: object) -> Output[object]:
    """Make no article; give the task back."""
    yield from ()
    return task


def refuse(name: str, _task: object) -> Output[object]:
    """Raise an error with this name."""
    make: dict[str, Callable[[], BaseException]] = {
        "plain": lambda: ValueError("a plain\nfault \x1b[2J"),
        "two words": lambda: TwoWordsError("bread", "butter"),
        "mute": MuteError,
        "local": _local,
        "os": lambda: FileNotFoundError(2, "No such file or directory"),
        "os of two words": lambda: TwoWordsOSError("bread", other="butter"),
        "broken pipe": lambda: BrokenPipeError(32, "Broken pipe"),
        "interrupted": lambda: InterruptedError(4, "Interrupted system call"),
        "memory": lambda: MemoryError("no article is that large"),
        "article": lambda: ArticleError("a.md", "it is no article"),
        "query": lambda: QueryError("a b", 2, "it is no query"),
        "exit": lambda: SystemExit(3),
        "interrupt": KeyboardInterrupt,
    }
    error = make[name]()
    raise error


def _local() -> Exception:
    class LocalError(Exception):
        pass

    return LocalError("only known here")


def leave(status: int, _task: object) -> Output[object]:
    """End the process."""
    os._exit(status)


def linger(where: str, task: object) -> Output[object]:
    """Get killed, while a child process keeps all files of this one open."""
    if number := os.fork():
        Path(where).write_text(str(number), "ascii")
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(600)
    yield from ()
    return task


def thread(task: object) -> Output[object]:
    """Start a thread that Python would wait for at the end."""
    threading.Thread(target=time.sleep, args=(600,)).start()
    yield from ()
    return task


def on_the_line(do: str, task: object) -> Output[object]:
    """Disturb the connection to the leader, as a stray write or close would."""
    line = socket.socket(fileno=next(filter(_is_socket, range(3, 256))))
    lines: dict[str, Callable[[], object]] = {
        "garbage": partial(line.sendall, b"Segmentation fault"),
        "a byte": partial(line.sendall, b"\n"),
        "zeros": partial(line.sendall, bytes(100)),
        "close": line.close,
        "shut": partial(line.shutdown, socket.SHUT_RDWR),
        "stop writing": partial(line.shutdown, socket.SHUT_WR),
        "stop reading": partial(line.shutdown, socket.SHUT_RD),
    }
    lines[do]()
    line.detach()
    yield from ()
    return task


def _is_socket(number: int) -> bool:
    try:
        return Path(f"/dev/fd/{number}").is_socket()
    except OSError:
        return False


def wide(size: int, task: bytes) -> Output[bytes]:
    """Give more than fits into one write to the connection."""
    yield from ()
    return bytes([task[0]]) * size


def no_room(task: object) -> Output[object]:
    """Make writing files fail in this process from now on."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (16, 16))
    yield NAMED
    return task


def shapeless(task: object) -> Any:
    """Give a value of the wrong shape."""
    return task


def unsent_answer(_task: object) -> Output[Unsent]:
    """Give an answer that can't be pickled."""
    yield from ()
    return Unsent()


def unread_answer(error: BaseException, _task: object) -> Output[Unread]:
    """Give an answer that can't be unpickled."""
    yield from ()
    return Unread(error)


def unknown_fields(task: object) -> Output[object]:
    """Make an article with fields of wrong types."""
    yield {"id": 7, "number": "many", "body_exact": object()}
    return task
