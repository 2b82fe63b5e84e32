"""An archive that fails: with a fault, with nonsense, cut short, late, without end; and then is well again."""

from __future__ import annotations

import json
import ssl
import time
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

from search.archive_address import ArchiveAddress
from search.article import Article, ArticleId, Block
from search.engine.opensearch.archive_documents import FORMAT, document, index_body

if TYPE_CHECKING:
    from collections.abc import Iterator

TLS = Path(__file__).parent / "tls"
"""A certificate for 127.0.0.1 that nobody trusts by himself, with its key; for tests only."""
TOLD = {"holder": "news-1", "version": 1, "failures": "[]", "folder": "", "made_as": FORMAT}
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
        endless: whether answers never end.
        lacking: a field that its mapping lacks.
        version: what it says it is; none is another program.
        found: what it answers to a search.
    """

    daemon_threads = True

    def __init__(self, answers: list[tuple[int, bytes]], longer: int = 0) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.encrypted = False
        self.pushed = 0
        self.answers: list[tuple[int, bytes]] = []
        self.recover()
        self.answers = answers
        self.longer = longer
        self.asked: list[str] = []
        self.headers: dict[str, str] = {}
        self.gone = Event()

    def recover(self) -> None:
        """Be well from now on."""
        self.answers = []
        self.longer = 0
        self.late = 0.0
        self.endless = False
        self.lacking = ""
        self.version = "3.9.0"
        self.found: object = None
        # As when it was pushed to again: nobody goes on with what he saw before.
        self.pushed += 1

    @property
    def address(self) -> ArchiveAddress:
        return ArchiveAddress((("127.0.0.1", self.server_port),), "news", self.encrypted)

    def next_answer(self, path: str, body: bytes) -> tuple[int, bytes]:
        if not self.answers:
            return self._well(path, json.loads(body or b"{}"))
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]

    def _well(self, path: str, asked: dict[str, Any]) -> tuple[int, bytes]:
        """Answer as an archive that has one article."""
        answer: object
        ready = self.version.startswith("3")
        if "_doc/" in path:
            answer = {"_source": {"told": {**TOLD, "version": self.pushed}}}
        elif "_field_caps" in path:
            fields = index_body()["mappings"]["properties"]
            answer = {"fields": {name: {} for name in fields if name != self.lacking}}
        elif "_search/point_in_time" in path:
            answer = {"pit_id": "a"} if ready else {"error": "no handler found"}
        elif "_search" in path:
            answer = self.found or _search(asked)
        else:
            kind = {"distribution": "opensearch"} if self.version else {}
            answer = {"version": {"number": self.version, **kind}}
        refused = "point_in_time" in path and not ready
        return 400 if refused else 200, json.dumps(answer).encode()

    def handle_error(self, *_: object) -> None:
        """Say nothing: clients that don't trust it, or let go of it, are what is tried."""


def _search(asked: dict[str, Any]) -> object:
    held = {"_id": STORY.id, "_source": document(STORY), "_score": 1.0, "sort": [1, STORY.id]}
    return {
        "_shards": {"total": 1, "failed": 0},
        "hits": {"total": {"value": 1}, "hits": [held] if asked.get("size") else []},
        "aggregations": {
            name: {"buckets": _buckets(how), "doc_count": 0, "value": 1}
            for name, how in asked.get("aggs", {}).items()
        },
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
