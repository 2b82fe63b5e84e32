"""Watching the folder of a library, but for what is kept of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.library import locate
from search.library.watching.folder_watch import FolderWatch
from search.user_folders import user_folder

if TYPE_CHECKING:
    from pathlib import Path


def watch_library(library: Path) -> FolderWatch | None:
    """Watch a library's folder, or its one file; None for an archive. Raises LibraryError.

    The user's folders for cache, data, state and settings may lie in it, and aren't watched: what
    is kept of a library there changes with each sync.
    """
    where = locate(library)
    if where.archive:
        return None
    own = [user_folder(kind) for kind in ("cache", "config", "data", "state")]
    return FolderWatch(where, [*own, *(folder.resolve() for folder in own)])
