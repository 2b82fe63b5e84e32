"""The proxies that the environment names: `http_proxy`, `https_proxy`, `all_proxy`, `no_proxy`."""

from __future__ import annotations

import ipaddress
from base64 import b64encode
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit

from search.errors import FetchError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from search.untrusted import WebAddress

_SCHEMES = ("http", "https", "all")
_PORT = 80
_SEPARATE = str.maketrans(",", " ")


class Proxy(NamedTuple):
    """A proxy.

    Attributes:
        host, port: where it listens.
        login: what it is told in `Proxy-Authorization`; empty without one. Never to be shown.
    """

    host: str
    port: int
    login: str = ""

    def __repr__(self) -> str:
        return f"Proxy({self.host}:{self.port})"


class Proxies(NamedTuple):
    """What the environment says: addresses of proxies by scheme, and hosts that are asked directly."""

    by_scheme: tuple[tuple[str, str], ...] = ()
    direct: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"Proxies({', '.join(scheme for scheme, _ in self.by_scheme)})"

    def of(self, address: WebAddress, port: int, url: str) -> Proxy | None:
        """Give the proxy by which an address is asked; None where it is asked directly.

        This machine is never asked through one: the proxy would ask itself. Raises FetchError, which
        names `url`, for a proxy of a kind that isn't understood.
        """
        named = dict(self.by_scheme)
        said = named.get(address.scheme) or named.get("all") or ""
        if not said or _is_here(address.host):
            return None
        if any(_covers(one, address.host, port) for one in self.direct):
            return None
        return _read(said, url)


def environment_proxies(environment: Mapping[str, str]) -> Proxies:
    """Read the variables, those in lower case first.

    `HTTP_PROXY` isn't believed where a web server runs this program, as whoever asks that server
    could set it (CVE-2016-5385).
    """

    def said(name: str) -> str:
        if value := environment.get(name, "").strip():
            return value
        if name == "http_proxy" and "REQUEST_METHOD" in environment:
            return ""
        return environment.get(name.upper(), "").strip()

    found = ((scheme, said(f"{scheme}_proxy")) for scheme in _SCHEMES)
    direct = said("no_proxy").lower().translate(_SEPARATE).split()
    return Proxies(tuple((scheme, value) for scheme, value in found if value), tuple(direct))


def _read(said: str, url: str) -> Proxy:
    """Read a proxy's address, which may lack its scheme; no error names it, as it may have a password."""
    scheme = said.partition("://")[0].lower() if "://" in said else "http"
    if scheme != "http":
        raise FetchError(
            url, f"the environment names a proxy of {scheme[:12]}, and only http is one here"
        )
    try:
        parts = urlsplit(said if "://" in said else f"http://{said}")
        host, port = parts.hostname or "", parts.port or _PORT
        user, password = unquote(parts.username or ""), unquote(parts.password or "")
    except ValueError:
        host = ""
    if not host or not host.isprintable():
        raise FetchError(url, "the environment names a proxy by no address")
    login = f"Basic {b64encode(f'{user}:{password}'.encode()).decode()}" if user else ""
    return Proxy(host, port, login)


def _covers(rule: str, host: str, port: int) -> bool:
    """Tell whether an entry of `no_proxy` means a host: `*`, a name and all below it, an address, a net."""
    if rule == "*":
        return True
    name, colon, number = rule.rpartition(":")
    if colon and number.isdecimal() and name.count(":") == 0:
        if int(number) != port:
            return False
        rule = name
    try:
        return ipaddress.ip_address(host) in ipaddress.ip_network(rule.strip("[]"), strict=False)
    except ValueError:
        suffix = rule.lstrip("*").lstrip(".")
        return bool(suffix) and (host == suffix or host.endswith(f".{suffix}"))


def _is_here(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
