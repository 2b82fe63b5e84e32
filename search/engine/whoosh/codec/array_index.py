"""Opening an index of arrays in a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoosh.index import FileIndex

from search.engine.whoosh.codec.checked_storage import ArrayStorage
from search.engine.whoosh.segments.damage import DamagedError

if TYPE_CHECKING:
    from pathlib import Path

    from whoosh.fields import Schema


def create_index(folder: Path, schema: Schema) -> FileIndex:
    """Make an empty index in a folder, in place of any that is there."""
    index: FileIndex = FileIndex.create(ArrayStorage(str(folder)).create(), schema)
    return index


def open_index(folder: Path) -> FileIndex:
    """Open the last commit of a folder's index; raise DamagedError if it can't be.

    FileNotFoundError means that another program replaced it meanwhile.
    """
    try:
        return FileIndex(ArrayStorage(str(folder)))
    except (DamagedError, FileNotFoundError):
        raise
    except Exception as error:
        raise DamagedError(f"{folder}: no index: {error}") from error
