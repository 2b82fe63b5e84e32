"""The folder in which the index of a library is cached."""

from __future__ import annotations

import os
from hashlib import blake2b
from typing import TYPE_CHECKING

from search.desk.cache_trust import distrust
from search.user_folders import substitute_home, user_folder

if TYPE_CHECKING:
    from pathlib import Path

    from search.library import Location


def index_folder(where: Location, cache: Path | None) -> Path:
    """Give the folder of one library's index: in `cache`, else in the user's cache folder."""
    base = cache or user_folder("cache")
    return base / blake2b(os.fsencode(where.path), digest_size=8).hexdigest()


def refusal(where: Location, cache: Path | None) -> str | None:
    """Say why the cache of a library isn't used, and what to do; None if it is."""
    return distrust(cache or user_folder("cache"), index_folder(where, cache))


def no_home_notice() -> str | None:
    """Warn that the index is in a temporary folder for lack of a home; None if it isn't."""
    folder = substitute_home()
    if folder is None:
        return None
    return (
        f"{folder}: the index is kept here and may be gone tomorrow, as there is no home folder"
        " to write to; set HOME or XDG_CACHE_HOME"
    )
