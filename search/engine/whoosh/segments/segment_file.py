"""The segment file: named arrays, checksummed, and read by copies of the parts that are used.

    magic                16 bytes
    section, section …   each array as it lies in memory, little-endian, aligned to 64 bytes
    checks               a CRC-32 of each 64 KiB of each section, in the sections' order
    manifest             JSON: what sections there are, and facts of the writer's own
    trailer              32 bytes: where the manifest lies, its CRC-32, the magic

A block is copied and verified before its first use: opening reads the end of the file only, and no
damaged byte is ever used. Nothing is mapped, for the system ends a program by a signal when a mapped
file shrinks or its disk fails, whatever was looked at before.
"""

from __future__ import annotations

import json
import os
import struct
import zlib
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np

from search.engine.whoosh.segments.damage import DamagedError
from search.regular_file import open_regular

if TYPE_CHECKING:
    from pathlib import Path

    from search.engine.whoosh.segments.arrays import Array

MAGIC = b"diptych arrays 1"
TRAILER = struct.Struct("<QII16s")
ALIGN = 64
BLOCK = 1 << 16
"""Bytes that one checksum covers."""
_AT_ONCE = 8
"""Blocks that are copied before they are verified: no more than a processor's own memory has."""


_LONGEST = 16 << 20
"""Bytes of a manifest that are still read: it names some sixty sections."""


def opened(path: Path) -> tuple[int, os.stat_result]:
    """Open a file of the index; give its number and its facts.

    Raises FileNotFoundError if there is none, DamagedError if it can't be read, now or ever.
    """
    try:
        return open_regular(path)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise DamagedError(f"{path}: {error.strerror}") from None


class _Source:
    """An open file, read by copies: one that shrinks or fails is an error, and never a signal."""

    def __init__(self, path: Path) -> None:
        self.path = str(path)
        self.lock = Lock()
        self.number, self.seen = opened(path)

    def __del__(self) -> None:
        if hasattr(self, "number"):
            os.close(self.number)

    def fill(self, into: memoryview, at: int) -> None:
        """Read as many bytes as fit; raise DamagedError if that can't be."""
        while into:
            try:
                count = os.preadv(self.number, [into], at)
            except OSError as error:
                raise DamagedError(f"{self.path}: {error.strerror}") from None
            if not count:
                raise DamagedError(f"{self.path}: the file was cut short")
            into, at = into[count:], at + count

    def take(self, at: int, length: int) -> bytes:
        """Give some bytes; raise DamagedError if that can't be."""
        taken = bytearray(length)
        self.fill(memoryview(taken), at)
        return bytes(taken)


class _Copy:
    """The memory of a section, which takes none until a block of it is filled.

    Attributes:
        array: the section; what isn't filled yet has no meaning.
        raw: the same as bytes.
        good: for each block whether it is filled and verified.
        whole: whether all of them are.
    """

    __slots__ = ("array", "good", "raw", "whole")

    def __init__(self, kind: str, length: int, blocks: int) -> None:
        self.array: Array = np.empty(length, kind)
        self.raw = self.array.data.cast("B") if length else memoryview(b"")
        self.array.setflags(write=False)
        self.good = bytearray(blocks)
        self.whole = not blocks


class Section:
    """One array of a file.

    Slices are read through `[]`, which copies the blocks they touch from the file, verifies them,
    and gives a view of the copy: whatever happens to the file then, it stays. Safe to use from
    several threads.
    """

    __slots__ = ("_checks", "_copy", "_kind", "_length", "_name", "_source", "_start")

    def __init__(
        self, source: _Source, name: str, place: tuple[str, int, int], checks: Array
    ) -> None:
        self._source = source
        self._name = name
        self._kind, self._start, self._length = place
        self._checks = checks
        self._copy: _Copy | None = None

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, span: slice) -> Array:
        start, stop, _ = span.indices(self._length)
        return self.holding(start, stop)[start:stop]

    def at(self, place: int) -> int:
        """Give one number."""
        return int(self.holding(place, place + 1)[place])

    def all(self) -> Array:
        """Give the whole array."""
        return self.holding(0, self._length)

    def holding(self, start: int, stop: int) -> Array:
        """Give an array as long as the section, of which a slice is read; raise DamagedError.

        Cost: half a nanosecond a byte, the first time.
        """
        copy = self._copy
        if copy is None:
            copy = self._copy = _Copy(self._kind, self._length, len(self._checks))
        if not copy.whole and start < stop:
            self._read(copy, start, stop)
        return copy.array

    def _read(self, copy: _Copy, start: int, stop: int) -> None:
        size = copy.array.itemsize
        low, high = start * size // BLOCK, (stop * size - 1) // BLOCK + 1
        if copy.good.find(0, low, high) < 0:
            return
        with self._source.lock:
            while (at := copy.good.find(0, low, high)) >= 0:
                known = copy.good.find(1, at, high)
                self._fill(copy, at, min(at + _AT_ONCE, high if known < 0 else known))
            copy.whole = copy.good.find(0) < 0

    def _fill(self, copy: _Copy, at: int, end: int) -> None:
        """Copy some blocks that lie side by side, and verify them."""
        self._source.fill(copy.raw[at * BLOCK : end * BLOCK], self._start + at * BLOCK)
        for block in range(at, end):
            if zlib.crc32(copy.raw[block * BLOCK : (block + 1) * BLOCK]) != int(
                self._checks[block]
            ):
                raise DamagedError(f"{self._source.path}: {self._name} is damaged")
            copy.good[block] = 1

    def release(self) -> None:
        """Let go of what was read, but for views that are in use; it can be read again."""
        self._copy = None


class SegmentFile:
    """A file of arrays, opened for reading.

    Attributes:
        facts: what the writer noted beside the arrays.
        seal: the checksum of the manifest, by which the whole file can be told from others.
    """

    def __init__(self, path: Path, seal: int | None = None) -> None:
        """Open a file; raise DamagedError if it isn't one, or not the one of that seal.

        Raises FileNotFoundError if there is none. Cost: reading the manifest.
        """
        self._source = _Source(path)
        manifest, self.seal = self._manifest(seal)
        self.facts: dict[str, Any] = manifest["facts"]
        self._version = _version(self._source.seen)
        self._sections = self._placed(manifest)

    def _manifest(self, seal: int | None) -> tuple[dict[str, Any], int]:
        source, size = self._source, self._source.seen.st_size
        if size < len(MAGIC) + TRAILER.size:
            raise DamagedError(f"{source.path}: the file is cut short")
        at, length, check, magic = TRAILER.unpack(source.take(size - TRAILER.size, TRAILER.size))
        if (
            magic != MAGIC
            or source.take(0, len(MAGIC)) != MAGIC
            or at + length + TRAILER.size != size
            or length > _LONGEST
            or zlib.crc32(body := source.take(at, length)) != check
        ):
            raise DamagedError(f"{source.path}: the end of the file is damaged")
        if seal is not None and seal != check:
            raise DamagedError(f"{source.path}: the file is another than was written")
        manifest: dict[str, Any] = json.loads(body)
        return manifest, check

    def _placed(self, manifest: dict[str, Any]) -> dict[str, Section]:
        at, count, check = manifest["checks"]
        if not 0 <= at <= at + 4 * count <= self._source.seen.st_size:
            raise DamagedError(f"{self._source.path}: the checksums are damaged")
        raw = self._source.take(at, 4 * count)
        if zlib.crc32(raw) != check:
            raise DamagedError(f"{self._source.path}: the checksums are damaged")
        checks = np.frombuffer(raw, "<u4")
        sections = {}
        done = 0
        for name, (kind, start, length) in manifest["sections"].items():
            blocks = -(-length * int(kind[2:]) // BLOCK)
            section_checks = checks[done : done + blocks]
            sections[name] = Section(self._source, name, (kind, start, length), section_checks)
            done += blocks
        return sections

    def __getitem__(self, name: str) -> Section:
        return self._sections[name]

    def __contains__(self, name: str) -> bool:
        return name in self._sections

    def release(self) -> None:
        """Let go of the memory of what was read; it can be read again."""
        for section in self._sections.values():
            section.release()

    def check(self) -> None:
        """Raise DamagedError if the file was written to since it was opened.

        Whoever opens it anew verifies it anew. That it was deleted or replaced doesn't matter:
        what is open stays. Cost: a system call or two.
        """
        try:
            cut = os.fstat(self._source.number).st_size < self._source.seen.st_size
            version = _version(os.stat(self._source.path))  # noqa: PTH116 - one system call, no object
        except FileNotFoundError:
            return
        except OSError as error:
            raise DamagedError(f"{self._source.path}: {error.strerror}") from None
        if cut:
            raise DamagedError(f"{self._source.path}: the file was cut short")
        if version[0] == self._version[0] and version != self._version:
            raise DamagedError(f"{self._source.path}: the file was written to")

    def verify(self) -> None:
        """Check every byte that matters; raise DamagedError. Cost: reading the file."""
        for section in self._sections.values():
            section.all()


def _version(seen: os.stat_result) -> tuple[tuple[int, int], int]:
    """Tell which file it is, and when it was written last."""
    return (seen.st_dev, seen.st_ino), seen.st_mtime_ns
