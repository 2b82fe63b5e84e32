"""Diagnosis of the disk an index is on."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

from search.engine.state import Storage
from search.errors import IndexFailedError, IndexLockedError

if TYPE_CHECKING:
    from pathlib import Path

    from search.engine.whoosh.store import Store


def storage_of(store: Store) -> Storage:
    """Look at the disk of a store and change nothing."""
    locks, locked = _lock(store)
    return Storage(
        folder=store.folder,
        free=_free(store.folder),
        writable=_writable(store.folder),
        locks=locks,
        locked=locked,
        holder=store.holder() if locked else None,
        refused=store.refused,
    )


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
    if store.refused or not os.access(store.folder / "lock", os.F_OK):
        return True, False
    try:
        with store.lock(wait=0) as locks:
            return locks, False
    except IndexLockedError:
        return True, True
    except IndexFailedError:
        return True, False
