"""A source as a file object, for libraries that read from such."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

    from search.formats.container import Source


class SourceFile(io.RawIOBase):
    """Reads a source from any place on; raises what the source raises."""

    def __init__(self, source: Source, start: int = 0) -> None:
        super().__init__()
        self._source = source
        self._at = start

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def seekable(self) -> bool:
        """Tell that any place can be gone to."""
        return True

    def tell(self) -> int:
        """Give the place that is read next."""
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place; before the beginning is no place (OSError)."""
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._source.size}[whence]
        if base + offset < 0:
            raise OSError("before the beginning of the file")
        self._at = base + offset
        return self._at

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Read as much as fits, fewer bytes at the end; give how many."""
        view = memoryview(buffer).cast("B")
        data = self._source.read(self._at, self._at + len(view))
        view[: len(data)] = data
        self._at += len(data)
        return len(data)
