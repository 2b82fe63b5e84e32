"""Asking an archive: one question at a time, again and elsewhere where that may help.

`opensearch-py` is an extra; besides `archive_node` this is the only module that knows it.
"""

from __future__ import annotations

import ssl
import time
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

from search.archive_options import ArchiveOptions
from search.engine.cancellation import cancelled_now
from search.engine.opensearch.nodes.archive_faults import (
    NO_HOST,
    ConflictError,
    NotThereError,
    PassingError,
    SilentError,
    TooBusyError,
    TooLargeError,
    connection_fault,
    shards_fault,
    tls_fault,
    told,
)
from search.engine.opensearch.nodes.archive_secrets import authorization
from search.errors import CancelledError, IndexFailedError, reason_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    from search.archive_address import ArchiveAddress

__all__ = ["ConflictError", "Connection", "NotThereError", "TooBusyError", "TooLargeError"]
PATIENCE = 2.5
"""Seconds within which a question is asked again where a node fails."""
_PAUSE = 0.1
"""Seconds before a question is asked again, twice as many each time."""
_NEEDS = "it needs a package that isn't installed: pip install 'diptych[archive]'"
_AS_ANY = ArchiveOptions()
_OLDEST = (2, 4)
"""The first OpenSearch that has points in time."""

T = TypeVar("T")


class Connection:
    """The way to an archive. Safe to use from several threads; opens nothing until it is asked.

    Every request raises IndexFailedError with a reason for the user.
    """

    def __init__(self, address: ArchiveAddress, options: ArchiveOptions = _AS_ANY) -> None:
        self.address = address
        self.options = options
        self._library = _library(address)
        self._client: Any = None
        self._lock = Lock()

    def ask(
        self,
        path: str,
        body: object = None,
        *,
        method: str = "",
        once: bool = False,
        **parameters: Any,
    ) -> dict[str, Any]:
        """Ask something that changes nothing: again, elsewhere, where a node fails, unless `once`.

        A shard that doesn't answer is a fault too, never a smaller answer. Where nobody wants the answer any
        more (see `while_wanted`), the archive is told to stop, and CancelledError is raised.
        """

        def ask() -> dict[str, Any]:
            return self._whole(self._ask(method, path, body, parameters))

        return ask() if once else patiently(ask)

    def send(
        self,
        method: str,
        path: str,
        body: object = None,
        *,
        timeout: float | None = None,
        **parameters: Any,
    ) -> dict[str, Any]:
        """Send one request and give its answer; an object. `timeout` is that of the options when None."""
        from search.engine.opensearch.nodes.archive_node import EndlessAnswerError  # noqa: PLC0415 - needs the client

        headers = {"content-type": "application/x-ndjson"} if path.endswith("_bulk") else {}
        errors = self._library.exceptions
        try:
            answer = self._transport().perform_request(
                method,
                path,
                params=parameters or None,
                body=body,
                headers=headers,
                timeout=timeout,
            )
        except errors.ConnectionTimeout:
            seconds = self.options.timeout
            raise SilentError(self.address, f"no answer within {seconds} seconds") from None
        except errors.SSLError as error:
            raise self.failed(tls_fault(error.info)) from None
        except errors.ConnectionError as error:
            said = connection_fault(error.info)
            kind = IndexFailedError if said == NO_HOST else PassingError
            raise kind(self.address, said) from None
        except errors.TransportError as error:
            raise told(self.address, _status(error), error.info or error.error) from None
        except EndlessAnswerError:
            raise self.failed("its answer doesn't end") from None
        except (errors.SerializationError, UnicodeError, RecursionError):
            raise PassingError(self.address, "its answer is no JSON") from None
        if not isinstance(answer, dict):
            raise self.failed("its answer is not what an OpenSearch gives")
        return answer

    def there(self, path: str) -> bool:
        """Tell whether there is an index."""
        try:
            self.ask(path)
        except NotThereError:
            return False
        return True

    def check_version(self) -> tuple[int, ...]:
        """Give the first two parts of its version; raise IndexFailedError if it is none that can be asked.

        One question.
        """
        told_of = self.ask("/").get("version")
        version = told_of if isinstance(told_of, dict) else {}
        number = str(version.get("number", ""))[:20]
        if version.get("distribution") != "opensearch":
            raise self.failed("it is no OpenSearch, and only those can be asked")
        parts = tuple(int(part) for part in number.split(".")[:2] if part.isdecimal())
        if parts < _OLDEST:
            raise self.failed(f"OpenSearch {number} is too old: 2.4 or later is needed")
        return parts

    def failed(self, reason: str) -> IndexFailedError:
        """Give the error that a user sees."""
        return IndexFailedError(self.address, reason)

    def close(self) -> None:
        """Let go of all connections."""
        with self._lock:
            if self._client is not None:
                self._client.close()

    def _ask(
        self, method: str, path: str, body: object, parameters: dict[str, Any]
    ) -> dict[str, Any]:
        return self.send(method or ("POST" if body else "GET"), path, body, **parameters)

    def _whole(self, answer: dict[str, Any]) -> dict[str, Any]:
        if (fault := shards_fault(self.address, answer)) is not None:
            raise fault
        return answer

    def _transport(self) -> Any:
        with self._lock:
            if self._client is None:
                self._client = self._opened()
            return self._client

    def _opened(self) -> Any:
        """Open the client; asks for the password, and reads certificates."""
        from search.engine.opensearch.nodes.archive_node import Node  # noqa: PLC0415 - needs the client

        header = authorization(self.address, self.options)
        return self._library.Transport(
            [{"host": host.strip("[]"), "port": port} for host, port in self.address.hosts],
            connection_class=Node,
            context=_context(self.options) if self.address.encrypted else None,
            headers={"authorization": header} if header else {},
            timeout=self.options.timeout,
            max_retries=len(self.address.hosts) - 1,
            retry_on_status=(),
            dead_timeout=5,
        )


def patiently(
    task: Callable[[], T],
    renew: Callable[[], object] = lambda: None,
    passing: tuple[type[IndexFailedError], ...] = (PassingError,),
) -> T:
    """Do a task; again, after `renew`, while what fails may pass, with a growing pause, for 2.5 seconds."""
    ends = time.monotonic() + PATIENCE
    pause = _PAUSE
    while True:
        try:
            return task()
        except passing:
            if time.monotonic() + pause > ends:
                raise
        _rest(pause)
        pause *= 2
        renew()


def _rest(seconds: float) -> None:
    """Wait; raise CancelledError once nobody wants an answer any more."""
    ends = time.monotonic() + seconds
    while (left := ends - time.monotonic()) > 0:
        if cancelled_now():
            raise CancelledError
        time.sleep(min(left, 0.02))


def _context(options: ArchiveOptions) -> ssl.SSLContext:
    """Say what is trusted; raise IndexFailedError where a certificate can't be read."""
    try:
        context = ssl.create_default_context(cafile=options.ca or None)
        if options.client_certificate:
            context.load_cert_chain(options.client_certificate, options.client_key or None)
    except (OSError, ssl.SSLError) as error:
        name = options.ca or options.client_certificate
        raise IndexFailedError(name, f"no certificate can be read: {reason_of(error)}") from None
    if options.insecure:
        import urllib3  # noqa: PLC0415 - the user was told already, aloud

        urllib3.disable_warnings(urllib3.exceptions.InsecureRequestWarning)
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context


def _status(error: Any) -> int:
    return error.status_code if isinstance(error.status_code, int) else 0


def _library(address: ArchiveAddress) -> ModuleType:
    try:
        import opensearchpy  # noqa: PLC0415 - an extra, and loaded only where it is used
    except ImportError:
        raise IndexFailedError(address, _NEEDS) from None
    return opensearchpy
