"""Single files that were compressed, tar archives among them: unpacked whole, up to a size."""

from __future__ import annotations

import bz2
import gzip
import lzma
import zlib
from typing import IO, TYPE_CHECKING, cast

from search.errors import ArticleError
from search.formats.archives.tar_archive import TarArchive
from search.formats.container import BytesSource, PassedOverError, Unpacked
from search.formats.limits import LARGEST_MEMBER
from search.formats.source_file import SourceFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.formats.container import Container, Source
    from search.formats.kinds import OpenInner

_PIECE = 1 << 18
_MOST_MEMORY = 160 << 20
"""Bytes that unpacking xz may take: the highest level of its own program takes 65 MB."""
_MOST_STREAMS = 4_096
"""Streams of xz in a file: each costs some time, also one that is empty."""
_TARS = (".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz", ".tar.zst", ".tzst")
_BROKEN = (zlib.error, lzma.LZMAError, OSError, EOFError, ValueError, RuntimeError)


def open_packed(source: Source, name: str, inner: OpenInner) -> Container:
    """Unpack a file, and take apart what it is; see `open_container`.

    Raises ArticleError if it is damaged or too large; then nothing of it is read.
    """
    data = _unpacked(source, name)
    if name.lower().endswith(_TARS) or data[257:262] == b"ustar":
        unpacked = BytesSource(data)
        return Unpacked(unpacked, TarArchive(unpacked, name, inner))
    bare = name[: name.rfind(".")] if name.rfind(".") > name.rfind("/") else name
    container = inner(BytesSource(data), bare)
    if isinstance(container, Unpacked):
        raise PassedOverError("it was compressed twice")
    return Unpacked(BytesSource(data), container)


def _unpacked(source: Source, name: str) -> bytes:
    """Unpack it whole; what comes before damage is given."""
    data = bytearray()
    try:
        for piece in _pieces(source):
            data += piece
            if len(data) > LARGEST_MEMBER:
                why = f"larger than {LARGEST_MEMBER >> 20} MB once unpacked; unpack it to have it read"
                raise ArticleError(name, why)
    except _BROKEN as error:
        if not data:
            raise ArticleError(name, "it is damaged at its beginning") from error
    return bytes(data)


def _pieces(source: Source) -> Iterator[bytes]:
    """Unpack it bit by bit, by what it begins with; raise what `_BROKEN` names."""
    file = cast("IO[bytes]", SourceFile(source))
    begin = source.read(0, 6)
    if begin.startswith(b"\xfd7zXZ"):
        yield from _pieces_of_xz(source)
        return
    if begin.startswith(b"\x1f\x8b"):
        opened = cast("IO[bytes]", gzip.GzipFile(fileobj=file))
    elif begin.startswith(b"BZh"):
        opened = cast("IO[bytes]", bz2.BZ2File(file))
    else:
        from fastwarc.stream_io import ZstdReader  # noqa: PLC0415 - an extra, only for these

        opened = cast("IO[bytes]", ZstdReader(file))
    while piece := opened.read(_PIECE):
        yield piece


def _pieces_of_xz(source: Source) -> Iterator[bytes]:
    """Unpack xz, with a bound on what unpacking takes, which the file may set at will."""
    at, packed = 0, b""
    machine = lzma.LZMADecompressor(memlimit=_MOST_MEMORY)
    streams = 1
    while True:
        if not packed and machine.needs_input:
            packed = source.read(at, at + _PIECE)
            at += len(packed)
            if not packed:
                return
        yield machine.decompress(packed, _PIECE)
        packed = b""
        if machine.eof:  # another may follow, behind zeros
            streams += 1
            if streams > _MOST_STREAMS:
                raise ValueError
            packed = machine.unused_data.lstrip(b"\0")
            machine = lzma.LZMADecompressor(memlimit=_MOST_MEMORY)
