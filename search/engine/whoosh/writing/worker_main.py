"""The main loop of a worker process: the far end of a `Worker`.

    begin storage indexname layout budget
    prepare function                        how articles are made of tasks, from now on
    batch tasks                             answered by `done`: for each task, the keys its
                                            articles have, and what it told
    collect                                 answered by `segments`
    join segments                           answered by `joined`

Whatever fails, what can't be read and what can't be answered included, is answered by `failed` (see
`fault`) and ends the process; so does the end of the line.
"""

from __future__ import annotations

import gc
import os
import time
from contextlib import suppress
from queue import Queue
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeAlias

from search.engine.task_output import take_each
from search.engine.whoosh.segments.damage import DamagedError
from search.engine.whoosh.writing.join_segments import join_segments
from search.engine.whoosh.writing.messages import (
    Inbox,
    describe_error,
    pack_message,
    unpack_message,
)
from search.engine.whoosh.writing.segment_buffer import SegmentBuffer, keys_of, raw
from search.engine.whoosh.writing.work_errors import make_fields, pack_error

if TYPE_CHECKING:
    from socket import socket

    from search.engine.whoosh.codec.array_codec import ArraySegment
    from search.engine.whoosh.codec.checked_storage import ArrayStorage
    from search.engine.whoosh.segments.field_layout import FieldLayout

    Told: TypeAlias = Queue[bytes | Exception | None]

_GRACE = 1.0
"""Seconds to end in order once the line is closed."""
_COLLECT_AFTER = 20_000
"""Objects made between two looks for garbage: reading an article makes many that last."""
_PIECE = 1 << 18


def main(line: socket) -> None:
    """Serve until the line is closed or something fails; the process ends with it."""
    gc.freeze()
    gc.set_threshold(_COLLECT_AFTER)
    far = _WorkerLoop(line)
    status = 0
    try:
        _serve(line, far)
    except BaseException as error:  # noqa: BLE001 - whatever it is, the near end raises it
        status = 1
        with suppress(BaseException):  # where even this fails, the end of the line tells
            line.sendall(pack_message(("failed", *pack_error(error))))
    finally:
        with suppress(BaseException):
            far.discard()
        os._exit(status)  # whatever a task has left running


def _serve(line: socket, far: _WorkerLoop) -> None:
    told: Told = Queue()
    Thread(target=_listen, args=(line, told), daemon=True).start()
    while (message := told.get()) is not None:
        far.do(*_read(message))


def _read(message: bytes | Exception) -> tuple[str, Any]:
    """Read what was sent here, not where it is listened for, so that a failure is told."""
    if isinstance(message, Exception):
        raise message
    what: tuple[str, Any] = unpack_message(message)
    return what


class _WorkerLoop:
    """Does as told."""

    def __init__(self, line: socket) -> None:
        self._line = line
        self._prepare: Any = None
        self._buffer: SegmentBuffer | None = None

    def do(self, verb: str, *what: Any) -> None:
        match verb, *what:
            case "begin", storage, indexname, layout, budget:
                self._begin(storage, indexname, layout, budget)
            case "prepare", prepare:
                self._prepare = prepare
            case "batch", tasks:
                self._answer("done", [self._one(task) for task in tasks])
            case ("collect",):
                self._open.flush()
                self._answer("segments", self._open.segments)
                self._open.segments = []
            case "join", segments:
                self._answer("joined", self._joined(segments))
            case _:
                raise ValueError(f"it was told {verb!r}, which it doesn't know")

    def discard(self) -> None:
        """Forget everything and remove the files."""
        if self._buffer is not None:
            self._buffer.discard()

    @property
    def _open(self) -> SegmentBuffer:
        if self._buffer is None:
            raise ValueError("it wasn't told where to begin")
        return self._buffer

    def _begin(
        self, storage: ArrayStorage, indexname: str, layout: FieldLayout, budget: int
    ) -> None:
        self._place = storage, indexname
        self._layout = layout
        self._buffer = SegmentBuffer(storage, indexname, layout, budget)

    def _answer(self, verb: str, told: Any) -> None:
        self._line.sendall(pack_message((verb, told)))

    def _one(self, task: Any) -> tuple[list[tuple[str, bytes]], Any]:
        keys: list[tuple[str, bytes]] = []

        def add(made: dict[str, Any]) -> None:
            fields = raw(self._layout, made)
            self._open.add(fields)
            keys.extend(keys_of(self._layout, fields))

        return keys, take_each(make_fields(self._prepare, task), add)

    def _joined(self, segments: list[ArraySegment]) -> ArraySegment:
        """Merge segments; what is wrong with them is damage, as it would be to the leader."""
        try:
            return join_segments(*self._place, segments)
        except (OSError, MemoryError, DamagedError):
            raise
        except Exception as error:
            raise DamagedError(describe_error(error)) from error


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
