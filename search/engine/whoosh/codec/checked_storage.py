"""Whoosh's file storage, with a checksum on each table of contents."""

from __future__ import annotations

import os
import struct
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import StructFile

from search.engine.whoosh.codec.locking import Lock
from search.engine.whoosh.segments.damage import DamagedError
from search.engine.whoosh.segments.fsync import sync_folder

_TAIL = struct.Struct("<I8s")
_MAGIC = b"contents"
_TOC = ".toc"


class ArrayStorage(FileStorage):
    """Whoosh's storage, with a checksum at the end of each table of contents.

    A table takes its place in one step once it is on the disk. Reading one that was changed
    raises DamagedError before anything in it is believed.
    """

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:
        if newname.endswith(_TOC):
            with Path(self.folder, oldname).open("r+b") as stream:
                check = zlib.crc32(stream.read())
                stream.write(_TAIL.pack(check, _MAGIC))
                stream.flush()
                os.fsync(stream.fileno())
        super().rename_file(oldname, newname, safe=safe)
        sync_folder(Path(self.folder))

    def lock(self, name: str) -> Lock:
        return Lock(str(Path(self.folder, name)))

    def open_file(self, name: str, **asked: Any) -> StructFile:
        if not name.endswith(_TOC):
            plain: StructFile = super().open_file(name, **asked)
            return plain
        data = Path(self.folder, name).read_bytes()
        body, tail = data[: -_TAIL.size], data[-_TAIL.size :]
        if len(tail) < _TAIL.size or _TAIL.unpack(tail) != (zlib.crc32(body), _MAGIC):
            raise DamagedError(f"{self.folder}/{name}: the file is damaged")
        return StructFile(BytesIO(body), name=name)
