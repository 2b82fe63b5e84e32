"""An archive that fails: with a fault, with nonsense, cut short, late, without end; and then is well again."""

from __future__ import annotations

import json
import ssl
import time
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

from search.archive_address import ArchiveAddress
from search.article import Article, ArticleId, Block
from search.engine.opensearch.archive_documents import FORMAT, document

if TYPE_CHECKING:
    from collections.abc import Iterator

TLS = Path(__file__).parent / "tls"
"""A certificate for 127.0.0.1 that nobody trusts by himself, with its key; for tests only."""
TOLD = {"holder": "news-1", "version": 1, "failures": "[]", "folder": "", "made_as": FORMAT}
CONTENT = {"_source": {"told": TOLD}}
STORY = Article(
    id=ArticleId("0123456789abcdef"),
    path="harbour.md",
    blocks=(Block("paragraph", "The dockers went back to the harbour on Wednesday."),),
    title="Harbour strike ends",
    source="The Tide",
    published="2026-03-04",
)


class FalseArchive(ThreadingHTTPServer):
    """A server on loopback.

    Attributes:
        answers: status and body, one for each request; the last one again and again. Without any it
            is well, and has one article.
        asked: method and path of each request.
        headers: the headers of the last request.
        gone: set once somebody let go of a connection before the answer.
        longer: how many more bytes it promises than it sends.
        late: seconds before each answer.
        endless: whether answers to questions never end.
    """

    daemon_threads = True

    def __init__(self, answers: list[tuple[int, bytes]], longer: int = 0) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers = answers
        self.longer = longer
        self.late = 0.0
        self.endless = False
        self.encrypted = False
        self.asked: list[str] = []
        self.headers: dict[str, str] = {}
        self.gone = Event()

    @property
    def address(self) -> ArchiveAddress:
        return ArchiveAddress((("127.0.0.1", self.server_port),), "news", self.encrypted)

    def next_answer(self, path: str, body: bytes) -> tuple[int, bytes]:
        if not self.answers:
            return 200, json.dumps(_well(path, body)).encode()
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]

    def handle_error(self, *_: object) -> None:
        """Say nothing: clients that don't trust it, or let go of it, are what is tried."""


def _well(path: str, body: bytes) -> object:
    """Answer as an archive that has one article."""
    if "_doc/" in path:
        return CONTENT
    if "_search/point_in_time" in path:
        return {"pit_id": "a"}
    if "_search" not in path:
        return {"version": {"distribution": "opensearch", "number": "3.9.0"}}
    asked = json.loads(body or b"{}")
    held = [{"_id": STORY.id, "_source": document(STORY), "_score": 1.0, "sort": [1, STORY.id]}]
    wanted = asked.get("aggs", {})
    found = {name: {"buckets": _buckets(how), "doc_count": 0} for name, how in wanted.items()}
    return {
        "_shards": {"total": 1, "failed": 0},
        "hits": {
            "total": {"value": 1, "relation": "eq"},
            "hits": held if asked.get("size") else [],
        },
        "aggregations": found,
        "suggest": {},
    }


def _buckets(how: dict[str, dict[str, object]]) -> list[dict[str, object]]:
    values = {"outlet": "The Tide", "month": "2026-03", "stemmer": ""}
    if "filters" in how:
        filters = how["filters"]["filters"]
        return [{"doc_count": 1} for _ in filters] if isinstance(filters, list) else []
    field = str(how.get("terms", {}).get("field", ""))
    return [{"key": values[field], "doc_count": 1}] if field in values else []


class _Handler(BaseHTTPRequestHandler):
    server: FalseArchive

    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        self.server.asked.append(f"{self.command} {self.path}")
        self.server.headers = {name.lower(): value for name, value in self.headers.items()}
        if self.server.late and self._left(self.server.late):
            self.server.gone.set()
            self.close_connection = True
            return
        status, said = self.server.next_answer(self.path, body)
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.close_connection = True
        if self.server.endless:
            self.end_headers()
            with suppress(OSError):
                while True:
                    self.wfile.write(b" " * 65_536)
        self.send_header("content-length", str(len(said) + self.server.longer))
        self.end_headers()
        self.wfile.write(said)

    do_GET = do_POST = do_PUT = do_DELETE = _answer  # noqa: N815 - as http.server calls them

    def _left(self, seconds: float) -> bool:
        """Wait; tell whether the client went meanwhile."""
        self.connection.settimeout(0.01)
        ends = time.monotonic() + seconds
        while time.monotonic() < ends:
            with suppress(TimeoutError):
                if not self.connection.recv(1):
                    return True
        self.connection.settimeout(None)
        return False

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def false_archive(
    *answers: tuple[int, bytes], longer: int = 0, tls: bool = False
) -> Iterator[FalseArchive]:
    """Run one until the context is left."""
    server = FalseArchive(list(answers), longer)
    if tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(TLS / "certificate.pem", TLS / "key.pem")
        server.socket = context.wrap_socket(server.socket, server_side=True)
        server.encrypted = True
    thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
