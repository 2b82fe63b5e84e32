"""The files of a library, found on disk."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

from search.article import ArticleId
from search.errors import ArticleError, LibraryError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_ID_BYTES = 8


@dataclass(frozen=True, slots=True)
class Place:
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


@dataclass(frozen=True, slots=True)
class File:
    """A file that may hold an article, as the folder lists it.

    Attributes:
        path: relative to the library, with `/` between parts; bytes that are no valid UTF-8
            stand as lone surrogates, as `os.fsdecode` gives them.
        size: in bytes.
        mtime_ns: when it was last changed.
    """

    path: str
    size: int
    mtime_ns: int


def article_id(path: str) -> ArticleId:
    """Give the id of the article at a path relative to its library."""
    return ArticleId(blake2b(os.fsencode(path), digest_size=_ID_BYTES).hexdigest())


def place(library: Path) -> Place:
    """Find a library; raise LibraryError if it isn't there or is neither folder nor file."""
    try:
        real = library.expanduser().resolve(strict=True)
        mode = real.stat().st_mode
    except (OSError, RuntimeError, ValueError) as error:
        raise LibraryError(f"{library}: {_reason(error)}") from None
    if stat.S_ISDIR(mode):
        return Place(real)
    if stat.S_ISREG(mode):
        return Place(real.parent, real.name)
    raise LibraryError(f"{library}: neither a folder nor a file")


def scan(where: Place, suffixes: Iterable[str]) -> tuple[list[File], list[ArticleError]]:
    """List a library's files by path, and what of it can't be listed.

    Hidden files and folders are skipped, and so is what isn't a plain file or has none of the
    `suffixes` (with their dot, in lower case); a library that is one file has that file whatever its suffix. A folder reached
    twice through symbolic links is listed once, under the first of its names. Raises
    LibraryError if the library itself can't be listed. Cost: one look at every entry.
    """
    if where.only:
        try:
            seen = where.path.stat()
        except OSError as error:
            raise LibraryError(f"{where.path}: {_reason(error)}") from None
        return [File(where.only, seen.st_size, seen.st_mtime_ns)], []
    files: list[File] = []
    failed: list[ArticleError] = []
    visited: set[tuple[int, int]] = set()
    endings = tuple(suffixes)
    pending = [""]
    while pending:
        folder = pending.pop()
        try:
            files_here, folders_here = _list(where.root, folder, endings, visited, failed)
        except OSError as error:
            if not folder:
                raise LibraryError(f"{where.root}: {_reason(error)}") from None
            failed.append(ArticleError(folder, _reason(error)))
            continue
        files.extend(files_here)
        pending.extend(sorted(folders_here, reverse=True))
    return sorted(files, key=lambda file: file.path), sorted(failed, key=lambda e: e.path)


def _list(
    root: Path,
    folder: str,
    endings: tuple[str, ...],
    visited: set[tuple[int, int]],
    failed: list[ArticleError],
) -> tuple[list[File], list[str]]:
    """List one folder: its articles and its folders, as paths relative to the library."""
    here = os.stat(root / folder)  # noqa: PTH116 - one call for both kinds below
    if (here.st_dev, here.st_ino) in visited:
        return [], []
    visited.add((here.st_dev, here.st_ino))
    files: list[File] = []
    folders: list[str] = []
    with os.scandir(root / folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            path = f"{folder}/{entry.name}" if folder else entry.name
            try:
                seen = entry.stat()
            except OSError as error:
                if entry.name.lower().endswith(endings):
                    failed.append(ArticleError(path, _reason(error)))
                continue
            if stat.S_ISDIR(seen.st_mode):
                folders.append(path)
            elif stat.S_ISREG(seen.st_mode) and path.lower().endswith(endings):
                files.append(File(path, seen.st_size, seen.st_mtime_ns))
    return files, folders


def _reason(error: Exception) -> str:
    """Say an error of the system in a few words, without the path."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[:1].lower() + error.strerror[1:]
    return str(error) or type(error).__name__
