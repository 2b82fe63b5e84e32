"""The files within a ZIP archive, of bounded size and number."""

from __future__ import annotations

import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, cast

from search.errors import ArticleError
from search.formats.source_file import SourceFile

if TYPE_CHECKING:
    from typing import IO

    from search.formats.container import Source

_TAIL = 65_557
"""Bytes from the end within which the table of contents is named."""
_END = b"PK\x05\x06"
_MOST_DIRECTORY = 4 << 20
"""Bytes of the table of contents: some 40,000 files, of which each costs as much as ten."""
_ENCRYPTED = 1
_PLAIN = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
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
    """An archive whose files are read by name; nothing is ever unpacked to disk."""

    def __init__(self, source: Source, name: str) -> None:
        """Open it; raise ArticleError if it is none, or damaged.

        Args:
            source: its bytes.
            name: it names the archive in errors.
        """
        self._name = name
        tail = source.read(max(0, source.size - _TAIL), source.size)
        end = tail.rfind(_END)
        size = tail[end + 12 : end + 16]
        if end < 0 or len(size) < struct.calcsize("<I"):
            raise ArticleError(name, "the archive is damaged: it has no table of contents")
        if struct.unpack("<I", size)[0] > _MOST_DIRECTORY:
            raise ArticleError(name, "the archive has more files than any book")
        try:
            self._archive = zipfile.ZipFile(cast("IO[bytes]", SourceFile(source)))
        except _BROKEN as error:
            raise ArticleError(name, "the archive is damaged") from error
        self._parts = {part.filename: part for part in self._archive.infolist()}

    def __contains__(self, part: str) -> bool:
        return part in self._parts

    def size(self, part: str) -> int:
        """Give how long a file says it is, in bytes; 0 if there is none of that name."""
        return self._parts[part].file_size if part in self._parts else 0

    def read(self, part: str, most: int) -> bytes:
        """Give a file; raise ArticleError if there is none, or it is damaged, encrypted or too long.

        Args:
            part: its name within the archive.
            most: bytes it may have, whatever it says of itself.
        """
        info = self._parts.get(part)
        if info is None:
            raise ArticleError(self._name, f"the archive has no {part[:100]}")
        if info.flag_bits & _ENCRYPTED:
            raise ArticleError(self._name, "it is encrypted")
        if info.compress_type not in _PLAIN:
            raise ArticleError(self._name, "it is compressed in a way that no EPUB may be")
        try:
            with self._archive.open(info) as file:
                data = file.read(most + 1)
        except _BROKEN as error:
            raise ArticleError(self._name, f"{part[:100]} is damaged") from error
        if len(data) > most:
            raise ArticleError(self._name, f"{part[:100]} is larger than {most >> 20} MB")
        return data
