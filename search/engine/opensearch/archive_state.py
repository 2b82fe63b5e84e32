"""What an archive is at the moment: which index, which version, who writes; kept beside its articles.

A small index, `NAME-state`, has a document for the content, one for the lock, and one for each file
that the articles were read from.
"""

from __future__ import annotations

import json
import secrets
import time
from base64 import b64decode, b64encode
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, NamedTuple

from search.engine.opensearch.archive_connection import ConflictError, NotThereError
from search.engine.opensearch.archive_documents import FORMAT
from search.engine.opensearch.point_in_time import PAGE, hits_of
from search.errors import IndexFailedError, IndexLockedError
from search.library import Entry, KnownFiles

if TYPE_CHECKING:
    from search.engine.opensearch.archive_connection import Connection
    from search.library import FilesUpdate

_LOCK_SECONDS = 120
"""How long a lock holds without being renewed: a program that was killed leaves its own."""
_RENEWED = 20
_WAIT = 0.5
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
        told = self._document("content")
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
        self._write("PUT", f"/{self._index}/_doc/content", "content", told)

    def locked(self) -> bool:
        """Tell whether a program is writing it."""
        told = self._document("lock")
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

    def _document(self, name: str) -> dict[str, Any] | None:
        try:
            answer = self._connection.ask(f"/{self._index}/_doc/{name}")
        except NotThereError:
            return None
        told = answer.get("_source", {}).get("told")
        return told if isinstance(told, dict) else None

    def _write(self, method: str, path: str, kind: str, told: object, **how: Any) -> dict[str, Any]:
        return self._connection.send(method, path, {"kind": kind, "told": told}, **how)


class ArchiveLock:
    """The right to write one archive, held for a while and renewed."""

    def __init__(self, connection: Connection) -> None:
        """Take it; raise IndexLockedError while another program has it."""
        self._connection = connection
        self._path = f"/{connection.address.index}-state"
        self._owner = secrets.token_hex(8)
        self._version: dict[str, Any] = {}
        ends = time.monotonic() + _WAIT
        while not self._taken():
            if time.monotonic() > ends:
                raise IndexLockedError(connection.address, "another program is writing it")
            time.sleep(_WAIT / 5)

    def renew(self) -> None:
        """Go on holding it; raise IndexLockedError if another program took it meanwhile."""
        if time.monotonic() - self._since > _RENEWED:
            self._hold(self._version)

    def release(self) -> None:
        """Let go of it, if it still is ours."""
        try:
            self._connection.send("DELETE", f"{self._path}/_doc/lock", **self._version)
        except (ConflictError, NotThereError):
            return

    def _taken(self) -> bool:
        try:
            self._hold({"op_type": "create"})
        except IndexLockedError:
            return self._taken_over()
        return True

    def _taken_over(self) -> bool:
        """Take the lock of a program that doesn't renew it any more."""
        try:
            held = self._connection.send("GET", f"{self._path}/_doc/lock")
        except NotThereError:
            return False
        told = held.get("_source", {}).get("told", {})
        if float(told.get("until", 0)) > time.time():
            return False
        try:
            self._hold(_version_of(held))
        except IndexLockedError:
            return False
        return True

    def _hold(self, how: dict[str, Any]) -> None:
        told = {"owner": self._owner, "until": time.time() + _LOCK_SECONDS}
        body = {"kind": "lock", "told": told}
        try:
            answer = self._connection.send("PUT", f"{self._path}/_doc/lock", body, **how)
        except ConflictError:
            reason = "another program is writing it"
            raise IndexLockedError(self._connection.address, reason) from None
        self._version = _version_of(answer)
        self._since = time.monotonic()


def _version_of(answer: dict[str, Any]) -> dict[str, Any]:
    return {
        "if_seq_no": answer.get("_seq_no", 0),
        "if_primary_term": answer.get("_primary_term", 1),
    }


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
