"""An archive that answers everything alike: with a fault, with nonsense, or cut short."""

from __future__ import annotations

from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

from search.archive_address import ArchiveAddress

if TYPE_CHECKING:
    from collections.abc import Iterator


class FalseArchive(ThreadingHTTPServer):
    """A server on loopback.

    Attributes:
        answers: status and body, one for each request; the last one again and again.
        asked: method and path of each request.
        longer: how many more bytes it promises than it sends.
    """

    daemon_threads = True

    def __init__(self, answers: list[tuple[int, bytes]], longer: int) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers = answers
        self.longer = longer
        self.asked: list[str] = []

    @property
    def address(self) -> ArchiveAddress:
        return ArchiveAddress((("127.0.0.1", self.server_port),), "news")

    def next_answer(self) -> tuple[int, bytes]:
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


class _Handler(BaseHTTPRequestHandler):
    server: FalseArchive

    def _answer(self) -> None:
        self.rfile.read(int(self.headers.get("content-length") or 0))
        self.server.asked.append(f"{self.command} {self.path}")
        status, body = self.server.next_answer()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body) + self.server.longer))
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True

    do_GET = do_POST = do_PUT = do_DELETE = _answer  # noqa: N815 - as http.server calls them

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def false_archive(*answers: tuple[int, bytes], longer: int = 0) -> Iterator[FalseArchive]:
    """Run one until the context is left."""
    server = FalseArchive(list(answers), longer)
    thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
