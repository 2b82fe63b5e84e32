"""The file of cookies that a feed's table names, if that file is for feeds to name.

A library may come from anybody, and `feeds.toml` with it. If it could name any file, it would have
cookies that a browser or another program keeps sent to the addresses it names.
"""

from __future__ import annotations

import os.path
from pathlib import Path
from typing import TYPE_CHECKING

from search.errors import LibraryError
from search.fetch.cookie_file import read_cookies
from search.typed_path import named_path
from search.user_folders import user_folder

if TYPE_CHECKING:
    from search.fetch.cookie_file import Cookies


def feed_cookies(name: str, library: Path, chosen: Path | None) -> Cookies:
    """Read the cookies that a feed's table names; raise LibraryError, also for a file it may not name.

    It may name what lies in the library, no link out of it followed, what lies in the folder of the
    user's settings, and the file that the settings name.

    Args:
        name: a path as it was typed, from the library's folder.
        library: that folder.
        chosen: the file of cookies that the settings name; None without one.
    """
    # Without what leads back: then no link can take `..` elsewhere than it was looked at.
    file = Path(os.path.normpath(library / named_path(name)))
    real, settings = _real(file), user_folder("config")
    if chosen is not None and real == _real(chosen):
        return read_cookies(chosen)
    if file.is_relative_to(os.path.normpath(settings)) or real.is_relative_to(_real(settings)):
        return read_cookies(file)
    if not real.is_relative_to(_real(library)):
        reason = f"feeds.toml may name no cookies that lie there; put them into {settings}"
        raise LibraryError(file, reason)
    return read_cookies(real)


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))
