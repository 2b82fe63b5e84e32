"""What an archive is at the moment: which index, which version, who writes; kept beside its articles.

A small index, `NAME-state`, has a document for the content, one for the lock, and one for each file
that the articles were read from.
"""

from __future__ import annotations

import json
import time
from base64 import b64decode, b64encode
from contextlib import suppress
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, NamedTuple

from search.engine.opensearch.archive_connection import NotThereError
from search.engine.opensearch.archive_documents import FORMAT
from search.engine.opensearch.point_in_time import PAGE, hits_of
from search.errors import IndexFailedError
from search.library import Entry, KnownFiles

if TYPE_CHECKING:
    from search.engine.opensearch.archive_connection import Connection
    from search.library import FilesUpdate

_BODY = {
    "settings": {"number_of_shards": 1},
    "mappings": {
        "dynamic": "strict",
        "properties": {
            "kind": {"type": "keyword"},
            "of": {"type": "keyword"},
            "name": {"type": "keyword"},
            "told": {"type": "object", "enabled": False},
        },
    },
}


class Content(NamedTuple):
    """What there is.

    Attributes:
        holder: the index that holds the articles.
        version: how often something else could be found; 0 before anything was.
        failures, folder: as in `KnownFiles`.
        made_as: the format of its documents.
    """

    holder: str
    version: int = 0
    failures: tuple[tuple[str, str], ...] = ()
    folder: str = ""
    made_as: int = FORMAT


class ArchiveState:
    """The state of one archive."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.name = connection.address.index
        self._index = f"{self.name}-state"

    def content(self) -> Content | None:
        """Give what there is; None if nothing was ever pushed there."""
        told = self.told("content")
        if told is None:
            return None
        try:
            failures = tuple((str(path), str(why)) for path, why in json.loads(told["failures"]))
            numbers = int(told["version"]), int(told["made_as"])
            return Content(
                str(told["holder"]), numbers[0], failures, str(told["folder"]), numbers[1]
            )
        except (KeyError, TypeError, ValueError):
            raise self._connection.failed("what it says of itself is broken") from None

    def keep(self, content: Content) -> None:
        """Write what there is; a path of any bytes fits."""
        told = content._asdict() | {"failures": json.dumps(content.failures)}
        self.tell("content", told)

    def locked(self) -> bool:
        """Tell whether a program is writing it."""
        told = self.told("lock")
        return told is not None and float(told.get("until", 0)) > time.time()

    def files(self, index: str) -> KnownFiles:
        """Give the files that the articles of an index were read from."""
        content = self.content() or Content(index)
        entries: dict[str, Entry] = {}
        after: dict[str, Any] = {}
        while True:
            query = {"bool": {"filter": [{"term": {"kind": "file"}}, {"term": {"of": index}}]}}
            body = {"query": query, "size": PAGE, "sort": [{"name": "asc"}]} | after
            hits = hits_of(self._connection.ask(f"/{self._index}/_search", body))
            for hit in hits:
                entry = _entry(hit.get("_source", {}).get("told", {}))
                entries[entry.path] = entry
            if len(hits) < PAGE:
                return KnownFiles(entries, content.failures, content.folder)
            after = {"search_after": hits[-1]["sort"]}

    def note(self, index: str, update: FilesUpdate, known: KnownFiles) -> None:
        """Write what changed of the files of an index."""
        lines: list[dict[str, Any]] = []
        for entry in update.written:
            if known.entries.get(entry.path) != entry:
                name = _name(index, entry.path)
                lines.append({"index": {"_index": self._index, "_id": f"file-{name}"}})
                lines.append({"kind": "file", "of": index, "name": name, "told": _told(entry)})
        for path in update.gone:
            name = f"file-{_name(index, path)}"
            lines.append({"delete": {"_index": self._index, "_id": name}})
        if lines:
            body = "".join(f"{json.dumps(line)}\n" for line in lines)
            answer = self._connection.send("POST", "/_bulk", body, refresh="true")
            if answer.get("errors") and update.written:
                raise self._connection.failed("it did not take the list of files")

    def forget_files(self, index: str) -> None:
        """Remove the files of an index that is gone."""
        body = {"query": {"term": {"of": index}}}
        path = f"/{self._index}/_delete_by_query"
        self._connection.send("POST", path, body, conflicts="proceed", refresh="true")

    def begin(self) -> None:
        """Make the index of the state if there is none."""
        try:
            self._connection.send("PUT", f"/{self._index}", _BODY)
        except IndexFailedError as error:
            if "already exists" not in error.reason:
                raise

    def told(self, name: str) -> dict[str, Any] | None:
        """Give what was told under a name; None if nothing was."""
        try:
            answer = self._connection.ask(f"/{self._index}/_doc/{name}")
        except NotThereError:
            return None
        told = answer.get("_source", {}).get("told")
        return told if isinstance(told, dict) else None

    def tell(self, name: str, told: dict[str, Any]) -> None:
        """Write something under a name."""
        path = f"/{self._index}/_doc/{name}"
        self._connection.send("PUT", path, {"kind": name, "told": told})

    def forget(self, name: str) -> None:
        """Remove what was told under a name."""
        with suppress(NotThereError):
            self._connection.send("DELETE", f"/{self._index}/_doc/{name}")


def _name(index: str, path: str) -> str:
    return blake2b(f"{index}/{path}".encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _told(entry: Entry) -> dict[str, Any]:
    """Write an entry: a path of any bytes fits."""
    path = entry.path.encode("utf-8", "surrogatepass")
    rows = None if entry.rows is None else b64encode(entry.rows).decode()
    return entry._asdict() | {
        "path": b64encode(path).decode(),
        "digest": entry.digest.hex(),
        "rows": rows,
    }


def _entry(told: dict[str, Any]) -> Entry:
    rows = told["rows"]
    return Entry(
        b64decode(told["path"]).decode("utf-8", "surrogatepass"),
        int(told["size"]),
        str(told["stamp"]),
        bytes.fromhex(told["digest"]),
        None if rows is None else b64decode(rows),
        str(told["passed_over"]),
        int(told["addresses"]),
    )
