"""Scanning a library's folder for files."""

from __future__ import annotations

import errno
import os
import stat
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

from search.article import ArticleId
from search.errors import ArticleError, LibraryError, UnseenError, reason_of
from search.typed_path import named_path

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_ID_BYTES = 8
NO_FILE = "a pipe, a socket or a device, not a file"
"""Why what has the name of an article isn't read."""


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


@dataclass(frozen=True, slots=True)
class File:
    """A file that may hold an article, as the folder lists it.

    Attributes:
        path: relative to the library, with `/` between parts; bytes that are no valid UTF-8
            stand as lone surrogates, as `os.fsdecode` gives them.
        size: in bytes.
        mtime_ns: when its bytes were last changed, or are said to have been.
        ctime_ns: when it was last changed in any way; unlike the other, nobody can set it.
    """

    path: str
    size: int
    mtime_ns: int
    ctime_ns: int = 0

    @property
    def stamp(self) -> str:
        """Its times in one text, which differs whenever one of them does."""
        return f"{self.mtime_ns} {self.ctime_ns}"


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


def scan(where: Location, suffixes: Iterable[str]) -> tuple[list[File], list[ArticleError]]:
    """List a library's files by path, and what of it can't be listed.

    Hidden files and folders are skipped, and so is what has none of the `suffixes` (with their
    dot, in lower case); a library that is one file has that file whatever its suffix. What has
    one and is neither file nor folder can't be listed. A folder reached twice through symbolic
    links is listed once, under the first of its names. Raises LibraryError if the library itself
    can't be listed. Cost: one look at every entry.
    """
    if where.only:
        try:
            seen = where.path.stat()
        except OSError as error:
            raise LibraryError(where.path, reason_of(error)) from None
        return [_file(where.only, seen)], []
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
                raise LibraryError(where.root, reason_of(error)) from None
            failed.append(_unlisted(folder, error))
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
                if entry.name.lower().endswith(endings) or _is_folder(entry):
                    failed.append(_unlisted(path, error))
                continue
            if stat.S_ISDIR(seen.st_mode):
                folders.append(path)
            elif not path.lower().endswith(endings):
                continue
            elif stat.S_ISREG(seen.st_mode):
                files.append(_file(path, seen))
            else:
                failed.append(ArticleError(path, NO_FILE))
    return files, folders


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Tell whether its folder says that an entry is a folder, though it can't be looked at."""
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _file(path: str, seen: os.stat_result) -> File:
    return File(path, seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns)


def _unlisted(path: str, error: OSError) -> ArticleError:
    """Say why something can't be looked at, and whether it may still be there."""
    gone = error.errno in {errno.ENOENT, errno.ENOTDIR, errno.ELOOP}
    return (ArticleError if gone else UnseenError)(path, reason_of(error))
