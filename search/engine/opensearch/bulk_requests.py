"""Sending many documents: in requests of bounded size, again where the archive is busy."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any, NamedTuple

from search.engine.archive_protocol import Rejected
from search.engine.opensearch.archive_connection import TooBusyError, TooLargeError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from search.engine.opensearch.archive_connection import Connection

_LARGEST = 5 << 20
"""Bytes of a request, but for one document that is larger."""
_MOST = 500
_TRIES = 8
_PAUSE = 0.5
"""Seconds before what a busy archive refused is sent again, twice as many each time."""
_LONGEST_PAUSE = 16
"""Such seconds at most: a lock that isn't renewed for long is taken by others."""
_BUSY = 429
_NOT_FOUND = 404
_FAULT = 300


class Change(NamedTuple):
    """A document to be put in, or to be removed where there is no text for it."""

    id: str
    document: str


def send_each(
    connection: Connection,
    index: str,
    changes: Iterable[Change],
    meanwhile: Callable[[], object],
) -> list[Rejected]:
    """Send changes, and give those that were refused.

    `meanwhile` is called before each request, also before one is tried again.
    """
    refused: list[Rejected] = []
    for some in _requests(changes):
        refused += _send(connection, index, some, meanwhile)
    return refused


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


def _send(
    connection: Connection,
    index: str,
    some: Sequence[Change],
    meanwhile: Callable[[], object],
) -> list[Rejected]:
    """Send one request, in halves where it is too large, and again what came too fast."""
    refused: list[Rejected] = []
    for attempt in range(_TRIES):
        if attempt:
            time.sleep(min(_LONGEST_PAUSE, _PAUSE * 2 ** (attempt - 1)))
        meanwhile()
        try:
            answer = connection.send("POST", f"/{index}/_bulk", _lines(some))
            busy, more = _sorted_out(some, answer)
            refused += more
        except TooLargeError as error:
            if len(some) == 1:
                return [*refused, Rejected(*some[0], error.reason)]
            half = len(some) // 2
            for part in (some[:half], some[half:]):
                refused += _send(connection, index, part, meanwhile)
            return refused
        except TooBusyError:
            busy = list(some)
        if not busy:
            return refused
        some = busy
    raise connection.failed("it was too busy all the time")


def _sorted_out(
    some: Sequence[Change], answer: dict[str, Any]
) -> tuple[list[Change], list[Rejected]]:
    """Give those it was too busy for, and those it refuses."""
    busy: list[Change] = []
    refused: list[Rejected] = []
    for change, told in zip(some, answer.get("items", []), strict=True):
        (result,) = told.values()
        status = int(result.get("status", 0))
        if status == _BUSY:
            busy.append(change)
        elif status >= _FAULT and not (status == _NOT_FOUND and not change.document):
            refused.append(Rejected(*change, _reason(result.get("error"))))
    return busy, refused


def _lines(some: Sequence[Change]) -> str:
    parts: list[str] = []
    for change in some:
        kind = "index" if change.document else "delete"
        parts.append(json.dumps({kind: {"_id": change.id}}))
        if change.document:
            parts.append(change.document)
    return "\n".join(parts) + "\n"


def _reason(error: object) -> str:
    told = error if isinstance(error, dict) else {"reason": error}
    cause = told.get("caused_by")
    said = [told.get("reason"), cause.get("reason") if isinstance(cause, dict) else None]
    return ": ".join(" ".join(str(one).split())[:200] for one in said if one)
