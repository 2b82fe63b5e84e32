"""Where a library is, and the ids of its articles."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from search.archive_address import archive_address, is_archive
from search.article import ArticleId
from search.errors import LibraryError, reason_of
from search.typed_path import named_path

if TYPE_CHECKING:
    from search.archive_address import ArchiveAddress
    from search.formats.kinds import ColumnNames
    from search.library.chosen_columns import ChosenColumns

_ID_BYTES = 8


@dataclass(frozen=True, slots=True)
class FileNames:
    """How the names of some files, and of their columns, are to be read; see `search.library.file_names`.

    Attributes:
        pattern: as the settings have it, such as `{source}/{date:%Y-%m-%d}*`; empty without one.
        dated: whether all files of the folder bear a day in one place, and something else.
        columns: what a user calls the columns of these files, which are tables then.
        told: whether the folder is called like an outlet, or all its files bear one in one place.
    """

    pattern: str = ""
    dated: bool = False
    columns: ColumnNames = ()
    told: bool = False

    @property
    def stamp(self) -> bytes:
        """What differs whenever names are read otherwise; empty if they aren't read at all."""
        if not (self.pattern or self.dated or self.columns or self.told):
            return b""
        columns = repr(self.columns) if self.columns else ""
        read = f"{self.dated}{self.told}{self.pattern}{columns}".encode("utf-8", "replace")
        return blake2b(read, digest_size=8).digest()


@dataclass(frozen=True, slots=True)
class Location:
    """Where a library is.

    Attributes:
        root: the folder its paths are relative to, absolute and without symbolic links.
        only: the name of its one file when the library is a file, else None.
        names: the pattern by which names of files are read, which has no `pattern_fault`; see
            `search.library.file_names`.
        columns: what the columns of its tables are called; see `search.library.chosen_columns`.
        archive: where it is, if it is no folder but an archive; `root` is its address as a path then.
    """

    root: Path
    only: str | None = None
    names: str = ""
    columns: ChosenColumns = ()
    archive: ArchiveAddress | None = None

    @property
    def path(self) -> Path:
        """The folder or file itself."""
        return self.root / self.only if self.only else self.root


def article_id(path: str) -> ArticleId:
    """Give the id of the article at a path relative to its library."""
    return ArticleId(blake2b(os.fsencode(path), digest_size=_ID_BYTES).hexdigest())


def locate(library: Path, names: str = "", columns: ChosenColumns = ()) -> Location:
    """Find a library; raise LibraryError if it isn't there or is neither folder nor file.

    `names` and `columns` say how names of its files and of their columns are read; see `Location`.
    An address of an archive is looked at only for how it is written.
    """
    if is_archive(str(library)):
        address = archive_address(str(library))
        return Location(Path(str(address)), archive=address)
    try:
        real = named_path(library).resolve(strict=True)
        mode = real.stat().st_mode
    except (OSError, RuntimeError, ValueError) as error:
        raise LibraryError(library, reason_of(error)) from None
    if stat.S_ISDIR(mode):
        return Location(real, names=names, columns=columns)
    if stat.S_ISREG(mode):
        return Location(real.parent, real.name, names, columns)
    raise LibraryError(library, "neither a folder nor a file")
