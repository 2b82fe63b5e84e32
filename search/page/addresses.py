"""Web addresses in a page's text, also those wrapped by a proxy."""

from __future__ import annotations

import re
from urllib.parse import unquote

from search.word_lists import word_lists

_ADDRESS = re.compile(r"https?://[^\s<>\"'«»“”\[\]{}|\\^`]+", re.IGNORECASE)
_BARE = re.compile(
    r"(?<![\w@./-])(?:www\.)?(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}(?![\w@-])(?!\.\w)", re.IGNORECASE
)
_INNER = re.compile(
    r"(?:(?<=[/?=&])|(?<=%2F)|(?<=%3D))https?(?::|%3A)?(?:/|%2F){1,2}(?=[^/])", re.IGNORECASE
)
_TRAILING = ".,;:!?)'’"


def find_address(line: str) -> str | None:
    """Give the first web address of a line, as it stands there, or None."""
    match = _ADDRESS.search(line) if "://" in line else None
    return match[0].rstrip(_TRAILING) if match else None


def find_domains(line: str) -> list[str]:
    """Give the domain names standing in a line, lower case: `www.presstv.co.uk`."""
    return [match[0].lower() for match in _BARE.finditer(line)] if "." in line else []


def unwrap(address: str) -> str:
    """Give the address inside an address: what a proxy, an archive or a redirect leads to.

    `https://proxy.example/https/p.dw.com/p/3I` gives `https://p.dw.com/p/3I`; an address that
    wraps nothing comes back unchanged.
    """
    wraps = list(_INNER.finditer(address, 8))
    if not wraps:
        return address
    last = wraps[-1]
    inner = address[last.end() :]
    if "%2F" in last[0].upper():
        inner = unquote(inner.partition("&")[0])
    if "." not in inner.partition("/")[0]:
        return address
    scheme = "https" if last[0].lower().startswith("https") else "http"
    return f"{scheme}://{inner}"


def host(address: str) -> str:
    """Give the host of an address or the address of a bare domain: lower case, without `www.`."""
    rest = address.partition("://")[2] or address
    name = re.split(r"[/?#]", rest, maxsplit=1)[0].rpartition("@")[2].partition(":")[0].lower()
    return name.removeprefix("www.").strip(".")


def slug_words(address: str) -> frozenset[str]:
    """Give the words of an address's path, lower case, letters only, of three or more."""
    path = (address.partition("://")[2] or address).partition("/")[2]
    return frozenset(re.findall(r"[^\W\d_]{3,}", unquote(path).lower()))


def is_story_address(address: str) -> bool:
    """Tell whether an address could be an article's own: a page, on no sharing or media site."""
    inner = unwrap(address)
    name = host(inner)
    path = (inner.partition("://")[2]).partition("/")[2].strip("/")
    if not path or "." not in name:
        return False
    return not any(_within(name, site) for site in word_lists("page/boilerplate")["sharing_sites"])


def _within(name: str, site: str) -> bool:
    return name == site or name.endswith(f".{site}")
