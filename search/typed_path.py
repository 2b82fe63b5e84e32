"""What a path means that somebody typed: the one place where `~` is expanded."""

from __future__ import annotations

import os
from pathlib import Path


def named_path(name: str | Path) -> Path:
    """Give the path that a name means; never raises.

    What is there under that very name is meant, whatever signs it has. Else a `~` at its beginning is
    a home, as in settings and in `--library=~/news`, where no shell expands it; one of a user whom
    nobody knows is a name like any other.
    """
    path = Path(name)
    if not str(path).startswith("~") or os.path.lexists(path):
        return path
    try:
        return path.expanduser()
    except (RuntimeError, ValueError):
        return path
