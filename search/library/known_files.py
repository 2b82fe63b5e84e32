"""The files that were indexed, and how a folder differs from them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from search.library.folder_scan import File


class Entry(NamedTuple):
    """A file as it was when its article was indexed.

    Attributes:
        path, size: as in `File`.
        stamp: likewise; empty if it was so fresh that it might change without its times telling.
        digest: the hash of its bytes.
    """

    path: str
    size: int
    stamp: str
    digest: bytes


@dataclass(frozen=True, slots=True)
class KnownFiles:
    """The files behind the articles of an index.

    Attributes:
        entries: each by its path.
        failures: path and reason of what could not be read at the last sync, by path.
        folder: the identity of the folder that was read last; empty if none was noted.
    """

    entries: Mapping[str, Entry] = field(default_factory=dict)
    failures: tuple[tuple[str, str], ...] = ()
    folder: str = ""


@dataclass(frozen=True, slots=True)
class FilesUpdate:
    """What a sync changes of `KnownFiles`.

    Attributes:
        written: files whose articles were put in, or are there as they were.
        gone: paths of files whose articles left.
        failures, folder: what takes the place of the last ones.
    """

    written: tuple[Entry, ...]
    gone: tuple[str, ...]
    failures: tuple[tuple[str, str], ...]
    folder: str


@dataclass(frozen=True, slots=True)
class Changes:
    """How a folder differs from the files that are known.

    Attributes:
        suspect: files that are new or whose size or times differ, sorted by path.
        removed: paths that are gone, sorted.
    """

    suspect: tuple[File, ...]
    removed: tuple[str, ...]


def changes(known: Mapping[str, Entry], files: Iterable[File]) -> Changes:
    """Compare the files of a folder with those that are known, by size and times."""
    suspect: list[File] = []
    present: set[str] = set()
    for file in files:
        present.add(file.path)
        entry = known.get(file.path)
        if entry is None or (entry.size, entry.stamp) != (file.size, file.stamp):
            suspect.append(file)
    return Changes(tuple(suspect), tuple(sorted(known.keys() - present)))
