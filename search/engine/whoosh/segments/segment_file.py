"""The segment file: named arrays, checksummed and memory-mapped.

    magic                16 bytes
    section, section …   each array as it lies in memory, little-endian, aligned to 64 bytes
    checks               a CRC-32 of each 64 KiB of each section, in the sections' order
    manifest             JSON: what sections there are, and facts of the writer's own
    trailer              32 bytes: where the manifest lies, its CRC-32, the magic

The checks are verified lazily, a block before its first use: opening reads the end of the file
only, and no damaged byte is ever used.
"""

from __future__ import annotations

import json
import mmap
import os
import struct
import zlib
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


class Section:
    """One array of a file.

    Slices are read through `[]`, which verifies the blocks they touch and gives a view. Safe
    to use from several threads.
    """

    __slots__ = ("_checks", "_good", "_mapped", "_name", "_path", "_raw", "_whole", "array")

    def __init__(
        self, path: str, name: str, array: Array, checks: Array, mapped: mmap.mmap
    ) -> None:
        self._path = path
        self._mapped = mapped
        self._name = name
        self.array = array
        self._raw = array.data.cast("B") if array.nbytes else memoryview(b"")
        self._checks = checks
        self._good = bytearray(len(checks))
        self._whole = not len(checks)

    def __len__(self) -> int:
        return len(self.array)

    def __getitem__(self, span: slice) -> Array:
        start, stop, _ = span.indices(len(self.array))
        self.verify(start, stop)
        return self.array[start:stop]

    def at(self, place: int) -> int:
        """Give one number."""
        self.verify(place, place + 1)
        return int(self.array[place])

    def all(self) -> Array:
        """Give the whole array."""
        self.verify(0, len(self.array))
        return self.array

    def verify(self, start: int, stop: int) -> None:
        """Check what hasn't been checked of a slice; raise DamagedError.

        Cost: a quarter of a nanosecond a byte, the first time.
        """
        if self._whole or start >= stop:
            return
        size = self.array.itemsize
        low, high = start * size // BLOCK, (stop * size - 1) // BLOCK + 1
        at = self._good.find(0, low, high)
        if at >= 0:
            check_length(self._path, self._mapped)
        while at >= 0:
            if zlib.crc32(self._raw[at * BLOCK : (at + 1) * BLOCK]) != int(self._checks[at]):
                raise DamagedError(f"{self._path}: {self._name} is damaged")
            self._good[at] = 1
            at = self._good.find(0, at, high)
        if low == 0 and high == len(self._good):
            self._whole = True


def check_length(path: str, mapped: mmap.mmap) -> None:
    """Raise DamagedError if a file was cut short since it was mapped. Cost: a system call.

    To read on would end the process: the system has nothing to give there.
    """
    if mapped.size() < len(mapped):
        raise DamagedError(f"{path}: the file was cut short")


class SegmentFile:
    """A file of arrays, opened for reading.

    Attributes:
        facts: what the writer noted beside the arrays.
        seal: the checksum of the manifest, by which the whole file can be told from others.
    """

    def __init__(self, path: Path, seal: int | None = None) -> None:
        """Map a file; raise DamagedError if it isn't one, or not the one of that seal.

        Raises FileNotFoundError if there is none. Cost: reading the manifest.
        """
        self._path = str(path)
        number, seen = opened(path)
        with os.fdopen(number, "rb", buffering=0):
            size = seen.st_size
            if size < len(MAGIC) + TRAILER.size:
                raise DamagedError(f"{path}: the file is cut short")
            mapped = mmap.mmap(number, 0, access=mmap.ACCESS_READ)
        manifest, self.seal = self._manifest(mapped, size, seal)
        self.facts: dict[str, Any] = manifest["facts"]
        self._mapped = mapped
        self._version = _version(seen)
        self._sections = self._map(mapped, manifest)

    def _manifest(
        self, mapped: mmap.mmap, size: int, seal: int | None
    ) -> tuple[dict[str, Any], int]:
        at, length, check, magic = TRAILER.unpack_from(mapped, size - TRAILER.size)
        if (
            magic != MAGIC
            or mapped[: len(MAGIC)] != MAGIC
            or at + length + TRAILER.size != size
            or length > _LONGEST
            or zlib.crc32(body := mapped[at : at + length]) != check
        ):
            raise DamagedError(f"{self._path}: the end of the file is damaged")
        if seal is not None and seal != check:
            raise DamagedError(f"{self._path}: the file is another than was written")
        manifest: dict[str, Any] = json.loads(body)
        return manifest, check

    def _map(self, mapped: mmap.mmap, manifest: dict[str, Any]) -> dict[str, Section]:
        at, count, check = manifest["checks"]
        raw = mapped[at : at + 4 * count]
        if zlib.crc32(raw) != check:
            raise DamagedError(f"{self._path}: the checksums are damaged")
        checks = np.frombuffer(raw, "<u4")
        sections = {}
        done = 0
        for name, (kind, start, length) in manifest["sections"].items():
            array: Array = np.frombuffer(mapped, kind, length, start)
            blocks = -(-array.nbytes // BLOCK)
            sections[name] = Section(self._path, name, array, checks[done : done + blocks], mapped)
            done += blocks
        return sections

    def __getitem__(self, name: str) -> Section:
        return self._sections[name]

    def __contains__(self, name: str) -> bool:
        return name in self._sections

    def release(self) -> None:
        """Let the system take back the memory of what was read; it can be read again."""
        if hasattr(mmap, "MADV_DONTNEED"):
            self._mapped.madvise(mmap.MADV_DONTNEED)

    def check(self) -> None:
        """Raise DamagedError if the file was written to since it was opened.

        Whoever opens it anew verifies it anew. That it was deleted or replaced doesn't matter:
        what is mapped stays. Cost: a system call or two.
        """
        check_length(self._path, self._mapped)
        try:
            version = _version(os.stat(self._path))  # noqa: PTH116 - one system call, no object
        except OSError:
            return
        if version[0] == self._version[0] and version != self._version:
            raise DamagedError(f"{self._path}: the file was written to")

    def verify(self) -> None:
        """Check every byte that matters; raise DamagedError. Cost: reading the file."""
        for section in self._sections.values():
            section.verify(0, len(section))


def _version(seen: os.stat_result) -> tuple[tuple[int, int], int]:
    """Tell which file it is, and when it was written last."""
    return (seen.st_dev, seen.st_ino), seen.st_mtime_ns
