"""Marks belong to an article, not to its path: finding those that moved or changed.

An article is the same if it has the same address; else the same text and outlet; else if at the
same path four fifths of the text are the same. A new article at an old path inherits nothing: the
marks wait, in case the old one comes back.
"""

from __future__ import annotations

import os
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from search.library import RecordTable, article_id
from search.marks.article_keys import alike, keys_of
from search.marks.marked_articles import HOLDERS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from search.article import Article, ArticleId
    from search.library import KnownFiles
    from search.marks.article_keys import ArticleKeys
    from search.marks.marked_articles import ArticleRow


class Placement(NamedTuple):
    """Where the marks of a row belong now; `keys` are None where the article is gone."""

    row: ArticleRow
    article: ArticleId | None
    keys: ArticleKeys | None
    version: bytes


class FileVersions:
    """Which version of each article the index has: the digest of its file, or its record's."""

    def __init__(self, known: KnownFiles) -> None:
        self._entries = known.entries
        self._records: dict[str, dict[ArticleId, bytes]] = {}

    def of(self, path: str, article: ArticleId) -> bytes | None:
        """Give the version of an article; empty where it isn't known, None for one that isn't there."""
        entry = self._entries.get(path)
        if entry is not None and entry.rows is None:
            there = not entry.passed_over and article_id(path) == article
            return entry.digest if there else None
        container = path.rpartition("#")[0]
        return self._checks(container).get(article)

    def at(self, path: str) -> ArticleId | None:
        """Give the article that lies at a path now; None if none does."""
        entry = self._entries.get(path)
        if entry is not None and entry.rows is None:
            return None if entry.passed_over else article_id(path)
        container, _, number = path.rpartition("#")
        held = self._entries.get(container)
        if held is None or held.rows is None or not number.isdecimal() or len(number) > 9:  # noqa: PLR2004 - digits of the largest number of a record
            return None
        return RecordTable(held.rows).article(int(number))

    def _checks(self, container: str) -> dict[ArticleId, bytes]:
        if container not in self._records:
            entry = self._entries.get(container)
            table = RecordTable(entry.rows or b"") if entry is not None else RecordTable()
            self._records[container] = {
                article: table.check(number)
                for number in range(1, len(table) + 1)
                if (article := table.article(number))
            }
        return self._records[container]


class _Seen(NamedTuple):
    """An article that was looked at."""

    article: ArticleId
    keys: ArticleKeys


class Reconciliation:
    """One look at the marked articles of a library after a sync."""

    def __init__(
        self,
        known: KnownFiles,
        read: Callable[[ArticleId], Article | None],
        titled: Callable[[str], Iterable[ArticleId]],
    ) -> None:
        """Take the files behind the index, what reads an article, or gives None, and what finds titles."""
        self._versions = FileVersions(known)
        self._read = read
        self._titled = titled

    def run(
        self,
        rows: Sequence[ArticleRow],
        fresh: Callable[[], Iterable[ArticleId]],
        *,
        glimpsed: bool = False,
    ) -> list[Placement]:
        """Tell of the rows that aren't as they were where they belong now.

        With `glimpsed`, those of articles that were never read are told of too, with their keys.
        What can't be read just now stays as it was. Cost: reading the articles that are marked and
        changed; where one is missing at its place, also those of its title, and those that `fresh`
        gives, which is only asked then.
        """
        placed: list[Placement] = []
        missing: list[tuple[ArticleRow, _Seen | None]] = []
        for row in rows:
            version = self._versions.of(row.keys.path, row.article) if row.article else None
            unchanged = bool(version) and version == row.version
            if unchanged and not (glimpsed and row.keys.glimpsed):
                continue
            if row.article is not None and version is not None:
                own = self._look(row.article)
                if own is None:
                    continue
            else:
                there = self._versions.at(row.keys.path)
                own = self._look(there) if there else None
            if own is not None and (unchanged or _same(row, own)):
                placed.append(self._placement(row, own))
            else:
                missing.append((row, own))
        if missing:
            placed += self._sought(missing, fresh())
        return placed

    def _sought(
        self, missing: Sequence[tuple[ArticleRow, _Seen | None]], fresh: Iterable[ArticleId]
    ) -> list[Placement]:
        """Place the rows whose articles aren't where they were, of which is given what is there."""
        addresses = {row.keys.address for row, _ in missing if row.keys.address}
        texts = {row.keys.text for row, _ in missing if row.keys.has_text}
        by_address: dict[str, _Seen] = {}
        by_text: dict[bytes, _Seen] = {}
        by_sign: dict[tuple[str, str | bytes], _Seen] = {}
        copies = (self._titled(row.keys.title) for row, _ in missing if row.article)
        for seen in filter(None, map(self._look, chain(fresh, *copies))):
            if seen.keys.address in addresses:
                by_address.setdefault(seen.keys.address or "", seen)
            if seen.keys.text in texts:
                by_text.setdefault(seen.keys.text, seen)
            for sign in _signs(seen.keys, self._versions.of(seen.keys.path, seen.article)):
                by_sign.setdefault(sign, seen)
        placed = []
        for row, own in missing:
            found = by_address.get(row.keys.address or "") or by_text.get(row.keys.text)
            if row.keys.glimpsed:
                signs = map(by_sign.get, _signs(row.keys, row.version))
                found = next(filter(None, signs), None)
            if found is None and own is not None and alike(own.keys.sketch, row.keys.sketch):
                found = own
            placed.append(self._placement(row, found))
        return [one for one in placed if one.article or one.row.article]

    def _placement(self, row: ArticleRow, seen: _Seen | None) -> Placement:
        if seen is None:
            return Placement(row, None, None, b"")
        version = self._versions.of(seen.keys.path, seen.article) or b""
        return Placement(row, seen.article, seen.keys, version)

    def _look(self, article: ArticleId) -> _Seen | None:
        read = self._read(article)
        return _Seen(article, keys_of(read)) if read else None


def place_marks(
    connection: sqlite3.Connection, library: str, placements: Sequence[Placement]
) -> None:
    """Have the marks of rows where they belong; where an article has a row already, they join it."""
    moved = [one for one in placements if one.article != one.row.article]
    for one in moved:
        connection.execute("UPDATE article SET article = NULL WHERE id = ?", (one.row.number,))
    for one in placements:
        if one.article is None or one.keys is None:
            continue
        held = connection.execute(
            "SELECT id FROM article WHERE library = ? AND article = ? AND id <> ?",
            (library, one.article, one.row.number),
        ).fetchone()
        if held is not None:
            _join(connection, one.row.number, held[0])
            continue
        keys = one.keys
        connection.execute(
            "UPDATE article SET article = ?, path = ?, title = ?, address = ?, text = ?, sketch = ?,"
            " version = ? WHERE id = ?",
            (one.article, os.fsencode(keys.path), *keys[1:], one.version, one.row.number),
        )


def _join(connection: sqlite3.Connection, row: int, other: int) -> None:
    """Have one row's marks on another; its own stays, empty, for what may yet be taken back."""
    for table, column in HOLDERS:
        connection.execute(
            f"UPDATE OR IGNORE {table} SET {column} = ? WHERE {column} = ?",  # noqa: S608 - of our own names
            (other, row),
        )
        connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (row,))  # noqa: S608 - as above


def _signs(keys: ArticleKeys, version: bytes | None) -> Iterator[tuple[str, str | bytes]]:
    """Give what an article that was only glimpsed is found again by: its title, with its bytes or its container."""
    if keys.title and version:
        yield keys.title, version
    container = keys.path.rpartition("#")[0]
    if keys.title and container:
        yield keys.title, container


def _same(row: ArticleRow, own: _Seen) -> bool:
    """Tell whether what is at its place is the article of a row; one only glimpsed is its title."""
    one, other = row.keys, own.keys
    if one.glimpsed:
        return bool(one.title) and one.title == other.title
    if one.address and one.address == other.address:
        return True
    return one.has_text and one.text == other.text
