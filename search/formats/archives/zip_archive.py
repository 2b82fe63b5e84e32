"""ZIP archives: each file in one is read by its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.errors import ArticleError
from search.formats.archives.member_files import MemberFiles, is_hidden
from search.formats.container import Span, Unreadable
from search.formats.limits import LARGEST_MEMBER, MOST_CONTENTS
from search.formats.zip_parts import ZipParts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from zipfile import ZipInfo

    from search.formats.container import Draft, LeftOut, Source
    from search.formats.kinds import OpenInner

_HEADER = 30


class ZipArchive:
    """A ZIP archive; see `search.formats.Container`."""

    def __init__(self, source: Source, name: str, inner: OpenInner) -> None:
        """Open it; raise ArticleError if it is damaged, or says that it holds what none can."""
        self._files = MemberFiles(inner)
        self._parts = ZipParts(source, name, most_directory=MOST_CONTENTS)
        self._members = {file.header_offset: file for file in self._parts.files}

    @property
    def left_out(self) -> LeftOut:
        """What of it was passed over so far."""
        return self._files.left_out

    def spans(self) -> Iterator[Span]:
        """Walk through its files in their order, and see how many articles each is."""
        for file in self._members.values():
            if not is_hidden(file.filename):
                yield Span(*_extent(file), len(self._drafts(file)))

    def drafts(self, start: int, stop: int) -> Sequence[Draft]:
        """Give the articles of one file."""
        del stop
        file = self._members.get(start)
        return self._drafts(file) if file else ()

    def _drafts(self, file: ZipInfo) -> Sequence[Draft]:
        try:
            data = self._parts.read_file(file, LARGEST_MEMBER)
        except ArticleError as error:
            return (Unreadable(error.reason, file.filename),)
        return self._files.drafts(data, file.filename)


def _extent(file: ZipInfo) -> tuple[int, int]:
    """Say where a file lies, as far as the table of contents knows."""
    head = _HEADER + len(file.orig_filename.encode("utf-8", "replace"))
    return file.header_offset, file.header_offset + head + file.compress_size
