"""How a library and its index are doing, for a person who wonders what is wrong."""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING

from search.desk.values import Condition
from search.errors import ArticleError, IndexFailedError, IndexLockedError
from search.formats import ARTICLE_SUFFIXES
from search.index import ENGINE
from search.library import scan
from search.library.manifest import Manifest

if TYPE_CHECKING:
    from pathlib import Path

    from search.index import Store
    from search.library import Place


def inspect(where: Place, store: Store) -> Condition:
    """Look at everything and change nothing; see `Desk.inspect`."""
    files, failed = scan(where, ARTICLE_SUFFIXES)
    known, failures = _kept(store.generation())
    every = {error.path: error for error in (*failures, *failed)}
    return Condition(
        library=where.path,
        files=len(files),
        folder=store.folder,
        state=store.state(),
        indexed=known,
        writable=_writable(store.folder),
        locked=_locked(store),
        failed=tuple(error for _, error in sorted(every.items())),
        engine=ENGINE,
    )


def _kept(generation: Path | None) -> tuple[int, list[ArticleError]]:
    if generation is None:
        return 0, []
    kept = Manifest(generation / "manifest.sqlite")
    try:
        return len(kept.entries()), [ArticleError(*failure) for failure in kept.failures()]
    except (sqlite3.Error, ValueError, TypeError):
        return 0, []


def _writable(folder: Path) -> bool:
    """Tell whether the folder, or the nearest one above it that there is, may be written to."""
    nearest = next(one for one in (folder, *folder.parents) if os.access(one, os.F_OK))
    return nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK)


def _locked(store: Store) -> bool:
    if not os.access(store.folder / "lock", os.F_OK):
        return False
    try:
        with store.lock(wait=0):
            return False
    except IndexLockedError:
        return True
    except IndexFailedError:
        return False
