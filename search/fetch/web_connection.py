"""One connection to a machine whose address was checked, ended when its time is up."""

from __future__ import annotations

import http.client
import re
import socket
import ssl
from contextlib import suppress
from threading import Timer
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

    from search.fetch.allowed_addresses import Peer
    from search.fetch.proxies import Proxy


_LONGEST_HEAD = 1 << 14
_STATUS_LINE = re.compile(rb"HTTP/1\.\d (\d{3})")


class ProxyError(OSError):
    """A proxy doesn't connect to a host; its text says why, in a phrase."""


class WebConnection(http.client.HTTPConnection):
    """Connects to the first of some addresses that answers; the host's name is only said to it.

    A server that says a byte now and then would keep a socket's time limit from ever being
    reached. So a timer of its own ends the connection, wherever it is.

    Attributes:
        late: whether it was ended so.
    """

    def __init__(
        self,
        host: str,
        port: int,
        peers: Sequence[Peer],
        seconds: float,
        *,
        secure: bool,
        proxy: Proxy | None = None,
    ) -> None:
        """Take a host, its addresses (or its proxy's), and the seconds that all of it may take."""
        super().__init__(host, port, timeout=seconds)
        if secure:
            self.default_port = http.client.HTTPS_PORT
        self.late = False
        self._peers = peers
        self._secure = secure
        self._proxy = proxy
        self._timer = Timer(seconds, self._end)
        self._timer.daemon = True
        self._socket: socket.socket | None = None

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._timer.cancel()
        self.close()

    def connect(self) -> None:
        """Connect; raise OSError if none of the addresses answers."""
        failed: OSError = OSError("no address")
        for peer in self._peers:
            plain = socket.socket(peer.family, socket.SOCK_STREAM)
            self._socket = plain
            try:
                plain.settimeout(self.timeout)
                plain.connect(peer.address)
                plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                if self._proxy and self._secure:
                    self._tunnel(plain, self._proxy)
                self.sock = self._secured(plain)
            except OSError as error:
                plain.close()
                self._socket.close()  # another one, once it was to be secured
                failed = error
                if self.late:
                    break
            else:
                return
        raise failed

    def _tunnel(self, plain: socket.socket, proxy: Proxy) -> None:
        """Have a proxy connect to the host (RFC 9110, 9.3.6); raise OSError if it doesn't."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        lines = [f"CONNECT {host}:{self.port} HTTP/1.1", f"Host: {host}:{self.port}"]
        lines += [f"Proxy-Authorization: {proxy.login}"] if proxy.login else []
        plain.sendall("\r\n".join([*lines, "", ""]).encode("ascii"))
        head = b""
        while b"\r\n\r\n" not in head:
            piece = plain.recv(1)  # not a byte of what the host itself says
            head += piece
            if not piece or len(head) > _LONGEST_HEAD:
                raise ProxyError("the proxy's answer makes no sense")
        status = _STATUS_LINE.match(head)
        if status is None or not status[1].startswith(b"2"):
            said = "wants a login (407)" if status and status[1] == b"407" else "refuses the host"
            raise ProxyError(f"the proxy {said}")

    def _secured(self, plain: socket.socket) -> socket.socket:
        if not self._secure:
            return plain
        context = ssl.create_default_context()
        self._socket = context.wrap_socket(
            plain, server_hostname=self.host, do_handshake_on_connect=False
        )
        self._socket.do_handshake()
        return self._socket

    def _end(self) -> None:
        self.late = True
        if self._socket is not None:
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)
