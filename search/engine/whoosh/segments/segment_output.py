"""Writing a file of named arrays; see `search.engine.whoosh.segments.segment_file` for its layout."""

from __future__ import annotations

import json
import os
import zlib
from typing import TYPE_CHECKING, Any, Self

import numpy as np

from search.engine.whoosh.segments.segment_file import ALIGN, BLOCK, MAGIC, TRAILER
from search.regular_file import create_own

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from search.engine.whoosh.segments.arrays import Array

_PAGE = 1 << 22


class ReservedSection:
    """A section whose length is known before its content, filled from its start on."""

    def __init__(self, number: int, start: int, kind: np.dtype[Any], length: int) -> None:
        self._number = number
        self._start = start
        self._kind = kind
        self._length = length
        self._at = 0
        self._check = 0
        self.checks: list[int] = []

    def write(self, values: Array) -> None:
        """Append values, in the section's own type."""
        raw = np.ascontiguousarray(values, self._kind).data.cast("B")
        for begin in range(0, len(raw), _PAGE):
            page = raw[begin : begin + _PAGE]
            done = 0
            while done < len(page):
                done += os.pwrite(self._number, page[done:], self._start + self._at + done)
            self._sum(page)
            self._at += len(page)

    def _sum(self, page: memoryview) -> None:
        at, begin = self._at, 0
        while begin < len(page):
            piece = page[begin : begin + BLOCK - at % BLOCK]
            self._check = zlib.crc32(piece, self._check)
            at += len(piece)
            begin += len(piece)
            if at % BLOCK == 0:
                self.checks.append(self._check)
                self._check = 0

    def close(self) -> None:
        """Finish the checks; raise ValueError if the section isn't full."""
        if self._at != self._length * self._kind.itemsize:
            raise ValueError("a section was not filled")
        if self._at % BLOCK:
            self.checks.append(self._check)


class SegmentOutput:
    """A file of arrays being written. As a context it removes the file if it isn't closed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._number = create_own(path)
        os.pwrite(self._number, MAGIC, 0)
        self._end = len(MAGIC)
        self._sections: dict[str, tuple[str, int, int]] = {}
        self._places: list[ReservedSection] = []
        self._open = True

    def place(self, name: str, kind: np.dtype[Any], length: int) -> ReservedSection:
        """Make room for an array of so many values."""
        kind = kind.newbyteorder("<")
        start = -(-self._end // ALIGN) * ALIGN
        self._end = start + length * kind.itemsize
        self._sections[name] = (kind.str, start, length)
        place = ReservedSection(self._number, start, kind, length)
        self._places.append(place)
        return place

    def add(self, name: str, values: Array) -> None:
        """Write an array as it is."""
        self.place(name, values.dtype, len(values)).write(values)

    def close(self, facts: dict[str, Any]) -> int:
        """Finish the file and have it on the disk; give its seal. `facts` must fit JSON."""
        for place in self._places:
            place.close()
        checks = np.array([c for place in self._places for c in place.checks], "<u4").tobytes()
        at = -(-self._end // ALIGN) * ALIGN
        manifest = json.dumps(
            {
                "facts": facts,
                "sections": self._sections,
                "checks": (at, len(checks) // 4, zlib.crc32(checks)),
            },
            separators=(",", ":"),
        ).encode()
        seal = zlib.crc32(manifest)
        tail = TRAILER.pack(at + len(checks), len(manifest), seal, MAGIC)
        end = checks + manifest + tail
        if os.pwrite(self._number, end, at) != len(end):
            raise OSError(28, "No space left on device")
        os.fsync(self._number)
        os.close(self._number)
        self._open = False
        return seal

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        if self._open:
            os.close(self._number)
            self._open = False
            self.path.unlink(missing_ok=True)
