"""Which machines may be asked: those of the public internet, and those a user named."""

from __future__ import annotations

import ipaddress
import socket
from typing import TYPE_CHECKING, NamedTuple

from search.errors import FetchError

if TYPE_CHECKING:
    from collections.abc import Collection

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
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
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise FetchError(url, f"no machine is called {host}") from None
    peers = [Peer(family, (str(place[0]), *place[1:])) for family, _, _, _, place in found]
    if host.lower() not in allowed and not all(is_public(str(peer.address[0])) for peer in peers):
        raise FetchError(
            url, f"{host} is this machine or in a private network; --allow-host {host} allows it"
        )
    return peers


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
