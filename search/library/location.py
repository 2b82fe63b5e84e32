"""Where a library is, and the ids of its articles."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

from search.article import ArticleId
from search.errors import LibraryError, reason_of
from search.typed_path import named_path

if TYPE_CHECKING:
    from pathlib import Path

_ID_BYTES = 8


@dataclass(frozen=True, slots=True)
class Location:
    """Where a library is.

    Attributes:
        root: the folder its paths are relative to, absolute and without symbolic links.
        only: the name of its one file when the library is a file, else None.
    """

    root: Path
    only: str | None = None

    @property
    def path(self) -> Path:
        """The folder or file itself."""
        return self.root / self.only if self.only else self.root


def article_id(path: str) -> ArticleId:
    """Give the id of the article at a path relative to its library."""
    return ArticleId(blake2b(os.fsencode(path), digest_size=_ID_BYTES).hexdigest())


def locate(library: Path) -> Location:
    """Find a library; raise LibraryError if it isn't there or is neither folder nor file."""
    try:
        real = named_path(library).resolve(strict=True)
        mode = real.stat().st_mode
    except (OSError, RuntimeError, ValueError) as error:
        raise LibraryError(library, reason_of(error)) from None
    if stat.S_ISDIR(mode):
        return Location(real)
    if stat.S_ISREG(mode):
        return Location(real.parent, real.name)
    raise LibraryError(library, "neither a folder nor a file")
