"""One form for all addresses of a page, so that two programs' addresses of it are equal."""

from __future__ import annotations

import re
from functools import cache

from search.word_lists import word_lists

_ADDRESS = re.compile(r"https?://(?:[^/?#@]*@)?([^/?#]+)([^?#]*)(?:\?([^#]*))?", re.IGNORECASE)
_PORT = re.compile(r":(?:80|443)?$")
_INDEX = re.compile(r"/(?:index\.(?:html?|php))?$")


def address_form(address: str) -> str | None:
    """Give what is the same in all ways to write a page's address; None for no web address.

    Left out are the scheme, `www.` and `m.` or `amp.` before the host, a port that is meant
    anyway, what stands after `#`, a slash or `index.html` at the end, and the parts of the query
    that only tell whoever runs the page where its reader came from; the others are ordered.
    Cost: linear.
    """
    found = _ADDRESS.match(address.strip())
    if found is None:
        return None
    host = _PORT.sub("", found[1].lower().rstrip("."))
    for begin in ("www.", "amp.", "m."):
        host = host.removeprefix(begin)
    parts = [part for part in (found[3] or "").split("&") if part and not _tells_origin(part)]
    query = "?" + "&".join(sorted(parts)) if parts else ""
    return f"{host}{_INDEX.sub('', found[2])}{query}"


def without_origin(address: str) -> str:
    """Give an address without what stands after `#` and the parts of its query left out above."""
    page, mark, query = address.partition("#")[0].partition("?")
    parts = [part for part in query.split("&") if part and not _tells_origin(part)]
    return f"{page}{mark}{'&'.join(parts)}" if parts else page


def _tells_origin(part: str) -> bool:
    name = part.partition("=")[0].lower()
    whole, beginnings = _origins()
    return name in whole or name.startswith(beginnings)


@cache
def _origins() -> tuple[frozenset[str], tuple[str, ...]]:
    lists = word_lists("marks/other_readers/origins")["parameters"]
    return frozenset(lists["names"]), tuple(lists["beginnings"])
