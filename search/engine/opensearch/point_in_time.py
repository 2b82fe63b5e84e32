"""What an archive holds at one moment: a point in time, asked again and again."""

from __future__ import annotations

from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, Any

from search.engine.cancellation import never_cancelled
from search.engine.opensearch.archive_connection import patiently
from search.engine.opensearch.nodes.archive_faults import MAY_PASS
from search.errors import IndexFailedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from search.engine.opensearch.archive_connection import Connection
    from search.engine.opensearch.leaf_query import Asked

_KEPT = "5m"
"""How long an archive keeps a point in time after it was asked last."""
_PARTING = 1.0
"""Seconds that letting go of a view may take."""
POSITION = "_shard_doc"
"""Where a document lies in a view: differs in all, and nothing has to be read to sort by it."""
PAGE = 1_000
"""Documents given at once, of which only some fields are wanted."""
_NO_ANSWER = ("the archive", "its answer is not what an OpenSearch gives")


class View:
    """A point in time of one index. Safe to use from several threads.

    `tie` is a field that differs in all documents; `POSITION` for where they lie in the view, which costs
    the archive nothing, but differs in each view.

    Where the archive has let go of it, `lost` is raised as NotThereError, or a new one is opened
    by whoever asks with `again`: what is seen then may have changed.
    """

    def __init__(self, connection: Connection, index: str, tie: str = "id") -> None:
        self._connection = connection
        self._index = index
        self.tie = tie
        self.number = 0
        """How often it was opened anew."""
        self._name = self._opened()

    def ask(self, body: dict[str, Any]) -> dict[str, Any]:
        """Search, once; raise NotThereError if the point in time has expired.

        Where a node fails nobody asks another: views of what it held are gone with it.
        """
        pit = {"id": self._name, "keep_alive": _KEPT}
        # Where nobody hears the answer, for a connection was lost, the archive gives up too.
        bound = {"cancel_after_time_interval": f"{self._connection.options.timeout}s"}
        return self._connection.ask("/_search", body | {"pit": pit}, once=True, **bound)

    def ask_again(self, body: dict[str, Any]) -> dict[str, Any]:
        """Search; where the point in time has expired or a node fails, in a new one."""
        return patiently(lambda: self.ask(body), self._renew, passing=MAY_PASS)

    def each(
        self,
        query: Asked,
        fields: list[str],
        cancelled: Callable[[], bool] = never_cancelled,
        *,
        most: int | None = None,
        first: Sequence[Asked] = (),
    ) -> Iterator[dict[str, Any]]:
        """Yield some fields of all documents that a query finds, in pages; of `most` when given.

        They come in the order `first`, then ascending by id.
        """
        for hit in self.hits(query, fields, cancelled, most, first):
            yield hit.get("_source") or {}

    def hits(
        self,
        query: Asked,
        fields: list[str],
        cancelled: Callable[[], bool],
        most: int | None,
        first: Sequence[Asked] = (),
        *,
        at_once: int = PAGE,
    ) -> Iterator[dict[str, Any]]:
        """Yield documents as `each` does, each with its `_id`; without any field where `fields` is empty.

        Where the view expires or a node fails on the way, it goes on in a new one, behind the last; from
        the beginning without those it had where documents are told apart by where they lie.
        """
        size = at_once if most is None else min(at_once, most)
        every = self._every(query, fields, cancelled, [*first, {self.tie: "asc"}], size)
        yield from islice(_each_once(every) if self.tie == POSITION else every, most)

    def _every(
        self,
        query: Asked,
        fields: list[str],
        cancelled: Callable[[], bool],
        order: list[Asked],
        size: int,
    ) -> Iterator[dict[str, Any]]:
        after: dict[str, Any] = {}
        number = self.number
        body = {"query": query, "size": size, "sort": order, "_source": fields or False}
        while size and not cancelled():
            hits = hits_of(self.ask_again(body | {"track_total_hits": False} | after))
            if self.tie == POSITION and number != self.number and after:
                number, after = self.number, {}
                continue
            number = self.number
            yield from hits
            if len(hits) < size:
                return
            after = {"search_after": hits[-1]["sort"]}

    def close(self) -> None:
        """Let the archive forget it; nobody waits for one that doesn't answer."""
        path, body = "/_search/point_in_time", {"pit_id": [self._name]}
        self._connection.send("DELETE", path, body, timeout=_PARTING)

    def _opened(self) -> str:
        path = f"/{self._index}/_search/point_in_time"
        try:
            answer = self._connection.ask(path, method="POST", once=True, keep_alive=_KEPT)
        except MAY_PASS:
            raise
        except IndexFailedError:
            self._connection.check_version()
            raise
        return str(answer.get("pit_id", ""))

    def _renew(self) -> None:
        # Where that can't be done yet, the old one is asked once more, and says why.
        with suppress(*MAY_PASS):
            self._name = self._opened()
            self.number += 1


def _each_once(hits: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Leave out documents that came before. Memory: their ids."""
    given: set[str] = set()
    for hit in hits:
        if hit["_id"] not in given:
            given.add(hit["_id"])
            yield hit


def hits_of(answer: dict[str, Any], *, key: str = "_id") -> list[dict[str, Any]]:
    """Give the documents of an answer, each with its `_id`, or another key."""
    hits = _inside(answer, "hits", "hits")
    if not isinstance(hits, list) or not all(isinstance(one, dict) and key in one for one in hits):
        raise IndexFailedError(*_NO_ANSWER)
    return hits


def total_of(answer: dict[str, Any]) -> int:
    """Give how many documents an answer speaks of."""
    total = _inside(answer, "hits", "total", "value")
    if not isinstance(total, int):
        raise IndexFailedError(*_NO_ANSWER)
    return total


def is_exact(answer: dict[str, Any]) -> bool:
    """Tell whether there are no more documents than an answer's total says."""
    return bool(_inside(answer, "hits", "total").get("relation", "eq") == "eq")


def buckets_of(answer: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """Give the buckets of an aggregation, each with its `doc_count`."""
    buckets = _inside(answer, "aggregations", name, "buckets")
    if not isinstance(buckets, list) or not all(
        isinstance(one, dict) and isinstance(one.get("doc_count"), int) for one in buckets
    ):
        raise IndexFailedError(*_NO_ANSWER)
    return buckets


def starts_of(answer: dict[str, Any], name: str) -> list[tuple[int, int]]:
    """Give where each bucket of an aggregation by numbers begins, and how many documents are in it."""
    found: list[tuple[int, int]] = []
    for one in buckets_of(answer, name):
        start = one.get("key")
        if not isinstance(start, int | float):
            raise IndexFailedError(*_NO_ANSWER)
        found.append((round(start), one["doc_count"]))
    return found


def number_of(answer: dict[str, Any], name: str) -> int:
    """Give the number that an aggregation counts."""
    number = _inside(answer, "aggregations", name, "value")
    if not isinstance(number, int):
        raise IndexFailedError(*_NO_ANSWER)
    return number


def suggested(answer: dict[str, Any], name: str) -> list[str]:
    """Give the texts that a suggester offers, the best first for each word that was asked about."""
    said = _inside(answer, "suggest", name)
    try:
        return [str(one["text"]) for word in said for one in word["options"]]
    except (TypeError, KeyError, IndexError):
        raise IndexFailedError(*_NO_ANSWER) from None


def sort_values_of(hits: list[dict[str, Any]]) -> list[list[Any]]:
    """Give what each document of a sorted answer is sorted by."""
    found = [hit.get("sort") for hit in hits]
    values = [one for one in found if isinstance(one, list)]
    if len(values) < len(found):
        raise IndexFailedError(*_NO_ANSWER)
    return values


def counts_of(answer: dict[str, Any], name: str, asked: int) -> list[int]:
    """Give how many documents are in each bucket of an aggregation, of which so many were asked for."""
    try:
        counts = [int(one["doc_count"]) for one in buckets_of(answer, name)]
    except (TypeError, KeyError, ValueError):
        counts = []
    if len(counts) != asked:
        raise IndexFailedError(*_NO_ANSWER)
    return counts


def _inside(answer: object, *names: str) -> Any:
    """Give what lies deep in an answer; raise IndexFailedError if it doesn't."""
    for name in names:
        if not isinstance(answer, dict) or name not in answer:
            raise IndexFailedError(*_NO_ANSWER)
        answer = answer[name]
    return answer
