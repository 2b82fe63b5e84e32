"""One request to one node of an archive: watched while it waits, bounded as it comes.

The only module besides `archive_connection` that knows the client. It is loaded when an archive is
opened, as the client is an extra.
"""

from __future__ import annotations

import select
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import urllib3
from opensearchpy import Connection as NodeConnection
from opensearchpy.exceptions import ConnectionError as NoConnectionError
from opensearchpy.exceptions import ConnectionTimeout, SSLError
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, ReadTimeoutError
from urllib3.exceptions import SSLError as TlsError

from search.engine.cancellation import cancelled_now, may_be_cancelled
from search.errors import CancelledError

if TYPE_CHECKING:
    import ssl
    from collections.abc import Mapping

LARGEST_ANSWER = 256 << 20
"""Bytes of an answer; a thousand articles of the greatest length that we push are smaller."""
CONNECT_SECONDS = 2.0
"""What a node has to take a connection; another one is asked then."""
_LOOK_EVERY = 0.02
"""Seconds between two looks at whether an answer is still wanted."""
_PIECE = 1 << 18
_KEPT_OPEN = 8


class EndlessAnswerError(Exception):
    """An answer is larger than any that is wanted."""


class Node(NodeConnection):
    """A node, asked over connections that are kept open. Safe to use from several threads.

    A request that isn't wanted any more ends with its connection, by which an OpenSearch learns that
    it may stop.
    """

    def __init__(
        self,
        host: str = "localhost",
        port: int | None = None,
        *,
        context: ssl.SSLContext | None = None,
        **options: Any,
    ) -> None:
        super().__init__(host=host, port=port, use_ssl=context is not None, **options)
        self._pool: urllib3.HTTPConnectionPool
        if context is not None:
            secure = urllib3.HTTPSConnectionPool(
                self.hostname, self.port, maxsize=_KEPT_OPEN, ssl_context=context
            )
            secure.ConnectionCls = _WatchedTls
            self._pool = secure
        else:
            self._pool = urllib3.HTTPConnectionPool(self.hostname, self.port, maxsize=_KEPT_OPEN)
            self._pool.ConnectionCls = _Watched

    def perform_request(
        self,
        method: str,
        url: str,
        params: Mapping[str, Any] | None = None,
        body: bytes | None = None,
        timeout: float | None = None,
        ignore: object = (),
        headers: Mapping[str, str] | None = None,
    ) -> tuple[int, Mapping[str, str], str]:
        """Ask once: status, headers and text; raises errors of the client, and CancelledError."""
        del ignore
        seconds = timeout or self.timeout
        target = f"{url}?{urlencode(params)}" if params else url
        try:
            answer = self._pool.urlopen(
                method,
                target,
                body,
                {**self.headers, **(headers or {})},
                retries=False,
                redirect=False,
                preload_content=False,
                timeout=urllib3.Timeout(connect=min(CONNECT_SECONDS, seconds), read=seconds),
            )
            data = _read(answer, seconds)
        except (TlsError, ReadTimeoutError, HTTPError, OSError) as error:
            raise _fault(error) from None
        text = data.decode("utf-8", "replace")
        if not 200 <= answer.status < 300:  # noqa: PLR2004 - of HTTP
            self._raise_error(answer.status, text, answer.headers.get("content-type"))
        return answer.status, answer.headers, text

    def close(self) -> None:
        """Let go of its connections."""
        self._pool.close()


def _read(answer: urllib3.BaseHTTPResponse, seconds: float) -> bytes:
    """Read a body within its time and size; one that ends early is an error."""
    ends = time.monotonic() + seconds
    pieces: list[bytes] = []
    size = 0
    try:
        while piece := answer.read(_PIECE, decode_content=True):
            pieces.append(piece)
            size += len(piece)
            _go_on(size, ends)
    except BaseException:
        answer.close()  # what is still to come can't be taken for the answer to something else
        raise
    answer.release_conn()
    return b"".join(pieces)


def _go_on(size: int, ends: float) -> None:
    """Raise where the rest of an answer isn't waited for."""
    if cancelled_now():
        raise CancelledError
    if size > LARGEST_ANSWER:
        raise EndlessAnswerError
    if time.monotonic() > ends:
        raise ConnectionTimeout("TIMEOUT", "the answer goes on", None)


def _fault(error: Exception) -> Exception:
    """Give the client's error for one of the network."""
    if isinstance(error, TlsError):
        return SSLError("N/A", str(error), error)
    if isinstance(error, ReadTimeoutError):
        return ConnectionTimeout("TIMEOUT", str(error), error)
    return NoConnectionError("N/A", str(error), error)


class _Watched(HTTPConnection):
    """A connection that looks, while it waits, whether the answer is still wanted."""

    def getresponse(self) -> urllib3.HTTPResponse:  # type: ignore[override]  # as in urllib3
        """Wait for the beginning of an answer; raise CancelledError."""
        _wait(self)
        return super().getresponse()


class _WatchedTls(HTTPSConnection):
    """Likewise over TLS."""

    def getresponse(self) -> urllib3.HTTPResponse:  # type: ignore[override]  # as in urllib3
        """Wait for the beginning of an answer; raise CancelledError."""
        _wait(self)
        return super().getresponse()


def _wait(connection: HTTPConnection) -> None:
    """Wait until there is something to read, or as long as may be; the client tells which."""
    if not may_be_cancelled() or connection.sock is None:
        return
    seconds = connection.timeout
    ends = time.monotonic() + (seconds if isinstance(seconds, int | float) else CONNECT_SECONDS)
    while time.monotonic() < ends:
        if cancelled_now():
            raise CancelledError
        looked = select.poll()
        looked.register(connection.sock, select.POLLIN)
        if looked.poll(_LOOK_EVERY * 1_000):
            return
