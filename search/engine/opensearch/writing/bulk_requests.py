"""Sending many documents: in requests of bounded size, again where the archive is busy."""

from __future__ import annotations

import json
from functools import partial
from threading import Event, Thread
from typing import TYPE_CHECKING, Any, NamedTuple

from search.engine.archive_protocol import Rejected
from search.engine.opensearch.archive_connection import TooBusyError, TooLargeError
from search.engine.opensearch.nodes.archive_faults import PassingError, SilentError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from search.engine.opensearch.archive_connection import Connection

_LARGEST = 5 << 20
"""Bytes of a request, but for one document that is larger."""
_MOST = 500
_AT_ONCE = 2
"""Requests under way: one is indexed while the next arrives; more only take memory there."""
_TRIES = 8
_ELSEWHERE = 5
"""Times that a request is sent again where a node fails or is silent: for some fifteen seconds."""
_PAUSE = 0.5
"""Seconds before what a busy archive refused is sent again, twice as many each time."""
_LONGEST_PAUSE = 16
"""Such seconds at most: a lock that isn't renewed for long is taken by others."""
_BUSY = 429
_PASSING = {_BUSY, 502, 503, 504}
"""What passes: too much at once, or a shard that is moving."""
_NOT_FOUND = 404
_FAULT = 300
_SERVER_FAULT = 500
_TOLD = "items.*.status,items.*.error"
"""What an answer says of each change: no more than is looked at."""


class Change(NamedTuple):
    """A document to be put in, or to be removed where there is no text for it."""

    id: str
    document: str


class BulkSender:
    """Sends changes to one index, two requests at a time, while more are made.

    What is refused is in `refused` once `finish` has returned. Of two changes to one document, the
    later is sent once the earlier is done.

    Args:
        connection: the way to the archive.
        index: the one to change.
        meanwhile: called before each request, also before one is tried again, in any thread.
        wait: waits so many seconds, or until an event, and tells whether that was.
    """

    def __init__(
        self,
        connection: Connection,
        index: str,
        meanwhile: Callable[[], object],
        wait: Callable[[Event, float], bool] = Event.wait,
    ) -> None:
        self._connection = connection
        self._path = f"/{index}/_bulk"
        self._meanwhile = meanwhile
        self._wait = wait
        self._stopped = Event()
        self._under_way: list[_Request] = []
        self.refused: list[Rejected] = []

    def send(self, changes: Iterable[Change]) -> None:
        """Send changes; returns while the last of them are under way. Raises what those before met."""
        for some in _requests(changes):
            names = {change.id for change in some}
            while len(self._under_way) >= _AT_ONCE or any(
                names & one.names for one in self._under_way
            ):
                self.refused += self._under_way.pop(0).result()
            self._under_way.append(_Request(names, partial(self._send, some)))

    def finish(self) -> None:
        """Wait until all is done; raise what any met."""
        while self._under_way:
            self.refused += self._under_way.pop(0).result()

    def close(self) -> None:
        """Wait for what is under way, which isn't tried again."""
        self._stopped.set()
        for one in self._under_way:
            one.join()

    def _send(self, some: Sequence[Change]) -> list[Rejected]:
        """Send one request, in halves where it is too large, and again what came too fast."""
        refused: list[Rejected] = []
        for attempt in range(_TRIES):
            if attempt and self._wait(self._stopped, _pause(attempt)):
                break
            self._meanwhile()
            try:
                answer = self._connection.send("POST", self._path, _lines(some), filter_path=_TOLD)
                busy, more = self._sorted_out(some, answer)
                refused += more
            except TooLargeError as error:
                if len(some) == 1:
                    return [*refused, Rejected(*some[0], error.reason)]
                half = len(some) // 2
                return [*refused, *self._send(some[:half]), *self._send(some[half:])]
            except TooBusyError:
                busy = list(some)
            except (PassingError, SilentError):
                if attempt >= _ELSEWHERE:
                    raise
                busy = list(some)  # what came there all the same is put in again
            if not busy:
                return refused
            some = busy
        raise self._connection.failed("it was too busy all the time")

    def _sorted_out(
        self, some: Sequence[Change], answer: dict[str, Any]
    ) -> tuple[list[Change], list[Rejected]]:
        """Give those it was too busy for, and those it refuses."""
        told = answer.get("items")
        if not isinstance(told, list) or len(told) != len(some):
            raise self._connection.failed("its answer is not what an OpenSearch gives")
        busy: list[Change] = []
        refused: list[Rejected] = []
        for change, one in zip(some, told, strict=True):
            status, error = _result(one)
            if status in _PASSING:
                busy.append(change)
            elif status >= _FAULT and not (status == _NOT_FOUND and not change.document):
                refused.append(Rejected(*change, _reason(error)))
        return busy, refused


class _Request:
    """A request under way in a thread of its own, which doesn't keep the program from ending."""

    def __init__(self, names: AbstractSet[str], send: Callable[[], list[Rejected]]) -> None:
        self.names = names
        self._send = send
        self._refused: list[Rejected] = []
        self._met: BaseException | None = None
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def result(self) -> list[Rejected]:
        """Wait for it, and give what was refused, or raise what it met."""
        self.join()
        if self._met is not None:
            raise self._met
        return self._refused

    def join(self) -> None:
        """Wait for it."""
        self._thread.join()

    def _run(self) -> None:
        try:
            self._refused = self._send()
        except BaseException as error:  # noqa: BLE001 - raised by `result`
            self._met = error


def _requests(changes: Iterable[Change]) -> Iterator[list[Change]]:
    some: list[Change] = []
    size = 0
    for change in changes:
        if some and (len(some) >= _MOST or size + len(change.document) > _LARGEST):
            yield some
            some, size = [], 0
        some.append(change)
        size += len(change.document)
    if some:
        yield some


def _pause(attempt: int) -> float:
    return min(_LONGEST_PAUSE, _PAUSE * 2.0 ** (attempt - 1))


def _result(told: object) -> tuple[int, object]:
    """Give the status of one change, and what is said of it; a fault where there is none."""
    results = list(told.values()) if isinstance(told, dict) else []
    result = results[0] if len(results) == 1 else None
    status = result.get("status") if isinstance(result, dict) else None
    if not isinstance(result, dict) or not isinstance(status, int):
        return _SERVER_FAULT, "the archive did not say what became of it"
    return status, result.get("error")


def _lines(some: Sequence[Change]) -> str:
    parts: list[str] = []
    for change in some:
        kind = "index" if change.document else "delete"
        parts.append(json.dumps({kind: {"_id": change.id}}))
        if change.document:
            parts.append(change.document)
    return "\n".join(parts) + "\n"


def _reason(error: object) -> str:
    """Give why a document is refused: one bounded line that can be printed."""
    told = error if isinstance(error, dict) else {"reason": error}
    cause = told.get("caused_by")
    said = [told.get("reason"), cause.get("reason") if isinstance(cause, dict) else None]
    return ": ".join(_line(str(one)[:1_000])[:200] for one in said if one) or "it did not say why"


def _line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
