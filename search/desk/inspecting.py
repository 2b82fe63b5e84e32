"""How a library and its index are doing, for a person who wonders what is wrong."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from typing import TYPE_CHECKING

from search.desk.values import Condition
from search.engine.whoosh import ENGINE
from search.errors import ArticleError, IndexFailedError, IndexLockedError
from search.formats import ARTICLE_SUFFIXES
from search.library import Presence, scan
from search.library.manifest import Manifest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from search.engine.whoosh import Store
    from search.library import File, Place

_AHEAD_NS = 60_000_000_000
"""By how much clocks of two machines may differ without anyone minding."""


def inspect(where: Place, store: Store) -> Condition:
    """Look at everything and change nothing; see `Desk.inspect`."""
    files, failed = scan(where, ARTICLE_SUFFIXES)
    locks, locked = _lock(store)
    known, failures, folder = _kept(store.generation(), locks=locks)
    every = {error.path: error for error in (*failures, *failed)}
    return Condition(
        library=where.path,
        files=len(files),
        size=sum(file.size for file in files),
        ahead=_ahead(files),
        away=bool(known) and not files and folder not in {"", Presence(where).identity},
        folder=store.folder,
        free=_free(store.folder),
        state=store.state(),
        indexed=known,
        writable=_writable(store.folder),
        locks=locks,
        locked=locked,
        holder=store.holder() if locked else None,
        failed=tuple(error for _, error in sorted(every.items())),
        engine=ENGINE,
    )


def _kept(generation: Path | None, *, locks: bool) -> tuple[int, list[ArticleError], str]:
    """Give how many files the index knows, those that failed, and the folder they were in."""
    if generation is None:
        return 0, [], ""
    kept = Manifest(generation / "manifest.sqlite", locks=locks)
    try:
        failures = [ArticleError(*failure) for failure in kept.failures()]
        return len(kept.entries()), failures, kept.folder()
    except (sqlite3.Error, ValueError, TypeError):
        return 0, [], ""


def _ahead(files: Sequence[File]) -> int:
    latest = time.time_ns() + _AHEAD_NS
    return sum(file.mtime_ns > latest for file in files)


def _free(folder: Path) -> int | None:
    try:
        return shutil.disk_usage(_nearest(folder)).free
    except OSError:
        return None


def _writable(folder: Path) -> bool:
    """Tell whether the folder, or the nearest one above it that there is, may be written to."""
    nearest = _nearest(folder)
    return nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK)


def _nearest(folder: Path) -> Path:
    return next(one for one in (folder, *folder.parents) if os.access(one, os.F_OK))


def _lock(store: Store) -> tuple[bool, bool]:
    """Tell whether there are locks, as far as is known, and whether the store's is held."""
    if not os.access(store.folder / "lock", os.F_OK):
        return True, False
    try:
        with store.lock(wait=0) as locks:
            return locks, False
    except IndexLockedError:
        return True, True
    except IndexFailedError:
        return True, False
