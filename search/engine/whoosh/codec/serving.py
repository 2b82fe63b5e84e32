"""What a second process does: the far end of a `Partner`.

    begin storage indexname layout budget
    prepare function                        how articles are made of tasks, from now on
    batch tasks                             answered by `done`: for each task, the keys its
                                            article has, if it made one, and what it told
    collect                                 answered by `segments`
    join segments                           answered by `joined`

A failure is answered by `failed` and ends the process; so does the end of the line.
"""

from __future__ import annotations

import gc
import os
import signal
import time
from contextlib import suppress
from multiprocessing.connection import Connection
from queue import Queue
from threading import Thread
from typing import TYPE_CHECKING, Any

from search.engine.whoosh.codec.gathering import Gathering, keys_of, raw
from search.engine.whoosh.codec.joining import join

if TYPE_CHECKING:
    from search.engine.whoosh.codec.storage import ArrayStorage
    from search.engine.whoosh.segments.layout import Layout

_GRACE = 1.0
"""Seconds to end in order once the line is closed."""
_COLLECT_AFTER = 20_000
"""Objects made between two looks for garbage: reading an article makes many that last."""


def main(number: int) -> None:
    """Serve on an inherited file descriptor until the line is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the near end decides when to stop
    gc.freeze()
    gc.set_threshold(_COLLECT_AFTER)
    line = Connection(number)
    told: Queue[tuple[Any, ...] | None] = Queue()
    Thread(target=_listen, args=(line, told), daemon=True).start()
    begin = told.get()
    if begin is None:
        return
    far = _Far(line, *begin[1:])
    try:
        while (what := told.get()) is not None:
            far.do(*what)
    except (BrokenPipeError, ConnectionResetError):
        pass
    except Exception as error:  # noqa: BLE001 - the near end raises it
        with suppress(OSError):
            line.send(("failed", error))
    far.gathering.discard()


class _Far:
    """Does as told."""

    def __init__(
        self,
        line: Connection,
        storage: ArrayStorage,
        indexname: str,
        layout: Layout,
        budget: int,
    ) -> None:
        self._line = line
        self._place = storage, indexname
        self._layout = layout
        self._prepare: Any = None
        self.gathering = Gathering(storage, indexname, layout, budget)

    def do(self, verb: str, what: Any = None) -> None:
        match verb:
            case "prepare":
                self._prepare = what
            case "batch":
                self._line.send(("done", [self._one(task) for task in what]))
            case "collect":
                self.gathering.flush()
                self._line.send(("segments", self.gathering.segments))
                self.gathering.segments = []
            case _:
                self._line.send(("joined", join(*self._place, what)))

    def _one(self, task: Any) -> tuple[list[tuple[str, bytes]], Any]:
        fields, told = self._prepare(task)
        if fields is None:
            return [], told
        fields = raw(self._layout, fields)
        self.gathering.add(fields)
        return keys_of(self._layout, fields), told


def _listen(line: Connection, told: Queue[tuple[Any, ...] | None]) -> None:
    """Take what is sent while the other thread works, so that the sender needn't wait."""
    try:
        while True:
            told.put(line.recv())
    except (EOFError, OSError):
        told.put(None)
        # Whoever would take what is being done may be gone for good.
        time.sleep(_GRACE)
        os._exit(1)
