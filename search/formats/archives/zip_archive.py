"""ZIP archives: each file in one is read by its place."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from typing import IO, TYPE_CHECKING, cast

from search.errors import ArticleError
from search.formats.archives.member_files import LARGEST_MEMBER, MemberFiles, is_hidden
from search.formats.container import Span, Unreadable
from search.formats.source_file import SourceFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from search.formats.container import Draft, LeftOut, Source
    from search.formats.kinds import OpenInner

_TAIL = 65_557
"""Bytes from the end within which the table of contents is named."""
_END = b"PK\x05\x06"
_END_64 = b"PK\x06\x06"
_END_HEAD = struct.Struct("<4s4H2LH")
_END_64_HEAD = struct.Struct("<4sQ2H2L4Q")
_MOST_DIRECTORY = 64 << 20
"""Bytes of the table of contents: some 500,000 files, of which each costs as much as ten in memory."""
_MOST_TOLD = 1_000
"""How many times its own bytes an archive may say that it holds, at least `_LEAST_TOLD`."""
_LEAST_TOLD = 1 << 30
_HEADER = 30
_SEE_64 = 0xFFFF_FFFF
_ENCRYPTED = 1
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""What the standard library raises for archives that are damaged, or made to harm."""


class ZipArchive:
    """A ZIP archive; see `search.formats.Container`."""

    def __init__(self, source: Source, name: str, inner: OpenInner) -> None:
        """Open it; raise ArticleError if it is damaged, or says that it holds what none can."""
        self._name = name
        self._files = MemberFiles(inner)
        if _directory_size(source, name) > _MOST_DIRECTORY:
            raise ArticleError(name, "the archive has more files than can be read")
        try:
            self._zip = zipfile.ZipFile(cast("IO[bytes]", SourceFile(source)))
            files = [info for info in self._zip.infolist() if not info.is_dir()]
        except _BROKEN as error:
            raise ArticleError(name, "the archive is damaged") from error
        self._members = {info.header_offset: info for info in files}
        self._check(source.size, len(files))

    def _check(self, size: int, files: int) -> None:
        """Raise ArticleError if files lie within each other, or are said to be far too long."""
        told = sum(info.file_size for info in self._members.values())
        if told > max(_LEAST_TOLD, _MOST_TOLD * size):
            raise ArticleError(self._name, f"it says that it holds {told >> 30} GB, as bombs do")
        end = 0 if files == len(self._members) else size + 1
        for start in sorted(self._members):
            if start < end:
                raise ArticleError(self._name, "files lie within each other in it, as in bombs")
            end = start + self._members[start].compress_size

    @property
    def left_out(self) -> LeftOut:
        """What of it was passed over so far."""
        return self._files.left_out

    def spans(self) -> Iterator[Span]:
        """Walk through its files in their order, and see how many articles each is."""
        for info in self._members.values():
            if not is_hidden(info.filename):
                yield Span(*_extent(info), len(self._drafts(info)))

    def drafts(self, start: int, stop: int) -> Sequence[Draft]:
        """Give the articles of one file."""
        del stop
        info = self._members.get(start)
        return self._drafts(info) if info else ()

    def _drafts(self, info: zipfile.ZipInfo) -> Sequence[Draft]:
        name = info.filename
        if info.flag_bits & _ENCRYPTED:
            return (Unreadable(f"{name}: it is encrypted", name),)
        if info.file_size > LARGEST_MEMBER:
            why = f"{name}: larger than {LARGEST_MEMBER >> 20} MB; unpack it to have it read"
            return (Unreadable(why, name),)
        try:
            with self._zip.open(info) as file:
                data = file.read(LARGEST_MEMBER + 1)
        except _BROKEN:
            return (Unreadable(f"{name}: it is damaged", name),)
        return self._files.drafts(data, name)


def _extent(info: zipfile.ZipInfo) -> tuple[int, int]:
    """Say where a file lies, as far as the table of contents knows."""
    head = _HEADER + len(info.orig_filename.encode("utf-8", "replace"))
    return info.header_offset, info.header_offset + head + info.compress_size


def _directory_size(source: Source, name: str) -> int:
    """Say how long the table of contents is; raise ArticleError if there is none."""
    begin = max(0, source.size - _TAIL)
    tail = source.read(begin, source.size)
    end = tail.rfind(_END)
    if end < 0 or len(tail) - end < _END_HEAD.size:
        raise ArticleError(name, "the archive is damaged: it has no table of contents")
    size: int = _END_HEAD.unpack_from(tail, end)[5]
    large = tail.rfind(_END_64, 0, end)
    if size == _SEE_64 and large >= 0 and len(tail) - large >= _END_64_HEAD.size:
        size = _END_64_HEAD.unpack_from(tail, large)[8]
    return size
