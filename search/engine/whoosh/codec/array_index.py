"""Opening an index of arrays in a folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from whoosh.index import TOC, EmptyIndexError, FileIndex

from search.engine.whoosh.codec.checked_storage import ArrayStorage
from search.engine.whoosh.codec.contents import last_commit, load_contents, save_contents
from search.engine.whoosh.segments.damage import DamagedError

if TYPE_CHECKING:
    from whoosh.fields import Schema

    from search.engine.whoosh.codec.contents import Contents


class ArrayIndex(FileIndex):
    """Whoosh's index, whose table of contents is our own (`contents`); nothing is unpickled.

    Attributes:
        contents: what the table said when it was last read.
    """

    contents: Contents

    def __init__(self, storage: ArrayStorage, schema: Schema) -> None:
        """Open the last commit; see `open_index`."""
        self.storage = storage
        self._folder = storage.folder
        self._schema = schema
        self.indexname = "MAIN"
        self._read_toc()

    def reader(self, reuse: Any = None) -> Any:
        """Open a reader of the last commit; see `FileIndex`."""
        return super().reader(reuse)

    def _read_toc(self) -> TOC:
        folder: str = self._folder
        commit = last_commit(Path(folder))
        if commit is None:
            raise EmptyIndexError(f"there is no index in {folder}")
        self.contents = load_contents(folder, self.indexname, commit)
        return TOC(self._schema, self.contents.segments, commit)


def create_index(folder: Path, schema: Schema) -> ArrayIndex:
    """Make an empty index in a folder, in place of any that is there."""
    storage = ArrayStorage(str(folder)).create()
    for table in folder.glob("*.toc"):
        table.unlink()
    save_contents(str(folder), "MAIN", 0, [], "")
    return ArrayIndex(storage, schema)


def open_index(folder: Path, schema: Schema) -> ArrayIndex:
    """Open the last commit of a folder's index; raise DamagedError if it can't be.

    FileNotFoundError means that another program replaced it meanwhile.
    """
    try:
        return ArrayIndex(ArrayStorage(str(folder)), schema)
    except (DamagedError, FileNotFoundError):
        raise
    except Exception as error:
        raise DamagedError(f"{folder}: no index: {error}") from error
