"""A proxy on loopback in front of an archive, which lets requests overtake each other."""

from __future__ import annotations

from contextlib import contextmanager
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Condition, Thread
from typing import TYPE_CHECKING

from search.archive_address import ArchiveAddress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SECONDS = 60


class DelayingProxy(ThreadingHTTPServer):
    """A server that asks a node in place of whoever asks it, each request in a thread of its own.

    Args:
        node: host and port.
        holds: tells by the body of a request with documents whether it is held back: until another that
            is under way was answered.
        patience: seconds that it is held back at most.

    Attributes:
        overtaken: how many were sent on after another had been answered.
    """

    daemon_threads = True

    def __init__(
        self, node: tuple[str, int], holds: Callable[[bytes], bool], patience: float
    ) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.node = node
        self.overtaken = 0
        self._holds = holds
        self._patience = patience
        self._answered = 0
        self._changed = Condition()

    def let_pass(self, body: bytes) -> None:
        """Wait until a request with documents may be sent on."""
        with self._changed:
            before = self._answered
            if self._holds(body):
                self.overtaken += self._changed.wait_for(
                    lambda: self._answered > before, self._patience
                )

    def answered(self) -> None:
        """Take note that one was answered."""
        with self._changed:
            self._answered += 1
            self._changed.notify_all()

    def at(self, there: ArchiveAddress) -> ArchiveAddress:
        """Give the address by which an archive of that node is asked through the proxy."""
        return ArchiveAddress((("127.0.0.1", self.server_port),), there.index)

    def handle_error(self, *_: object) -> None:
        """Say nothing: somebody may let go before the answer."""


class _Handler(BaseHTTPRequestHandler):
    server: DelayingProxy
    protocol_version = "HTTP/1.1"

    def _forward(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        has_documents = self.path.partition("?")[0].endswith("/_bulk")
        if has_documents:
            self.server.let_pass(body)
        asked = HTTPConnection(*self.server.node, timeout=_SECONDS)
        kind = {"content-type": self.headers.get("content-type") or "application/json"}
        asked.request(self.command, self.path, body or None, kind)
        answer = asked.getresponse()
        said = answer.read()
        asked.close()
        if has_documents:
            self.server.answered()
        self.send_response(answer.status)
        self.send_header("content-type", answer.headers.get("content-type") or "application/json")
        self.send_header("content-length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = _forward  # noqa: N815 - as http.server calls them

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def delaying_proxy(
    there: ArchiveAddress, holds: Callable[[bytes], bool], patience: float
) -> Iterator[DelayingProxy]:
    """Run one in front of an archive until the context is left."""
    server = DelayingProxy(there.hosts[0], holds, patience)
    thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
