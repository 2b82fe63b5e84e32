"""The files within a ZIP archive, of bounded size and number; nothing is ever unpacked to disk."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from typing import IO, TYPE_CHECKING, cast

from search.errors import ArticleError
from search.formats.source_file import SourceFile

if TYPE_CHECKING:
    from collections.abc import Sequence
    from zipfile import ZipInfo

    from search.formats.container import Source

MOST_DIRECTORY = 4 << 20
"""Bytes of an archive's table of contents, if it is a document: some 40,000 files, of which each
takes ten times as much in memory."""
_TAIL = 65_557
"""Bytes from the end within which the table of contents is named."""
_END = struct.Struct("<4s4H2LH")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_SEE_64 = 0xFFFF_FFFF
_MOST_TOLD = 1_000
"""How many times its own bytes an archive may say that it holds, if more than `_LEAST_TOLD`."""
_LEAST_TOLD = 1 << 30
_ENCRYPTED = 1
_KNOWN = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA})
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


class ZipParts:
    """An archive whose files are read one by one.

    Attributes:
        files: what the table of contents says of each, in its order; folders are left out.
    """

    def __init__(self, source: Source, name: str, *, most_directory: int = MOST_DIRECTORY) -> None:
        """Open it.

        Args:
            source: its bytes.
            name: it names the archive in errors.
            most_directory: bytes that its table of contents may have.

        Raises ArticleError if it is none, is damaged, or says that it holds what only bombs do.
        """
        self._name = name
        if _directory_size(source, name) > most_directory:
            raise ArticleError(name, "the archive has more files than can be read")
        try:
            self._archive = zipfile.ZipFile(cast("IO[bytes]", SourceFile(source)))
            self.files: Sequence[ZipInfo] = [
                file for file in self._archive.infolist() if not file.is_dir()
            ]
        except _BROKEN as error:
            raise ArticleError(name, "the archive is damaged") from error
        self._check(source.size)
        self._by_name = {file.filename: file for file in self.files}

    def _check(self, size: int) -> None:
        """Raise ArticleError if files lie within each other, or are said to be far too long."""
        told = sum(file.file_size for file in self.files)
        if told > max(_LEAST_TOLD, _MOST_TOLD * size):
            raise ArticleError(self._name, f"it says that it holds {told >> 30} GB, as bombs do")
        end = 0
        for file in sorted(self.files, key=lambda one: one.header_offset):
            if file.header_offset < end:
                raise ArticleError(self._name, "files lie within each other in it, as in bombs")
            end = file.header_offset + max(1, file.compress_size)

    def __contains__(self, part: str) -> bool:
        return part in self._by_name

    def size(self, part: str) -> int:
        """Give how long a file says it is, in bytes; 0 if there is none of that name."""
        return self._by_name[part].file_size if part in self._by_name else 0

    def read(self, part: str, most: int) -> bytes:
        """Give a file by its name; raise ArticleError if there is none, else see `read_file`."""
        if part not in self._by_name:
            raise ArticleError(self._name, f"the archive has no {part[:100]}")
        return self.read_file(self._by_name[part], most)

    def read_file(self, file: ZipInfo, most: int) -> bytes:
        """Give a file; raise ArticleError if it is damaged, encrypted or too long.

        Args:
            file: one of `files`.
            most: bytes it may have, whatever it says of itself.
        """
        part = file.filename[:100]
        if file.flag_bits & _ENCRYPTED:
            raise ArticleError(self._name, f"{part}: it is encrypted")
        if file.compress_type not in _KNOWN:
            raise ArticleError(self._name, f"{part}: it is compressed in a way that nothing reads")
        if file.file_size > most:
            raise ArticleError(self._name, f"{part}: larger than {most >> 20} MB, unpacked")
        try:
            with self._archive.open(file) as opened:
                data = opened.read(most + 1)
        except _BROKEN as error:
            raise ArticleError(self._name, f"{part}: it is damaged") from error
        if len(data) > most:
            raise ArticleError(self._name, f"{part}: larger than {most >> 20} MB, unpacked")
        return data


def _directory_size(source: Source, name: str) -> int:
    """Say how long the table of contents is; raise ArticleError if there is none."""
    tail = source.read(max(0, source.size - _TAIL), source.size)
    end = tail.rfind(b"PK\x05\x06")
    if end < 0 or len(tail) - end < _END.size:
        raise ArticleError(name, "the archive is damaged: it has no table of contents")
    size: int = _END.unpack_from(tail, end)[5]
    large = tail.rfind(b"PK\x06\x06", 0, end)
    if size == _SEE_64 and large >= 0 and len(tail) - large >= _END_64.size:
        size = _END_64.unpack_from(tail, large)[8]
    return size
