"""ARC files (Internet Archive, 1996): what crawlers kept pages in before WARC."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from search.errors import ArticleError
from search.formats.container import Span
from search.formats.limits import LONGEST_ARCHIVED, MOST_TOGETHER
from search.formats.web_archives.archive_signature import GZIP
from search.formats.web_archives.warc_file import require_warc
from search.text.clean import clean, one_line
from search.untrusted import decoded, whole_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from search.formats.container import Container, Draft, Source

_LONGEST_LINE = 1 << 14
_HEAD = 1 << 16
_PIECE = 1 << 20
_MOST_RATIO = 100
_MOST_ANYWAY = 256 << 20
_LINE = re.compile(
    rb"\s*(\S{1,8000}) ([\d.:a-fA-F]{1,45}|-) (\d{8,14}) ([^\n]{1,4000}?) ?(\d{1,12})\r?\n"
)
"""Address, IP, day, content type (and, in the second version, more), length."""


class _Record(NamedTuple):
    """A record: where it lies in the file, and its first bytes, unpacked."""

    start: int
    stop: int
    begun: bytes


def open_arc(source: Source, name: str) -> Container:
    """Open an ARC file; raise PassedOverError if what reads it isn't installed."""
    require_warc("an ARC archive")
    return ArcFile(source, name)


@dataclass(frozen=True, slots=True)
class ArcFile:
    """An ARC file, plain or compressed record by record; its articles are as those of WARC."""

    source: Source
    name: str

    def spans(self) -> Iterator[Span]:
        """Walk through the records; raise ArticleError where the file is damaged or cut short."""
        packed = self.source.read(0, len(GZIP)) == GZIP
        for record in self._packed() if packed else self._plain():
            yield Span(record.start, record.stop, 1 if _page_type(record.begun) else 0)

    def _plain(self) -> Iterator[_Record]:
        start = 0
        while start < self.source.size:
            begun = self.source.read(start, start + _HEAD)
            line = _LINE.match(begun)
            if line is None:
                if not begun.strip():
                    return
                raise self._damaged(start)
            stop = start + line.end() + _length(line)
            yield _Record(start, min(stop, self.source.size), begun[: stop - start])
            if stop > self.source.size:
                raise self._damaged(start)
            start = stop

    def _packed(self) -> Iterator[_Record]:
        start = told = 0
        while start < self.source.size:
            if self.source.read(start, start + len(GZIP)) != GZIP:
                raise self._damaged(start)
            member = zlib.decompressobj(zlib.MAX_WBITS | 16)
            begun, at = b"", start
            try:
                while not member.eof and at < self.source.size:
                    piece = self.source.read(at, at + _PIECE)
                    at += len(piece)
                    while piece and not member.eof:
                        unpacked = member.decompress(piece, _PIECE)
                        piece = member.unconsumed_tail
                        begun += unpacked[: _HEAD - len(begun)]
                        told += len(unpacked)
                    if told > _MOST_ANYWAY + _MOST_RATIO * self.source.size:
                        raise ArticleError(
                            self.name, "it unpacks to more than any archive of its size"
                        )
            except zlib.error as error:
                raise self._damaged(start) from error
            stop = at - len(member.unused_data)
            yield _Record(start, stop, begun)
            if not member.eof:
                raise self._damaged(start)
            start = stop

    def _damaged(self, start: int) -> ArticleError:
        said = f"damaged or cut short after {start:,} bytes; the records before are read"
        return ArticleError(self.name, said)

    def drafts(self, start: int, stop: int) -> Sequence[Draft]:
        """Give the page of a span."""
        from search.formats.web_archives.warc_pages import (  # noqa: PLC0415 - an extra
            http_page,
            too_long,
        )

        data = self.source.read(start, min(stop, start + MOST_TOGETHER))
        if data.startswith(GZIP):
            member = zlib.decompressobj(zlib.MAX_WBITS | 16)
            try:
                data = member.decompress(data, LONGEST_ARCHIVED + _HEAD)
            except zlib.error:
                return ()
        line = _LINE.match(data)
        kind = _page_type(data[:_HEAD])
        if line is None or not kind:
            return ()
        own = one_line(clean(decoded(line[1], "utf-8") or ""))
        block = data[line.end() :][: _length(line)]
        if len(block) > LONGEST_ARCHIVED:
            return (too_long(own),)
        return (http_page(block, own, kind),)


def _length(line: re.Match[bytes]) -> int:
    return whole_number(decoded(line[5], "ascii") or "") or 0


def _page_type(begun: bytes) -> str:
    """Give the content type of a record that is a page by its first bytes, else an empty text."""
    from search.formats.web_archives.warc_pages import TEXT, http_type  # noqa: PLC0415 - an extra

    line = _LINE.match(begun)
    stated = http_type(begun[line.end() :]) if line else ""
    return stated if stated in TEXT else ""
