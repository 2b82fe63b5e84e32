"""The folder of a Whoosh index."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from whoosh.filedb.filestore import FileStorage

if TYPE_CHECKING:
    from search.engine.whoosh.codec.array_index import ArrayIndex


def folder_of(index: ArrayIndex) -> Path:
    """Give the folder of an index stored in files."""
    assert isinstance(index.storage, FileStorage)
    return Path(index.storage.folder)
