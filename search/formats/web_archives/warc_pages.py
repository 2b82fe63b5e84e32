"""The pages among the records of a WARC file."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Literal, TypeAlias

from fastwarc.warc import ArchiveIterator, WarcRecordType

from search.formats.container import Unreadable
from search.formats.limits import LONGEST_ARCHIVED
from search.formats.web_archives.archive_signature import GZIP
from search.formats.web_archives.archived_page import ArchivedPage
from search.text.clean import clean, one_line
from search.untrusted import decoded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fastwarc.warc import WarcRecord

    from search.formats.container import Draft

_Decode: TypeAlias = Literal["none", "content", "transfer", "all"]

LONGEST_HEAD = 1 << 16
_MOST_PAGES = 128 << 20
"""Bytes of all pages that are compressed together, unpacked."""
_HTML = frozenset({"text/html", "application/xhtml+xml"})
TEXT = _HTML | {"text/plain"}
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? +(\d{3})\b")
_TYPE = re.compile(rb"^content-type:[ \t]*([\w.+-]+/[\w.+-]+)", re.IGNORECASE | re.MULTILINE)
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_OK = b"200"
_PAGES = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
_DECODINGS: tuple[_Decode, ...] = ("all", "transfer", "content", "none")
"""What is tried in turn: some crawlers keep a page as it is, and its header as it was."""
BROKEN = (OSError, ValueError, OverflowError)
"""What is raised for an archive that is damaged."""


def records(file: io.RawIOBase | io.BytesIO) -> Iterator[WarcRecord]:
    """Yield the records of a WARC file one by one; raise `BROKEN` where it is damaged."""
    yield from ArchiveIterator(
        file,
        parse_http=False,
        max_header_len=LONGEST_HEAD,
        fsspec_args=False,
    )


def page_type(record: WarcRecord, begun: bytes) -> str:
    """Give the content type of a record that is a page, else an empty text.

    A page is HTML or plain text, which the server gave as found (status 200).

    Args:
        record: of any type.
        begun: what its block begins with, up to `LONGEST_HEAD` bytes.
    """
    if not record.record_type & _PAGES:
        return ""
    if not record.is_http:
        stated = (record.headers.get("Content-Type") or "").partition(";")[0].strip().lower()
    else:
        stated = http_type(begun)
    return stated if stated in TEXT else ""


def http_type(begun: bytes) -> str:
    """Give the content type that an HTTP response states, if its status is 200; else an empty text."""
    status = _STATUS.match(begun)
    if status is None or status[1] != _OK:
        return ""
    end = _HEAD_END.search(begun)
    stated = _TYPE.search(begun, 0, end.start() + 1 if end else len(begun))
    return (decoded(stated[1], "ascii") or "").lower() if stated else ""


def pages(data: bytes) -> list[Draft]:
    """Give the pages among records that are read together; one that is broken is `Unreadable`."""
    found: list[Draft] = []
    together = 0
    try:
        for record in records(io.BytesIO(data)):
            block = record.reader.read(LONGEST_ARCHIVED + LONGEST_HEAD)
            kind = page_type(record, block[:LONGEST_HEAD])
            if not kind:
                continue
            # WARC 1.0 shows addresses in angle brackets, by a slip that some programs follow.
            own = one_line(clean(record.headers.get("WARC-Target-URI") or "")).strip("<> ")
            together += len(block)
            if together > _MOST_PAGES:
                found.append(too_long(own))
            elif record.is_http:
                found.append(http_page(block, own, kind))
            else:
                found.append(ArchivedPage(block, own, html=kind in _HTML))
    except BROKEN:
        return found  # the walk has told where; what came before is read
    return found


def too_long(own: str) -> Unreadable:
    """Say that a page is larger than any is."""
    return Unreadable(f"larger than {LONGEST_ARCHIVED >> 20} MB: no page is that long", own)


def http_page(block: bytes, own: str, kind: str) -> Draft:
    """Give the page of an HTTP response, without its transfer and content encodings.

    Args:
        block: the response from its status line on.
        own: the address it was fetched from.
        kind: its content type.
    """
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    record = head.encode("ascii") + block + b"\r\n\r\n"
    for decoding in _DECODINGS:
        try:
            response = next(iter(ArchiveIterator(io.BytesIO(record), parse_http=False)))
            response.parse_http(auto_decode=decoding)
            data = response.reader.read(LONGEST_ARCHIVED + 1)
            charset = response.http_charset or ""
        except (*BROKEN, StopIteration):
            continue
        if len(data) > LONGEST_ARCHIVED:
            return too_long(own)
        if data and not data.startswith(GZIP):
            return ArchivedPage(data, own, charset, kind in _HTML)
    return Unreadable("the page is empty, or it is damaged in the archive", own)
