"""WARC files (ISO 28500), read record by record, however large they are."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING

from search.errors import ArticleError
from search.formats.container import PassedOverError, Span
from search.formats.limits import MOST_TOGETHER
from search.formats.source_file import SourceFile
from search.formats.web_archives.archive_signature import GZIP, ZSTD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from search.formats.container import Container, Draft, Source

_MOST_RATIO = 100
_MOST_ANYWAY = 256 << 20
_BEGINS = (b"WARC/", GZIP, ZSTD)
_TOGETHER = f"more than {MOST_TOGETHER >> 20} MB are compressed as a whole, not record by record"


def require_warc(what: str) -> None:
    """Raise PassedOverError if what reads web archives isn't installed."""
    if find_spec("fastwarc") is None:
        raise PassedOverError(what, needs="pip install 'diptych[warc]'")


def open_warc(source: Source, name: str) -> Container:
    """Open a WARC file; raise PassedOverError if what reads it isn't installed."""
    require_warc("a WARC archive")
    return WarcFile(source, name)


@dataclass(frozen=True, slots=True)
class WarcFile:
    """A WARC file, plain, or compressed record by record or as a whole.

    Its articles are pages that a server gave as found. Requests, pictures, redirects and what
    wasn't found are none.
    """

    source: Source
    name: str

    def spans(self) -> Iterator[Span]:
        """Walk through the records; a span is a record, or those compressed together.

        Raises:
            ArticleError: the file is damaged, cut short or unpacks beyond all use; what lies before
                that has been given.
        """
        begun = held = told = 0
        for start, declared, pages, whole in self._walk():
            if start > begun and self._begins(start):
                yield Span(begun, start, held)
                begun, held = start, 0
            elif start - begun > MOST_TOGETHER and held:
                raise ArticleError(self.name, _TOGETHER)
            held += pages
            told += declared
            if told > _MOST_ANYWAY + _MOST_RATIO * self.source.size:
                raise ArticleError(self.name, "it unpacks to more than any archive of its size")
            if not whole:
                yield Span(begun, self.source.size, held)
                raise ArticleError(
                    self.name,
                    f"damaged or cut short after {start:,} bytes; the records before are read",
                )
        if begun < self.source.size:
            if held and self.source.size - begun > MOST_TOGETHER:
                raise ArticleError(self.name, _TOGETHER)
            yield Span(begun, self.source.size, held)

    def _walk(self) -> Iterator[tuple[int, int, int, bool]]:
        """Yield where each record begins, how long it says it is, its pages, and whether it is whole.

        The last is False once, where the file can't be read further.
        """
        from search.formats.web_archives import warc_pages  # noqa: PLC0415 - an extra

        start = 0
        try:
            for record in warc_pages.records(SourceFile(self.source)):
                start, declared = record.stream_pos, record.content_length
                begun = record.reader.read(min(declared, warc_pages.LONGEST_HEAD))
                pages = 1 if warc_pages.page_type(record, begun) else 0
                whole = len(begun) + record.consume() >= declared
                yield start, declared, pages, whole
                if not whole:
                    return
        except warc_pages.BROKEN:
            yield start, 0, 0, False

    def _begins(self, start: int) -> bool:
        """Tell whether something that can be read by itself begins at a place."""
        return self.source.read(start, start + 5).startswith(_BEGINS)

    def drafts(self, start: int, stop: int) -> Sequence[Draft]:
        """Give the pages of a span."""
        from search.formats.web_archives.warc_pages import pages  # noqa: PLC0415 - an extra

        # Where a file is damaged a span goes on to its end, and is read as far as it can be.
        return pages(self.source.read(start, min(stop, start + MOST_TOGETHER)))
