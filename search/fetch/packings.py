"""How bodies are packed on their way: gzip and deflate always, br and zstd where their extra is there."""

from __future__ import annotations

import sys
import zlib
from functools import cache
from importlib import import_module
from typing import Any, Protocol

_ANY_WRAPPING = 32 + zlib.MAX_WBITS  # gzip or zlib, whichever its first bytes say
_WINDOW = 23
"""The power of two of bytes that a server may want to be remembered: what RFC 9659 allows one."""
_ZSTD = "compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd"
_MOST_PARTS = 4_096
"""Members or frames of a body: each costs some time, also one that is empty, and those of 64 kB are
the smallest that programs make which look for places to begin from."""
_EXTRA = {"br": "brotli", "zstd": _ZSTD}
_ZLIB = frozenset({"gzip", "x-gzip", "deflate"})


class PackingError(Exception):
    """What came isn't packed as was said, or in another way that its text tells."""


class _Parts:
    """Counts the members or frames of a body."""

    def __init__(self) -> None:
        self._begun = 0

    def begin(self) -> None:
        """Count one more; raise PackingError for one too many."""
        self._begun += 1
        if self._begun > _MOST_PARTS:
            raise PackingError(f"it is packed in more than {_MOST_PARTS:,} parts")


class Unpacker(Protocol):
    """Unpacks a body piece by piece."""

    def unpack(self, piece: bytes, most: int) -> bytes:
        """Give what a piece has, but stop where that passes `most` bytes; raise PackingError."""

    @property
    def ended(self) -> bool:
        """Whether the body came to its end."""


def accepted_packings() -> str:
    """Give what can be unpacked here, as a server is told it."""
    return ", ".join(
        ["gzip", "deflate", *(name for name, module in _EXTRA.items() if _has(module))]
    )


def unpacker(coding: str) -> Unpacker | None:
    """Give what unpacks a coding; None for one that isn't accepted here."""
    if coding in _ZLIB:
        return _Zlib()
    if coding not in _EXTRA or not _has(_EXTRA[coding]):
        return None
    return _Brotli() if coding == "br" else _Zstd()


@cache
def _has(module: str) -> bool:
    try:
        import_module(module)
    except ImportError:  # also one that is there and can't be loaded
        return False
    return True


class _Zlib:
    def __init__(self) -> None:
        self._stream = zlib.decompressobj(_ANY_WRAPPING)
        self._further = False  # whether it is another member, which has given nothing yet
        self._over = False
        self._parts = _Parts()

    def unpack(self, piece: bytes, most: int) -> bytes:
        unpacked = bytearray()
        while piece and not self._over and len(unpacked) < most:
            if self._stream.eof:  # another member of a gzip file may follow
                self._parts.begin()
                self._stream, self._further = zlib.decompressobj(_ANY_WRAPPING), True
            try:
                told = self._stream.decompress(piece, most - len(unpacked))
                self._further &= not told
                unpacked += told
            except zlib.error:
                if not self._further:
                    raise PackingError from None
                self._over = True  # bytes behind the last member belong to nothing
            piece = self._stream.unused_data
        return bytes(unpacked)

    @property
    def ended(self) -> bool:
        return self._over or self._further or self._stream.eof


class _Brotli:
    def __init__(self) -> None:
        brotli: Any = import_module(_EXTRA["br"])
        self._failed: type[Exception] = brotli.error
        self._stream = brotli.Decompressor()

    def unpack(self, piece: bytes, most: int) -> bytes:
        unpacked = b""
        try:
            while piece or not self._stream.can_accept_more_data():
                unpacked += self._stream.process(
                    piece, output_buffer_limit=max(1, most - len(unpacked))
                )
                piece = b""
                if len(unpacked) >= most:
                    break
        except self._failed:
            raise PackingError from None
        return unpacked

    @property
    def ended(self) -> bool:
        return bool(self._stream.is_finished())


class _Zstd:
    def __init__(self) -> None:
        self._zstd: Any = import_module(_ZSTD)
        self._parts = _Parts()
        self._stream = self._begun()

    def unpack(self, piece: bytes, most: int) -> bytes:
        unpacked = bytearray()
        try:
            while piece or not (self._stream.eof or self._stream.needs_input):
                if self._stream.eof:  # another frame follows
                    self._stream = self._begun()
                unpacked += self._stream.decompress(piece, max(1, most - len(unpacked)))
                piece = self._stream.unused_data if self._stream.eof else b""
                if len(unpacked) >= most:
                    break
        except self._zstd.ZstdError:
            raise PackingError from None
        return bytes(unpacked)

    @property
    def ended(self) -> bool:
        return bool(self._stream.eof)

    def _begun(self) -> Any:
        self._parts.begin()
        bound = {self._zstd.DecompressionParameter.window_log_max: _WINDOW}
        return self._zstd.ZstdDecompressor(options=bound)
