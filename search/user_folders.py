"""The user's folders for cache, config, data and state, with or without a home."""

from __future__ import annotations

import os
import stat
from functools import lru_cache
from pathlib import Path
from typing import Literal, TypeAlias

import platformdirs

Kind: TypeAlias = Literal["cache", "config", "data", "state"]


def user_folder(kind: Kind) -> Path:
    """Give the folder of Diptych's own for things of a kind: absolute, and perhaps not made yet.

    Where XDG_CACHE_HOME and its like say, if they are absolute, else in the home; a HOME that is
    unset, empty or relative is the one the system knows. Without a home, or with one in which
    the folder isn't and can't be made, it is among the system's files that may go.
    """
    usual = _usual(kind)
    named = Path(os.environ.get(f"XDG_{kind.upper()}_HOME", "")).is_absolute()
    if usual and (named or _possible(usual)):
        return usual
    return _substitute_home() / kind


def substitute_home() -> Path | None:
    """Give the temporary folder used in place of the home; None if there is a home."""
    cache = user_folder("cache")
    return None if cache == _usual("cache") else cache.parent


def _usual(kind: Kind) -> Path | None:
    try:
        return Path(getattr(platformdirs, f"user_{kind}_dir")("diptych"))
    except RuntimeError:  # the system knows of no home
        return None


def _possible(folder: Path) -> bool:
    """Tell whether a folder is there or can be made."""
    if os.access(folder, os.F_OK):
        return True
    nearest = next(one for one in folder.parents if os.access(one, os.F_OK))
    return os.access(nearest, os.W_OK | os.X_OK)


@lru_cache(maxsize=1)
def _substitute_home() -> Path:
    """Give a folder that is the user's alone, whoever else may write beside it.

    The name is no secret, so a folder that someone else has made there isn't touched: what lies
    in it would be believed.
    """
    folder = Path(os.environ.get("TMPDIR") or "/tmp", f"diptych-{os.geteuid()}")  # noqa: S108 - where a system without a home keeps such things
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        seen = folder.lstat()
    except OSError:
        return folder  # whoever wants to write there is told why that can't be done
    own = stat.S_ISDIR(seen.st_mode) and seen.st_uid == os.geteuid()
    if own and not seen.st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        return folder
    import tempfile  # noqa: PLC0415 - seldom needed

    return Path(tempfile.mkdtemp(prefix="diptych-"))
