"""Whoosh's file storage, through which Whoosh itself reads and writes nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NoReturn

from whoosh.filedb.filestore import FileStorage, RamStorage

from search.engine.whoosh.codec.locking import Lock


class ArrayStorage(FileStorage):
    """The folder of an index.

    Whoosh lists and deletes files in it. What it would read may be pickled, so it is given no file:
    the table of contents is read by `contents`, a segment by `SegmentFile`.
    """

    def open_file(self, name: str, **asked: Any) -> NoReturn:
        raise NotImplementedError(f"Whoosh isn't to read {name} by itself")

    def create_file(
        self, name: str, excl: bool = False, mode: str = "wb", **asked: Any
    ) -> NoReturn:
        raise NotImplementedError(f"Whoosh isn't to write {name} by itself")

    def temp_storage(self, name: str | None = None) -> RamStorage:
        """Give a place for what Whoosh gathers aside, which is nothing here."""
        return RamStorage()

    def lock(self, name: str) -> Lock:
        return Lock(str(Path(self.folder, name)))
