"""A second process that gathers its share of the articles."""

from __future__ import annotations

import multiprocessing
import signal
from contextlib import suppress
from queue import Queue
from threading import Thread
from typing import TYPE_CHECKING, Any

from search.index.engine.gathering import Gathering

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from search.index.arrays.layout import Layout
    from search.index.engine.segment import ArraySegment
    from search.index.engine.storage import ArrayStorage

_AHEAD = 2
"""Batches that may lie with the second process before this one works itself."""


class Partner:
    """The near end. If this process dies, the other one ends too."""

    def __init__(self, storage: ArrayStorage, indexname: str, layout: Layout, budget: int) -> None:
        """Start the process; it takes a moment to get ready, during which batches wait."""
        spawn = multiprocessing.get_context("spawn")
        self._line, far = spawn.Pipe()
        self._process = spawn.Process(
            target=_serve, args=(far, storage, indexname, layout, budget), daemon=True
        )
        self._process.start()
        far.close()
        self._away = 0
        self._keys: set[tuple[str, bytes]] = set()
        self._layout = layout

    @property
    def free(self) -> bool:
        """Whether it should be given the next batch."""
        while self._line.poll():
            self._take()
        return self._away < _AHEAD

    def add(self, batch: list[dict[str, Any]]) -> None:
        """Hand over articles."""
        self._keys.update(
            (name, fields[name])
            for fields in batch
            for name in self._layout.keys
            if fields.get(name)
        )
        self._send("add", batch)
        self._away += 1

    def remove(self, name: str, key: bytes) -> int:
        """Have an article removed if it was handed over; give how many there were."""
        if (name, key) not in self._keys:
            return 0
        self._keys.discard((name, key))
        self._send("remove", name, key)
        return 1

    def collect(self) -> list[ArraySegment]:
        """Wait for everything to be written and give the segments; it then begins anew."""
        self._send("collect")
        self._keys.clear()
        while True:
            told = self._take()
            if told is not None:
                return told

    def _send(self, *what: Any) -> None:
        with suppress(BrokenPipeError):  # why it broke is told when its answers are read
            self._line.send(what)

    def _take(self) -> list[ArraySegment] | None:
        """Read one answer: segments, or None for a batch that is done; raise what it met."""
        try:
            verb, told = self._line.recv()
        except EOFError:
            raise OSError("the second process ended") from None
        if verb == "failed":
            raise told
        if verb == "done":
            self._away -= 1
            return None
        segments: list[ArraySegment] = told
        return segments

    def close(self) -> None:
        """End the process; what wasn't collected is removed."""
        with suppress(OSError):
            self._line.close()
        self._process.join(5)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()


def _serve(
    line: Connection, storage: ArrayStorage, indexname: str, layout: Layout, budget: int
) -> None:
    """Do as told until the line is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the near end decides when to stop
    told: Queue[tuple[Any, ...] | None] = Queue()
    Thread(target=_listen, args=(line, told), daemon=True).start()
    gathering = Gathering(storage, indexname, layout, budget)
    try:
        while (what := told.get()) is not None:
            match what:
                case ("add", batch):
                    for fields in batch:
                        gathering.add(fields)
                    line.send(("done", None))
                case ("remove", name, key):
                    gathering.remove(name, key)
                case _:
                    gathering.flush()
                    line.send(("segments", gathering.segments))
                    gathering.segments = []
    except (BrokenPipeError, ConnectionResetError):
        pass
    except Exception as error:  # noqa: BLE001 - the near end raises it
        with suppress(OSError):
            line.send(("failed", error))
    gathering.discard()


def _listen(line: Connection, told: Queue[tuple[Any, ...] | None]) -> None:
    """Take what is sent while the other thread works, so that the sender needn't wait."""
    try:
        while True:
            told.put(line.recv())
    except (EOFError, OSError):
        told.put(None)
