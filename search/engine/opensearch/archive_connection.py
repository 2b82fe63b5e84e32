"""Asking an archive: one request at a time, its faults as sentences.

`opensearch-py` is an extra, and this is the only module that knows it.
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, Any

from search.errors import IndexFailedError

if TYPE_CHECKING:
    from types import ModuleType

    from search.archive_address import ArchiveAddress

USER_VARIABLE = "DIPTYCH_ARCHIVE_USER"
PASSWORD_VARIABLE = "DIPTYCH_ARCHIVE_PASSWORD"  # noqa: S105 - the name of a variable, no password
_TIMEOUT = 30
"""Seconds for one answer."""
_TRIES = 3
_PAUSE = 0.2
"""Seconds before a question is asked again, twice as many each time."""
_NEEDS = "it needs a package that isn't installed: pip install 'diptych[archive]'"
_STATUS = {
    401: "it wants another user or password; set DIPTYCH_ARCHIVE_USER and DIPTYCH_ARCHIVE_PASSWORD",
    403: "this user may not do that there",
    413: "the request is too large for it",
    429: "it is too busy",
}
_FIRST_SERVER_FAULT = 500
_TOO_MANY_WORDS = "maxClauseCount"
"""What a cluster says of a query with more words than its settings allow."""


class NotThereError(IndexFailedError):
    """What was asked for isn't there: an index, a document, or a view that has expired."""


class ConflictError(IndexFailedError):
    """Somebody else has written the same meanwhile."""


class TooLargeError(IndexFailedError):
    """A request is larger than the archive takes."""


class TooBusyError(IndexFailedError):
    """The archive refuses work for now."""


_KINDS: dict[int, type[IndexFailedError]] = {
    404: NotThereError,
    409: ConflictError,
    413: TooLargeError,
    429: TooBusyError,
}


class Connection:
    """The way to an archive. Safe to use from several threads; opens nothing until it is asked.

    Every request raises IndexFailedError with a reason for the user.
    """

    def __init__(self, address: ArchiveAddress) -> None:
        self.address = address
        self._library = _library(address)
        user, password = (os.environ.get(name) for name in (USER_VARIABLE, PASSWORD_VARIABLE))
        self._client = self._library.OpenSearch(
            hosts=[{"host": host, "port": port} for host, port in address.hosts],
            http_auth=(user, password or "") if user else None,
            use_ssl=address.encrypted,
            verify_certs=address.encrypted,
            timeout=_TIMEOUT,
            max_retries=len(address.hosts),
            retry_on_status=(502, 503, 504),
        )

    def ask(self, path: str, body: object = None, **parameters: Any) -> dict[str, Any]:
        """Ask something that changes nothing: it is asked again where a node fails.

        A shard that doesn't answer is a fault too, never a smaller answer.
        """
        for attempt in range(1, _TRIES):
            try:
                return self._whole(self.send("POST" if body else "GET", path, body, **parameters))
            except _ServerFaultError:
                time.sleep(_PAUSE * 2 ** (attempt - 1))
        return self._whole(self.send("POST" if body else "GET", path, body, **parameters))

    def send(
        self, method: str, path: str, body: object = None, **parameters: Any
    ) -> dict[str, Any]:
        """Send one request and give its answer; an object."""
        headers = {"content-type": "application/x-ndjson"} if path.endswith("_bulk") else {}
        errors = self._library.exceptions
        try:
            answer = self._client.transport.perform_request(
                method, path, params=parameters or None, body=body, headers=headers
            )
        except errors.ConnectionTimeout:
            raise self.failed(f"no answer within {_TIMEOUT} seconds") from None
        except errors.SSLError as error:
            raise self.failed(_tls_fault(error)) from None
        except errors.ConnectionError as error:
            raise self.failed(_cause(error)) from None
        except errors.TransportError as error:
            raise self._told(error) from None
        except (errors.SerializationError, UnicodeError):
            raise self.failed("its answer is no JSON") from None
        except errors.OpenSearchException as error:
            raise self.failed(_cause(error)) from None
        if not isinstance(answer, dict):
            raise self.failed("its answer is not what an OpenSearch gives")
        return answer

    def there(self, path: str) -> bool:
        """Tell whether there is an index."""
        try:
            self.send("GET", path)
        except NotThereError:
            return False
        return True

    def failed(self, reason: str) -> IndexFailedError:
        """Give the error that a user sees."""
        return IndexFailedError(self.address, reason)

    def close(self) -> None:
        """Let go of all connections."""
        self._client.close()

    def _whole(self, answer: dict[str, Any]) -> dict[str, Any]:
        shards = answer.get("_shards")
        silent = shards.get("failed", 0) if isinstance(shards, dict) else 0
        if silent or answer.get("timed_out"):
            every = shards.get("total", silent) if isinstance(shards, dict) else silent
            raise self.failed(f"{silent} of {every} shards did not answer")
        return answer

    def _told(self, error: Any) -> IndexFailedError:
        """Give the error for a status that tells of a fault."""
        status = error.status_code
        if not isinstance(status, int):
            return self.failed(_cause(error))
        said = f"{_STATUS.get(status) or _reason(error)} (status {status})"
        if status >= _FIRST_SERVER_FAULT:
            return _ServerFaultError(self.address, f"it failed: {said}")
        return _KINDS.get(status, IndexFailedError)(self.address, said)


class _ServerFaultError(IndexFailedError):
    """The archive failed, perhaps only one of its nodes."""


def _library(address: ArchiveAddress) -> ModuleType:
    try:
        import opensearchpy  # noqa: PLC0415 - an extra, and loaded only where it is used
    except ImportError:
        raise IndexFailedError(address, _NEEDS) from None
    return opensearchpy


def _reason(error: Any) -> str:
    """Find in an answer of OpenSearch why it refuses; it is nested, and may be anything."""
    told = error.info.get("error") if isinstance(error.info, dict) else None
    causes = told.get("root_cause") if isinstance(told, dict) else None
    first = causes[0] if isinstance(causes, list) and causes else told
    reason = first.get("reason") if isinstance(first, dict) else first
    if _TOO_MANY_WORDS in str(reason):
        return "the query has more words than it takes at once"
    return _line(str(reason or error.error))


def _cause(error: Any) -> str:
    """Say why there is no connection, in the words of the system."""
    told = getattr(error, "info", None) or error
    reason = getattr(told, "reason", None) or told
    said = str(reason)
    _, found, behind = said.rpartition(": ")
    return _line(_PLAIN_CAUSES.get(_plain(said), behind if found else said))


def _tls_fault(error: Any) -> str:
    """Say why there is no TLS."""
    said = str(getattr(error, "info", error))
    found = "CERTIFICATE_VERIFY_FAILED" in said or "certificate" in said
    return "its certificate isn't trusted" if found else "it does not speak TLS"


_PLAIN_CAUSES = {
    "refused": "nothing answers there: the connection was refused",
    "unknown": "there is no such host",
    "timeout": "no connection in time",
}


def _plain(said: str) -> str:
    low = said.lower()
    if "refused" in low:
        return "refused"
    if "name or service" in low or "resolve" in low or "nodename" in low:
        return "unknown"
    return "timeout" if "timed out" in low else ""


def _line(text: str) -> str:
    """Give one bounded line that can be printed."""
    shown = " ".join("".join(c if c.isprintable() else " " for c in text[:1_000]).split())
    return shown[:200] or "it did not say why"
