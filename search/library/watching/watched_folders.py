"""The folders of a library that are watched, and what tells that something in them changed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from search.formats import is_candidate

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from search.library.location import Location

_BITS = (1 << 64) - 1


class WatchedFolders:
    """The folders of a library but for those that are hidden or passed over.

    Attributes:
        where: the library.
        folders: their absolute paths, the library's own first, as last listed.
    """

    def __init__(self, where: Location, passed_over: Collection[Path] = ()) -> None:
        """Take a library, and folders that may lie in it but have no articles, such as caches."""
        self.where = where
        self._passed_over = frozenset(os.fspath(folder) for folder in passed_over)
        self.folders: tuple[str, ...] = ()
        self._known: frozenset[str] = frozenset()

    def look(self) -> None:
        """List the folders anew; none if the library isn't there. Links to folders are followed.

        What can't be listed is left out. Cost: reading every folder, without a look at its files.
        """
        found: list[str] = []
        visited: set[tuple[int, int]] = set()
        pending = [os.fspath(self.where.root)]
        while pending:
            folder = pending.pop()
            try:
                here = os.stat(folder)  # noqa: PTH116 - many, and no path is made of any
                if (here.st_dev, here.st_ino) in visited:
                    continue
                visited.add((here.st_dev, here.st_ino))
                inner = [] if self.where.only else self._inner(folder)
            except OSError:
                continue
            found.append(folder)
            pending.extend(inner)
        self.folders, self._known = tuple(found), frozenset(found)

    def _inner(self, folder: str) -> list[str]:
        with os.scandir(folder) as entries:
            return [
                entry.path
                for entry in entries
                if not entry.name.startswith(".")
                and entry.path not in self._passed_over
                and _is_folder(entry)
            ]

    def concerns(self, path: str) -> bool:
        """Tell whether a change of a path can concern the articles: of a file that may hold some.

        A folder that comes or goes does too.
        """
        name = path.rpartition(os.sep)[2]
        if self.where.only:
            return path == os.fspath(self.where.path)
        if name.startswith(".") or path in self._passed_over:
            return False
        return _holds(name) or self.is_folder(path)

    def is_folder(self, path: str) -> bool:
        """Tell whether a path is, or was when they were listed, that of a folder."""
        return path in self._known or os.path.isdir(path)  # noqa: PTH112 - as above

    def newest(self) -> float:
        """Give when anything came to one of the folders or left it, in seconds since 1970."""
        return max(map(_changed, self.folders), default=0) / 1e9

    def state_of_folders(self) -> int:
        """Give what differs once a file comes, goes or is renamed. Cost: a look at each folder."""
        return _sum((folder, _changed(folder)) for folder in self.folders)

    def state_of_files(self) -> int:
        """Give what differs once a file is written to, too. Cost: a look at each file."""
        return _sum(one for folder in self.folders for one in self._files(folder))

    def _files(self, folder: str) -> Iterator[tuple[object, ...]]:
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    named = entry.name == self.where.only if self.where.only else _holds(entry.name)
                    if named:
                        yield (entry.path, *_facts(entry))
        except OSError:
            return


def _holds(name: str) -> bool:
    """Tell whether a file may hold articles, by its name."""
    return not name.startswith(".") and is_candidate(name)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _facts(entry: os.DirEntry[str]) -> tuple[int, ...]:
    """Give by what a sync sees that a file changed; nothing of one that has gone."""
    try:
        seen = entry.stat()
    except OSError:
        return ()
    return seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns


def _changed(folder: str) -> int:
    try:
        return os.stat(folder).st_mtime_ns  # noqa: PTH116 - as above
    except OSError:
        return 0


def _sum(facts: Iterable[tuple[object, ...]]) -> int:
    """Add facts up, whatever their order: a folder is listed in any."""
    total = 0
    for one in facts:
        total = (total + hash(one)) & _BITS
    return total
