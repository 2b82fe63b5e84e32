"""Tar archives: each file in one is read by its place."""

from __future__ import annotations

import tarfile
from io import BytesIO
from typing import IO, TYPE_CHECKING, cast

from search.errors import ArticleError
from search.formats.archives.member_files import MemberFiles, is_hidden
from search.formats.container import Span, Unreadable
from search.formats.limits import LARGEST_MEMBER
from search.formats.source_file import SourceFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from search.formats.container import Draft, LeftOut, Source
    from search.formats.kinds import OpenInner

_BROKEN = (tarfile.TarError, EOFError, OSError, OverflowError, RecursionError, ValueError)
"""What the standard library raises for archives that are damaged."""
_LINK = "links and devices in archives aren't followed"
_LONGEST_HEAD = 1 << 20
"""Bytes that may stand before a file, for its name and whatever else is said of it."""


class TarArchive:
    """A tar archive; see `search.formats.Container`."""

    def __init__(self, source: Source, name: str, inner: OpenInner) -> None:
        """Take it; what is wrong with it shows when it is walked through."""
        self._source = source
        self._name = name
        self._files = MemberFiles(inner)

    @property
    def left_out(self) -> LeftOut:
        """What of it was passed over so far."""
        return self._files.left_out

    def spans(self) -> Iterator[Span]:
        """Walk through its files in their order, and see how many articles each is.

        Raises ArticleError where it is damaged; what lies before is well.
        """
        try:
            with tarfile.open(
                fileobj=cast("IO[bytes]", SourceFile(self._source)), mode="r:"
            ) as tar:
                while (info := tar.next()) is not None:
                    # A list of all is kept otherwise, of which each costs a thousand bytes.
                    tar.members = []  # type: ignore[attr-defined]  # there is no other way
                    if info.isdir() or is_hidden(info.name):
                        continue
                    if not info.isreg() or info.issparse():
                        self._files.pass_over(info.name, _LINK)
                        continue
                    stop = info.offset_data + info.size
                    if stop > self._source.size:
                        raise ArticleError(self._name, f"{info.name} is cut in it")
                    yield Span(info.offset, stop, len(self._drafts(info, info.offset_data)))
        except _BROKEN as error:
            raise ArticleError(self._name, "the archive is damaged") from error

    def drafts(self, start: int, stop: int) -> Sequence[Draft]:
        """Give the articles of one file."""
        head = self._source.read(start, min(stop, start + _LONGEST_HEAD))
        try:
            with tarfile.open(fileobj=BytesIO(head), mode="r:", ignore_zeros=True) as tar:
                info = tar.next()
        except _BROKEN:
            info = None
        if info is None:
            return ()
        return self._drafts(info, start + info.offset_data)

    def _drafts(self, info: tarfile.TarInfo, start: int) -> Sequence[Draft]:
        if info.size > LARGEST_MEMBER:
            why = f"{info.name}: larger than {LARGEST_MEMBER >> 20} MB; unpack it to have it read"
            return (Unreadable(why, info.name),)
        return self._files.drafts(self._source.read(start, start + info.size), info.name)
