"""The folder of a Whoosh index."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from whoosh.filedb.filestore import FileStorage

if TYPE_CHECKING:
    from whoosh.index import FileIndex


def folder_of(index: FileIndex) -> Path:
    """Give the folder of an index stored in files."""
    assert isinstance(index.storage, FileStorage)
    return Path(index.storage.folder)
