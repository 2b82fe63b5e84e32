"""The files that were indexed, and how a folder differs from them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from search.library.location import FileNames, article_id
from search.library.record_table import NO_CHECK, RecordTable, row_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from search.article import ArticleId, Head


_UNREAD = FileNames()


@dataclass(frozen=True, slots=True)
class File:
    """A file that may hold an article, as the folder lists it.

    Attributes:
        path: relative to the library, with `/` between parts; bytes that are no valid UTF-8
            stand as lone surrogates, as `os.fsdecode` gives them.
        size: in bytes.
        mtime_ns: when its bytes were last changed, or are said to have been.
        ctime_ns: when it was last changed in any way; unlike the other, nobody can set it.
        names: how its name is to be read.
    """

    path: str
    size: int
    mtime_ns: int
    ctime_ns: int = 0
    names: FileNames = _UNREAD

    @property
    def stamp(self) -> str:
        """Its times in one text, and how its name is read, which differs whenever one of them does."""
        read = self.names.stamp.hex()
        return f"{self.mtime_ns} {self.ctime_ns}{f' {read}' if read else ''}"


class Entry(NamedTuple):
    """A file as it was when its articles were indexed.

    Attributes:
        path, size: as in `File`.
        stamp: likewise; empty if it was so fresh that it might change without its times telling,
            or if not all of it was read yet.
        digest: the hash of its bytes; empty for one that is read in pieces.
        rows: of a container, the rows of its `RecordTable`; None for a file that is one article.
        passed_over: why it isn't read; empty for one that is. Of an archive, what in it isn't,
            as `search.ingest.skipped_files` writes it.
        addresses: how many addresses it has, of articles whose texts it hasn't.
    """

    path: str
    size: int
    stamp: str
    digest: bytes
    rows: bytes | None = None
    passed_over: str = ""
    addresses: int = 0

    @property
    def articles(self) -> tuple[ArticleId, ...]:
        """The articles it holds, each once. Cost: linear in its records."""
        if self.rows is not None:
            return tuple(dict.fromkeys(RecordTable(self.rows).articles()))
        return () if self.passed_over else (article_id(self.path),)


@dataclass(frozen=True, slots=True)
class KnownFiles:
    """The files behind the articles of an index.

    Attributes:
        entries: each by its path, those that are passed over included.
        failures: path and reason of what could not be read at the last sync, by path.
        folder: the identity of the folder that was read last; empty if none was noted.
    """

    entries: Mapping[str, Entry] = field(default_factory=dict)
    failures: tuple[tuple[str, str], ...] = ()
    folder: str = ""

    @property
    def articles(self) -> int:
        """How many articles there are. Cost: linear in the files, and in the records of containers."""
        return sum(
            (0 if entry.passed_over else 1) if entry.rows is None else RecordTable(entry.rows).count
            for entry in self.entries.values()
        )

    def reconciled(self, heads: Iterable[Head]) -> KnownFiles:
        """Give what is known of the files of just these articles, which an index turned out to hold.

        A file that isn't known is noted so that it will be read again, and so is a container of
        which other articles are there than are known. No checksum is believed: the index may have
        been brought up to date with what a file held meanwhile, though it now is as it was noted.
        A stamp is, for no file gets an old one back. Cost: linear in the articles.
        """
        entries: dict[str, Entry] = {}
        containers: dict[str, set[ArticleId]] = {}
        for head in heads:
            if head.place:
                containers.setdefault(head.path.rpartition("#")[0], set()).add(head.id)
            else:
                entry = self.entries.get(head.path) or Entry(head.path, 0, "", b"")
                entries[head.path] = entry._replace(digest=b"")
        for path, held in containers.items():
            entries[path] = _reconciled(self.entries.get(path) or Entry(path, 0, "", b""), held)
        return replace(self, entries=entries)


def _reconciled(entry: Entry, held: set[ArticleId]) -> Entry:
    """Give the entry of a container of which an index holds just these articles."""
    table = RecordTable(entry.rows or b"")
    known = [table.article(number) for number in range(1, len(table) + 1)]
    rows = bytearray()
    for article in known:
        rows += row_of(article if article in held else None, NO_CHECK)
    for article in sorted(held.difference(filter(None, known))):
        rows += row_of(article, NO_CHECK)
    same = held == set(filter(None, known))
    return entry._replace(stamp=entry.stamp if same else "", digest=b"", rows=bytes(rows))


@dataclass(frozen=True, slots=True)
class FilesUpdate:
    """What a sync changes of `KnownFiles`.

    Attributes:
        written: files whose articles were put in, or are there as they were, and those that are
            passed over.
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
