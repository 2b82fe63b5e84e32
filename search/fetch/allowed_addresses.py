"""Which machines may be asked: those of the public internet, and those a user named."""

from __future__ import annotations

import ipaddress
import socket
from typing import TYPE_CHECKING, NamedTuple

from search.errors import FetchError

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_PRIVATE_NAMES = (".internal", ".lan", ".local", ".localdomain", ".home.arpa")
"""How names end that no public resolver knows (RFC 6762, RFC 8375, and what ICANN has set aside)."""
_WORD = (1 << 32) - 1


class Peer(NamedTuple):
    """An address of a machine, as a socket takes it."""

    family: int
    address: tuple[str | int | bytes, ...]


def find_peers(url: str, host: str, port: int, allowed: Collection[str]) -> list[Peer]:
    """Give the addresses that a host's name resolves to, in the order in which to try them.

    If any of them is this machine's or a private one, none is given, unless the host is allowed by
    its name: a name with an address of each sort is how a page reaches what is behind a firewall.
    Raises FetchError. Cost: a question to the resolver, which has time limits of its own.
    """
    peers = _resolved(host, port)
    if peers is None:
        raise FetchError(url, f"no machine is called {host}")
    if host.lower() not in allowed and not _all_public(peers):
        raise _private(url, host)
    return peers


def find_proxy(url: str, host: str, port: int) -> list[Peer]:
    """Give the addresses of a proxy that the user named, which may be anywhere; raise FetchError."""
    peers = _resolved(host, port)
    if peers is None:
        raise FetchError(url, f"no machine is called as the proxy is, {host}")
    return peers


def check_behind_proxy(url: str, host: str, allowed: Collection[str]) -> None:
    """Raise FetchError for a host that a proxy isn't to be asked for: this machine, a private one.

    The proxy resolves the name anew, and may know other names than are known here; so a name that
    is unknown here goes to it, unless it is one that only private networks have.
    """
    name = host.lower().rstrip(".")
    single = "." not in name and ":" not in name  # of one label: known in one network only
    if name not in allowed and (
        single or name.endswith(_PRIVATE_NAMES) or not _all_public(_resolved(host, 0) or [])
    ):
        raise _private(url, host)


def _resolved(host: str, port: int) -> list[Peer] | None:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return None
    return [Peer(family, (str(place[0]), *place[1:])) for family, _, _, _, place in found]


def _all_public(peers: Sequence[Peer]) -> bool:
    return all(is_public(str(peer.address[0])) for peer in peers)


def _private(url: str, host: str) -> FetchError:
    return FetchError(
        url, f"{host} is this machine or in a private network; --allow-host {host} allows it"
    )


def is_public(address: str) -> bool:
    """Tell whether an IP address is one of the public internet.

    An IPv4 address within one of IPv6 counts as what it is.
    """
    try:
        known = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(known, ipaddress.IPv6Address):
        inner = known.ipv4_mapped or known.sixtofour
        if known in _NAT64:
            inner = ipaddress.IPv4Address(int(known) & _WORD)
        if inner is not None:
            known = inner
        elif known.teredo is not None:
            return False
    return known.is_global and not known.is_multicast
