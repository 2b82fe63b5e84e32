"""What a worker process does for a writer of the index.

begin storage indexname layout budget
prepare function                        how articles are made of tasks, from now on
batch tasks                             answered by `done`: for each task, the keys its
                                        articles have, and what it told
collect                                 answered by `segments`
join segments                           answered by `joined`
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from search.engine.task_output import take_each
from search.engine.whoosh.segments.damage import DamagedError
from search.engine.whoosh.writing.join_segments import join_segments
from search.engine.whoosh.writing.segment_buffer import SegmentBuffer, keys_of, raw
from search.processes.messages import describe_error
from search.processes.serving import answer, serve
from search.processes.work_errors import make_fields

if TYPE_CHECKING:
    from socket import socket

    from search.engine.whoosh.codec.array_codec import ArraySegment
    from search.engine.whoosh.codec.checked_storage import ArrayStorage
    from search.engine.whoosh.segments.field_layout import FieldLayout

ANSWERS = {"batch": "done", "collect": "segments", "join": "joined"}


def main(line: socket) -> None:
    """Serve until the line is closed or something fails; the process ends with it."""
    serve(line, _WorkerLoop(line))


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
                answer(self._line, "done", [self._one(task) for task in tasks])
            case ("collect",):
                self._open.flush()
                answer(self._line, "segments", self._open.segments)
                self._open.segments = []
            case "join", segments:
                answer(self._line, "joined", self._joined(segments))
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
