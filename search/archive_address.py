"""The address of an archive: `opensearch://HOST:PORT/INDEX`, or with TLS `opensearch+https://…`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from search.errors import LibraryError

_ADDRESS = re.compile(r"(opensearch(?:\+https?)?)://?([^/]*)/([^/?#]*)/?\Z")
# As a path it has one slash.
_BEGINNING = re.compile(r"opensearch(\+https?)?:/", re.IGNORECASE)
_HOST = re.compile(r"([\w.-]+|\[[0-9A-Fa-f:.]+\])(?::(\d{1,5}))?\Z")
_INDEX = re.compile(r"[a-z0-9][a-z0-9._-]{0,199}\Z")
_PORT = 9200
_LAST_PORT = 65_535


@dataclass(frozen=True, slots=True)
class ArchiveAddress:
    """Where an archive is.

    Attributes:
        hosts: the names or numbers of its nodes, each with its port; any may be asked.
        index: the name it has there.
        encrypted: whether it is asked over TLS.
    """

    hosts: tuple[tuple[str, int], ...]
    index: str
    encrypted: bool = False

    def __str__(self) -> str:
        kind = "opensearch+https" if self.encrypted else "opensearch"
        hosts = ",".join(f"{host}:{port}" for host, port in self.hosts)
        return f"{kind}://{hosts}/{self.index}"


def is_archive(text: str) -> bool:
    """Tell whether a text is meant as the address of an archive, not as a path."""
    return _BEGINNING.match(text) is not None


def archive_address(text: str) -> ArchiveAddress:
    """Read the address of an archive; several hosts are separated by commas.

    Raises LibraryError if it isn't one, or has a user in it: passwords stand in no command line.
    """
    if "@" in text:
        shown = f"{text.partition('/')[0]}//…@{text.rpartition('@')[2]}"
        raise LibraryError(
            shown, "no user belongs here; set DIPTYCH_ARCHIVE_USER and DIPTYCH_ARCHIVE_PASSWORD"
        )
    parts = _ADDRESS.match(text)
    if not parts:
        raise LibraryError(text, "an archive is written opensearch://HOST:PORT/INDEX")
    if not _INDEX.match(parts[3]):
        raise LibraryError(text, "an index has a name of small letters, digits, - _ and .")
    hosts = tuple(_host(text, host) for host in parts[2].split(","))
    return ArchiveAddress(hosts, parts[3], parts[1].endswith("https"))


def _host(text: str, written: str) -> tuple[str, int]:
    found = _HOST.match(written)
    port = int(found[2] or _PORT) if found else 0
    if not found or not 0 < port <= _LAST_PORT:
        raise LibraryError(text, f'"{written}" is no host with a port')
    return found[1], port
