"""MHTML: a page and what it shows as the parts of one message, as browsers save it (RFC 2557)."""

from __future__ import annotations

import re
from email.parser import BytesHeaderParser, BytesParser
from typing import TYPE_CHECKING

from search.formats.limits import DEEPEST_PARTS
from search.formats.web.saved.saved_page import SavedPage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

_HEADERS = 1 << 16
"""Bytes of a part's headers; a thousandth is usual."""
_MOST_PARTS = 10_000
_EMPTY_LINE = re.compile(rb"\r?\n\r?\n")
_HTML = frozenset({"text/html", "application/xhtml+xml"})


def page_of_mhtml(data: bytes) -> SavedPage | None:
    """Give the page of an MHTML file: the part its headers name, else its first part of HTML.

    Only that part is decoded, whatever pictures stand beside it. None if there is none. Cost:
    linear, parts within parts are looked into three deep.
    """
    headers, _ = _split(data)
    address = _header(headers, "Snapshot-Content-Location")
    wanted = _header(headers, "Content-Location") or address
    start = _parameter(headers, "start")
    first: SavedPage | None = None
    for part in _parts(data, DEEPEST_PARTS):
        about, body = _split(part)
        if about.get_content_type() not in _HTML:
            continue
        where = _header(about, "Content-Location")
        named = start and _header(about, "Content-ID") == start
        if first is None or named or (wanted and where == wanted and first.url != wanted):
            first = SavedPage(
                _decoded(about, body), _parameter(about, "charset"), where or address or None
            )
        if named:
            break
    return first


def _split(part: bytes) -> tuple[Message, bytes]:
    """Part the headers of a message or a part from what follows the empty line."""
    gap = _EMPTY_LINE.search(part, 0, _HEADERS)
    stop, begin = gap.span() if gap else (min(len(part), _HEADERS), len(part))
    return BytesHeaderParser().parsebytes(part[:stop]), part[begin:]


def _parts(data: bytes, deepest: int) -> Iterator[bytes]:
    """Yield the parts of a message that have none themselves, in order."""
    headers, body = _split(data)
    boundary = _parameter(headers, "boundary")
    if not boundary or headers.get_content_maintype() != "multipart" or not deepest:
        yield data
        return
    line = re.compile(
        rb"^--" + re.escape(boundary.encode("utf-8", "replace")) + rb"(--)?[ \t]*\r?$"
    )
    at: int | None = None
    rows = re.finditer(line.pattern, body, re.MULTILINE)
    for count, row in enumerate(rows):
        if at is not None:
            yield from _parts(body[at : row.start()], deepest - 1)
        at = row.end() + 1
        if row[1] or count > _MOST_PARTS:
            return
    if at is not None:  # the file was cut short
        yield from _parts(body[at:], deepest - 1)


def _header(headers: Message, name: str) -> str:
    """Give a header in one line, empty if it isn't there; never what can't be shown."""
    return " ".join(str(headers.get(name, "")).split()).strip("<>")


def _parameter(headers: Message, name: str) -> str:
    """Give a parameter of the content's type, such as its boundary or its charset."""
    try:
        value = headers.get_param(name, "")
    except (ValueError, LookupError):  # encoded in no way there is
        return ""
    return value.strip("<> ") if isinstance(value, str) else ""


def _decoded(headers: Message, body: bytes) -> bytes:
    """Give the bytes of a part as they were before they were put into a message."""
    how = str(headers.get("Content-Transfer-Encoding", "7bit")).strip()[:40]
    wrapped = b"Content-Transfer-Encoding: " + how.encode("ascii", "replace") + b"\n\n" + body
    found = BytesParser().parsebytes(wrapped).get_payload(decode=True)
    return found if isinstance(found, bytes) else body
