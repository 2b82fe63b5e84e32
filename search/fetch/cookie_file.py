"""Cookies of a subscriber, from a file as browsers export it: Netscape's `cookies.txt`.

Nothing of them is ever written, told or kept: what a server sets is forgotten.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

from search.errors import LibraryError, reason_of
from search.regular_file import read_regular
from search.untrusted import whole_number

if TYPE_CHECKING:
    from pathlib import Path

    from search.untrusted import WebAddress

_LARGEST = 4 << 20
_FIELDS = 7
_HTTP_ONLY = "#HttpOnly_"
_MOST = 8_192
"""Characters of a header: servers refuse longer ones."""
_UNFIT = frozenset(' ",;\\')


class Cookie(NamedTuple):
    """A cookie of a file; `repr` gives it whole, so it is never to stand in an error or a log."""

    domain: str
    within: bool
    path: str
    secure: bool
    expires: int
    name: str
    value: str


class Cookies:
    """The cookies of a file. They are compared and shown by how many they are, never by value."""

    def __init__(self, cookies: tuple[Cookie, ...] = ()) -> None:
        """Take what a file has."""
        self._cookies = cookies

    def __len__(self) -> int:
        return len(self._cookies)

    def __repr__(self) -> str:
        return f"Cookies(<{len(self)}>)"

    def header(self, address: WebAddress) -> str:
        """Give the header for an address: longest paths first, as RFC 6265 has it; maybe empty.

        A cookie goes to its very host (or hosts below, where it says so), to its path and what lies
        below, and to `https` alone if it is secure; not after its time.
        """
        now = time.time()
        fit = [one for one in self._cookies if _fits(one, address, now)]
        header = ""
        for one in sorted(fit, key=lambda cookie: -len(cookie.path)):
            more = f"{header}; {one.name}={one.value}" if header else f"{one.name}={one.value}"
            if len(more) > _MOST:
                break
            header = more
        return header


NO_COOKIES = Cookies()


def read_cookies(file: Path) -> Cookies:
    """Read a file of cookies; raise LibraryError, which names it, if it can't be or is another kind.

    Lines that are none are passed over. Cost: linear.
    """
    try:
        text = read_regular(file, _LARGEST, links=True).decode("utf-8", "replace")
    except OSError as error:
        raise LibraryError(file, f"its cookies can't be read: {reason_of(error)}") from None
    cookies = tuple(cookie for line in text.split("\n") if (cookie := _cookie(line.rstrip("\r"))))
    if not cookies:
        raise LibraryError(
            file, "it has no cookies: lines of seven fields with tabs between, as cookies.txt has"
        )
    return Cookies(cookies)


def _cookie(line: str) -> Cookie | None:
    fields = line.removeprefix(_HTTP_ONLY).split("\t")
    if len(fields) != _FIELDS or fields[0].startswith("#"):
        return None
    domain, within, path, secure, expires, name, value = fields
    host = domain.strip().lower().lstrip(".")
    if not (host and name and path.startswith("/") and _fit(name) and _fit(value)) or "=" in name:
        return None
    return Cookie(
        host,
        within.strip().upper() == "TRUE",
        path,
        secure.strip().upper() != "FALSE",
        whole_number(expires.strip()) or 0,
        name,
        value,
    )


def _fit(text: str) -> bool:
    """Tell whether a text can stand in a header: nothing that ends a cookie, a line or a field."""
    return text.isascii() and text.isprintable() and not _UNFIT.intersection(text)


def _fits(cookie: Cookie, address: WebAddress, now: float) -> bool:
    host, path = address.host, address.path or "/"
    if cookie.secure and address.scheme != "https":
        return False
    if cookie.expires and cookie.expires <= now:
        return False
    below = cookie.within and host.endswith(f".{cookie.domain}") and not _is_number(host)
    if host != cookie.domain and not below:
        return False
    return path == cookie.path or path.startswith(cookie.path.rstrip("/") + "/")


def _is_number(host: str) -> bool:
    """Tell whether a host is an address: nothing lies below one."""
    return ":" in host or host.rpartition(".")[2].isdecimal()
