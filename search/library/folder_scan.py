"""Scanning a library's folder for files."""

from __future__ import annotations

import errno
import os
import stat
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from search.errors import ArticleError, LibraryError, UnseenError, reason_of
from search.formats import is_candidate, suffix_of
from search.library.chosen_columns import columns_of
from search.library.file_names import names_of_folder
from search.library.known_files import File
from search.library.open_file import NO_FILE

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from search.library.location import Location


_PAGES = (".html", ".htm", ".xhtml")
_PARTS = tuple(
    "_files .files -files -dateien _dateien _fichiers _archivos _bestanden _file _arquivos _ficheiros -filer "
    "_tiedostot _pliki _soubory _elemei _dosyalar _datoteke _fitxers _fajlovi".split()
)
"""How browsers in their languages call the folder of what a page shows, after the page's name."""
_OWN = frozenset({"feeds.toml"})
"""What a library has that is its own, and no article: not counted among what is passed over."""


class Listing(NamedTuple):
    """What lies in a library.

    Attributes:
        files: those that may hold articles, by path.
        failed: what can't be listed, by path.
        others: how many files there are besides, by suffix.
    """

    files: list[File]
    failed: list[ArticleError]
    others: Counter[str]


def scan(where: Location) -> Listing:
    """List a library's files, and what of it can't be listed.

    Hidden files and folders are skipped; what has a suffix that no format has is only counted (see
    `search.formats`), but a library that is one file has that file whatever its suffix. What may
    hold articles by its name and is neither file nor folder can't be listed. The folder that a
    browser saved beside a page, `a_files` beside `a.html`, belongs to that page and is skipped. A folder reached
    twice through symbolic links is listed once, under the first of its names. Raises LibraryError
    if the library itself can't be listed. Cost: one look at every entry.
    """
    found = Listing([], [], Counter())
    if where.only:
        try:
            seen = where.path.stat()
        except OSError as error:
            raise LibraryError(where.path, reason_of(error)) from None
        found.files.extend(_named([_file(where.only, seen)], where))
        return found
    visited: set[tuple[int, int]] = set()
    pending = [""]
    while pending:
        folder = pending.pop()
        try:
            before = len(found.files)
            folders_here = _list(where.root, folder, visited, found)
            found.files[before:] = _named(found.files[before:], where)
        except OSError as error:
            if not folder:
                raise LibraryError(where.root, reason_of(error)) from None
            found.failed.append(_unlisted(folder, error))
            continue
        pending.extend(sorted(folders_here, reverse=True))
    found.files.sort(key=lambda file: file.path)
    found.failed.sort(key=lambda error: error.path)
    return found


def scan_file(where: Location, path: str) -> list[File]:
    """List one file of a library by its path; empty if it isn't there any more, or is skipped.

    Cost: a look at each entry of its folder, as names are read beside each other.
    """
    if where.only:
        return scan(where).files
    found = Listing([], [], Counter())
    folder, _, _ = path.rpartition("/")
    try:
        _list(where.root, folder, set(), found)
    except OSError as error:
        raise LibraryError(where.root / folder, reason_of(error)) from None
    return [file for file in _named(found.files, where) if file.path == path]


def _list(root: Path, folder: str, visited: set[tuple[int, int]], found: Listing) -> list[str]:
    """List the files of one folder; give its folders, as paths relative to the library."""
    here = os.stat(root / folder)  # noqa: PTH116 - one call for both kinds below
    if (here.st_dev, here.st_ino) in visited:
        return []
    visited.add((here.st_dev, here.st_ino))
    folders: list[str] = []
    first = len(found.files)
    with os.scandir(root / folder) as entries:
        for entry in entries:
            if entry.name.startswith(".") or entry.name in _OWN:
                continue
            path = f"{folder}/{entry.name}" if folder else entry.name
            try:
                seen = entry.stat()
            except OSError as error:
                if is_candidate(path) or _is_folder(entry):
                    found.failed.append(_unlisted(path, error))
                continue
            if stat.S_ISDIR(seen.st_mode):
                folders.append(path)
            elif not is_candidate(path):
                found.others[suffix_of(path)] += 1
            elif stat.S_ISREG(seen.st_mode):
                found.files.append(_file(path, seen))
            elif suffix_of(path):
                found.failed.append(ArticleError(path, NO_FILE))
    paths = (file.path for file in found.files[first:])
    pages = {path[: path.rfind(".")] for path in paths if path.lower().endswith(_PAGES)}
    return [folder for folder in folders if not pages or not _is_part(folder, pages)]


def _is_part(folder: str, pages: AbstractSet[str]) -> bool:
    """Tell whether a browser made a folder for what a page beside it shows."""
    part = next((one for one in _PARTS if folder.lower().endswith(one)), None)
    return part is not None and folder[: -len(part)] in pages


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Tell whether its folder says that an entry is a folder, though it can't be looked at."""
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _file(path: str, seen: os.stat_result) -> File:
    return File(path, seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns)


def _named(files: list[File], where: Location) -> list[File]:
    """Say of the files of one folder how their names are to be read, and those of their columns."""
    names = names_of_folder((file.path for file in files), where.names)
    if not (names.stamp or where.columns):
        return files
    return [
        replace(file, names=replace(names, columns=columns_of(where.columns, file.path)))
        for file in files
    ]


def _unlisted(path: str, error: OSError) -> ArticleError:
    """Say why something can't be looked at, and whether it may still be there."""
    gone = error.errno in {errno.ENOENT, errno.ENOTDIR, errno.ELOOP}
    return (ArticleError if gone else UnseenError)(path, reason_of(error))
