"""A web server on this machine that answers as it is told: well, slowly, wrongly or never."""

from __future__ import annotations

import socket
from contextlib import suppress
from threading import Event, Thread
from typing import TYPE_CHECKING, Self, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

HOST = "127.0.0.1"
Answer: TypeAlias = "bytes | Callable[[socket.socket, Event], None]"
"""All bytes of an answer, or what is done with the connection until the server ends."""


def answer(
    body: bytes = b"", status: str = "200 OK", kind: str = "text/html", *headers: str
) -> bytes:
    """Give an answer with its length."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, *headers, "", ""]).encode() + body


def redirect(target: str, status: str = "302 Found") -> bytes:
    """Give an answer that sends elsewhere."""
    return answer(b"", status, "text/html", f"Location: {target}")


class WebServer:
    """Serves pages by their paths, and notes the head of each request."""

    def __init__(self, pages: dict[str, Answer]) -> None:
        self.pages = pages
        self.requests: list[str] = []
        self._over = Event()
        self._socket = socket.create_server((HOST, 0))
        self.port: int = self._socket.getsockname()[1]

    def __enter__(self) -> Self:
        Thread(target=self._serve, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._socket.close()

    def url(self, path: str, host: str = HOST) -> str:
        """Give the address of a page."""
        return f"http://{host}:{self.port}{path}"

    def _serve(self) -> None:
        while not self._over.is_set():
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            Thread(target=self._answer, args=[connection], daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        with suppress(OSError), connection:
            head = b""
            while b"\r\n\r\n" not in head and (piece := connection.recv(1 << 16)):
                head += piece
            if not head:
                return
            self.requests.append(head.decode("latin-1"))
            path = head.split(b" ")[1].decode("latin-1")
            what = self.pages.get(path, answer(b"", "404 Not Found"))
            if isinstance(what, bytes):
                connection.sendall(what)
            else:
                what(connection, self._over)


def drip(data: bytes) -> Answer:
    """Send a byte at a time, and go on for ever."""

    def send(connection: socket.socket, over: Event) -> None:
        connection.sendall(data)
        while not over.wait(0.02):
            connection.sendall(b"x")

    return send


def silence(connection: socket.socket, over: Event) -> None:
    """Say nothing."""
    del connection
    over.wait()
