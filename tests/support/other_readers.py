"""A server on this machine that answers as Miniflux and FreshRSS document it, with entries of its own."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import parse_qs, parse_qsl, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

HOST = "127.0.0.1"
TOKEN, USER, PASSWORD = "secret-token", "ann", "secret word"
_TICKET, _POST = "ann/1a2b", "post-token"
_LONG = "tag:google.com,2005:reader/item/"
_STATE = "user/-/state/com.google/"


@dataclass
class Entry:
    """An entry with what is marked of it, and when that changed."""

    number: int
    title: str
    text: str
    read: bool = False
    starred: bool = False
    changed: int = 0
    url: str = ""


@dataclass
class OtherReader:
    """The server. `broken` gives answers that come instead, by path; `refused` the status for marks, by entry."""

    entries: dict[int, Entry] = field(default_factory=dict)
    broken: dict[str, bytes] = field(default_factory=dict)
    refused: dict[int, int] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def __enter__(self) -> Self:
        owner = self

        class Answers(BaseHTTPRequestHandler):
            def handle_any(self) -> None:
                length = int(self.headers["Content-Length"] or 0)
                owner.answer(self, self.rfile.read(length).decode())

            do_GET = do_POST = do_PUT = handle_any  # noqa: N815 - names of the standard library

            def log_message(self, *_: Any) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer((HOST, 0), Answers)
        Thread(target=self._server.serve_forever, args=[0.05], daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def url(self) -> str:
        """Where it is."""
        return f"http://{HOST}:{self._server.server_address[1]}/"

    def put(self, *numbers: int, **marks: bool) -> None:
        """Add entries."""
        for one in numbers:
            text = " ".join(f"{one} of {one * step}" for step in range(2, 40))
            url = f"https://quay.example/{one}"
            self.entries[one] = Entry(one, f"Wall {one}", text, url=url, **marks)

    def answer(self, handler: BaseHTTPRequestHandler, body: str) -> None:
        """Answer a request."""
        parts = urlsplit(handler.path)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        self.asked.append(f"{handler.command} {handler.path}")
        if parts.path in self.broken:
            return _send(handler, 200, self.broken[parts.path])
        if parts.path.startswith("/v1/"):
            if handler.headers["X-Auth-Token"] != TOKEN:
                return _send(handler, 401, b"{}")
            return self._miniflux(handler, parts.path, query, body)
        return self._google(handler, parts.path, query, body)

    def _miniflux(
        self, handler: BaseHTTPRequestHandler, path: str, query: dict[str, str], body: str
    ) -> None:
        last = path.rstrip("/").rpartition("/")[2]
        if handler.command == "PUT" and last == "entries":
            said = json.loads(body)
            if status := self._refusal(said["entry_ids"]):
                return _send(handler, status, b"{}")
            for one in said["entry_ids"]:
                self.entries[one].read = said["status"] == "read"
            return _send(handler, 204, b"")
        if handler.command == "PUT":
            number = int(path.split("/")[3])
            if status := self._refusal([number]):
                return _send(handler, status, b"{}")
            entry = self.entries[number]
            entry.starred = not entry.starred
            return _send(handler, 204, b"")
        if last != "entries":
            return _send_json(handler, _of_miniflux(self.entries[int(last)]))
        after, since = int(query["after_entry_id"]), int(query.get("changed_after", 0))
        fit = [one for key, one in sorted(self.entries.items()) if key > after]
        page = [one for one in fit if not since or one.changed > since][: int(query["limit"])]
        return _send_json(
            handler, {"total": len(fit), "entries": [_of_miniflux(one) for one in page]}
        )

    def _google(
        self, handler: BaseHTTPRequestHandler, path: str, query: dict[str, str], body: str
    ) -> None:
        form = parse_qsl(body)
        if path == "/accounts/ClientLogin":
            right = dict(form) == {"Email": USER, "Passwd": PASSWORD}
            said = f"SID={_TICKET}\nLSID=null\nAuth={_TICKET}\n".encode()
            return _send(handler, 200 if right else 401, said if right else b"Unauthorized!")
        if handler.headers["Authorization"] != f"GoogleLogin auth={_TICKET}":
            return _send(handler, 401, b"Unauthorized!")
        if path.endswith("/token"):
            return _send(handler, 200, f"{_POST}\n".encode())
        if path.endswith("/ids"):
            return _send_json(handler, {"itemRefs": [{"id": str(n)} for n in self._stream(query)]})
        if dict(form).get("T") != _POST:
            return _send(handler, 401, b"Unauthorized!")
        numbers = [int(value.removeprefix(_LONG), 16) for name, value in form if name == "i"]
        if path.endswith("/contents"):
            return _send_json(
                handler, {"items": [_of_google(self.entries[one]) for one in numbers]}
            )
        status = self._refusal(numbers)
        if not status:
            self._edit(form, numbers)
        return _send(handler, status or 200, b"OK")

    def _edit(self, form: list[tuple[str, str]], numbers: list[int]) -> None:
        for name, state in form:
            if name in {"a", "r"}:
                for one in numbers:
                    setattr(self.entries[one], state.removeprefix(_STATE), name == "a")

    def _refusal(self, numbers: Iterable[int]) -> int:
        return next((self.refused[one] for one in numbers if one in self.refused), 0)

    def _stream(self, query: dict[str, str]) -> list[int]:
        streams: dict[str, Callable[[Entry], bool]] = {
            "starred": lambda one: one.starred,
            "reading-list": lambda one: not (query.get("xt") and one.read),
        }
        fits = streams[query["s"].removeprefix(_STATE)]
        return [one for one, entry in sorted(self.entries.items(), reverse=True) if fits(entry)]


def _of_miniflux(one: Entry) -> dict[str, object]:
    return {
        "id": one.number,
        "status": "read" if one.read else "unread",
        "starred": one.starred,
        "hash": f"hash-{one.number}",
        "title": one.title,
        "url": one.url,
        "content": f"<p>{one.text}.</p><p>So it was.</p>",
        "author": "Ann Lee",
        "published_at": "2024-03-05T10:20:30Z",
        "tags": ["harbour"],
        "feed": {"id": 1, "title": "Quay Herald"},
    }


def _of_google(one: Entry) -> dict[str, object]:
    marks = [f"{_STATE}{name}" for name in ("read", "starred") if getattr(one, name)]
    return {
        "id": f"{_LONG}{one.number:016x}",
        "title": one.title,
        "published": 1_709_634_030,
        "author": "Ann Lee",
        "canonical": [{"href": one.url}],
        "summary": {"content": f"<p>{one.text}.</p><p>So it was.</p>"},
        "categories": [f"{_STATE}reading-list", *marks],
        "origin": {"streamId": "feed/1", "title": "Quay Herald"},
    }


def _send_json(handler: BaseHTTPRequestHandler, said: object) -> None:
    _send(handler, 200, json.dumps(said).encode())


def _send(handler: BaseHTTPRequestHandler, status: int, body: bytes) -> None:
    handler.send_response(status)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)
