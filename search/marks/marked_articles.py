"""The articles that are marked: their rows, what is marked of them, and sets of them."""

from __future__ import annotations

import os
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from search.article import ArticleId
from search.marks.article_keys import ArticleKeys
from search.marks.mark_values import Marks, Note, Passage

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from search.marks.change_journal import Change
    from search.marks.mark_values import MarkChange

_AT_ONCE = 500
"""Articles asked for in one statement."""
HOLDERS = (
    ("read", "article"), ("starred", "article"), ("tag", "article"), ("note", "article"),
    ("place", "article"), ("judged", "one"), ("judged", "other"), ("chosen", "one"), ("chosen", "other"),
)  # fmt: skip
"""The tables in which something is kept of articles, with the columns that name their rows."""
_KEPT = " OR ".join(f"id IN (SELECT {column} FROM {table})" for table, column in HOLDERS)  # noqa: S608 - of our own names
_ROWS = (
    "SELECT id, article, path, title, address, text, sketch, version FROM article WHERE library = ?"  # noqa: S608 - as above
    " AND (" + _KEPT + ") ORDER BY id"
)
_STATES = (
    "SELECT a.article,"
    " EXISTS (SELECT 1 FROM read r WHERE r.article = a.id),"
    " EXISTS (SELECT 1 FROM starred s WHERE s.article = a.id),"
    " (SELECT count(*) FROM note n WHERE n.article = a.id) FROM article a"
)
_SETS = {
    "read": "SELECT a.article FROM read m JOIN article a ON a.id = m.article WHERE a.library = ?",
    "starred": "SELECT a.article FROM starred m JOIN article a ON a.id = m.article"
    " WHERE a.library = ?",
    "note": "SELECT a.article FROM note m JOIN article a ON a.id = m.article WHERE a.library = ?",
}


class ArticleRow(NamedTuple):
    """An article of which something is kept.

    Attributes:
        number: of its row.
        article: its id; None where it isn't in the library any more.
        keys: what it was known by when it was last looked at.
        version: which version of its file or record that was; empty where that isn't known.
    """

    number: int
    article: ArticleId | None
    keys: ArticleKeys
    version: bytes


class Glimpse(NamedTuple):
    """What is known of an article that wasn't read to be marked.

    Attributes:
        path: where it lies in its library.
        title: its title; empty without one.
        version: which version of its file or record the index has; empty where that isn't known.
    """

    path: str
    title: str
    version: bytes


def know_library(connection: sqlite3.Connection, library: str) -> None:
    """Have a row for a library, to which others refer."""
    connection.execute("INSERT OR IGNORE INTO library (name) VALUES (?)", (library,))


def article_rows(connection: sqlite3.Connection, library: str) -> list[ArticleRow]:
    """Give every article of which something is kept, in the order in which that began."""
    return [
        ArticleRow(number, article, ArticleKeys(os.fsdecode(path), *known), version)
        for number, article, path, *known, version in connection.execute(_ROWS, (library,))
    ]


def row_numbers(
    connection: sqlite3.Connection, library: str, articles: Iterable[ArticleId]
) -> dict[ArticleId, int]:
    """Give the rows of some articles; those never marked are left out."""
    found: dict[ArticleId, int] = {}
    for some in _pieces(articles):
        query = (
            f"SELECT article, id FROM article WHERE library = ? AND article IN ({_places(some)})"  # noqa: S608 - question marks
        )
        found.update(connection.execute(query, (library, *some)))
    return found


def know_articles(
    connection: sqlite3.Connection, library: str, keys: Mapping[ArticleId, ArticleKeys]
) -> None:
    """Have rows for articles that aren't marked yet, with what they are known by now."""
    for article, known in keys.items():
        kept = connection.execute(
            "UPDATE article SET path = ?, title = ?, address = ?, text = ?, sketch = ?, version = x''"
            " WHERE library = ? AND article = ?",
            (os.fsencode(known.path), *known[1:], library, article),
        )
        if not kept.rowcount:
            add_row(connection, library, article, known)


def kept_articles(
    connection: sqlite3.Connection, library: str, articles: Iterable[ArticleId]
) -> set[ArticleId]:
    """Give those of some articles of which something is kept, and that were read for that."""
    found: set[ArticleId] = set()
    for some in _pieces(articles):
        query = f"SELECT article FROM article WHERE library = ? AND article IN ({_places(some)}) AND text <> x'' AND ({_KEPT})"  # noqa: S608 - question marks and our own names
        found.update(article for (article,) in connection.execute(query, (library, *some)))
    return found


def known_numbers(
    connection: sqlite3.Connection,
    library: str,
    articles: Mapping[ArticleId, ArticleKeys | None],
) -> dict[ArticleId, int]:
    """Give the rows of some articles, which are made for those that come with keys.

    One that comes without, since it was kept already, and isn't any more, is left out.
    """
    fresh = {article: keys for article, keys in articles.items() if keys is not None}
    know_articles(connection, library, fresh)
    return row_numbers(connection, library, articles)


def read_all(done: Change, glimpsed: Mapping[ArticleId, Glimpse], made: str) -> None:
    """Mark articles as read that weren't read for that; those marked as read already stay as they are.

    Until one is read, after a sync or for another mark, it is known by a `Glimpse` only. Cost: some
    microseconds an article.
    """
    connection = done.connection
    connection.executemany(
        "INSERT INTO article (library, article, path, title, address, text, sketch, version)"  # noqa: S608 - of our own names
        " VALUES (?, ?, ?, ?, NULL, x'', x'', ?) ON CONFLICT (library, article) DO UPDATE SET"
        " path = excluded.path, title = excluded.title, address = NULL, text = x'', sketch = x'',"
        f" version = excluded.version WHERE NOT ({_KEPT})",
        [
            (done.library, article, os.fsencode(path), title, version)
            for article, (path, title, version) in glimpsed.items()
        ],
    )
    read = {number for (number,) in connection.execute("SELECT article FROM read")}
    numbers = row_numbers(connection, done.library, glimpsed).values()
    done.add_new("read", [{"article": one, "made": made} for one in numbers if one not in read])


def add_row(
    connection: sqlite3.Connection, library: str, article: ArticleId | None, keys: ArticleKeys
) -> int:
    """Add the row of an article, which has none; give its number."""
    added = connection.execute(
        "INSERT INTO article (library, article, path, title, address, text, sketch)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (library, article, os.fsencode(keys.path), *keys[1:]),
    )
    return int(added.lastrowid or 0)


def marks_of(
    connection: sqlite3.Connection, library: str, articles: Iterable[ArticleId]
) -> dict[ArticleId, Marks]:
    """Give what is marked of some articles; those of which nothing is may be left out."""
    found: dict[ArticleId, Marks] = {}
    for some in _pieces(articles):
        asked = (library, *some)
        chosen = f"a.library = ? AND a.article IN ({_places(some)})"
        tags: dict[ArticleId, list[str]] = {}
        query = f"SELECT a.article, t.name FROM tag t JOIN article a ON a.id = t.article WHERE {chosen} ORDER BY t.name"  # noqa: S608 - question marks
        for article, name in connection.execute(query, asked):
            tags.setdefault(article, []).append(name)
        query = f"{_STATES} WHERE {chosen}"
        for article, read, starred, notes in connection.execute(query, asked):
            found[article] = Marks(
                bool(read), bool(starred), tuple(tags.get(article, ())), int(notes)
            )
    return found


def set_of(connection: sqlite3.Connection, library: str, table: str) -> frozenset[ArticleId]:
    """Give the articles that stand in a table: `read`, `starred` or `note`."""
    rows = connection.execute(_SETS[table], (library,))
    return frozenset(ArticleId(article) for (article,) in rows if article)


def tagged(connection: sqlite3.Connection, library: str) -> dict[str, frozenset[ArticleId]]:
    """Give the articles of each of the reader's tags, in alphabetical order."""
    found: dict[str, set[ArticleId]] = {}
    for name, article in connection.execute(
        "SELECT t.name, a.article FROM tag t JOIN article a ON a.id = t.article"
        " WHERE a.library = ? AND a.article IS NOT NULL ORDER BY t.name",
        (library,),
    ):
        found.setdefault(name, set()).add(article)
    return {name: frozenset(articles) for name, articles in found.items()}


def change_marks(done: Change, number: int, change: MarkChange, made: str) -> None:
    """Change the marks of the article of a row; see `MarkChange`."""
    for table, wanted in (("read", change.read), ("starred", change.starred)):
        if wanted:
            done.add(table, {"article": number, "made": made})
        elif wanted is False:
            done.drop(table, {"article": number})
    for name in change.tags:
        done.add("tag", {"article": number, "name": name, "made": made})
    for name in change.untags:
        done.drop("tag", {"article": number, "name": name})
    if change.note is not None:
        add_note(done, number, change.note, change.passage, made)


def add_note(done: Change, number: int, text: str, passage: Passage, made: str) -> None:
    """Add a note to the article of a row."""
    (last,) = done.connection.execute("SELECT coalesce(max(id), 0) FROM note").fetchone()
    quote, prefix, suffix, block, place = passage
    done.put(
        "note",
        {
            "id": last + 1, "article": number, "text": text, "quote": quote, "prefix": prefix,
            "suffix": suffix, "block": block, "place": place, "made": made, "changed": made,
        },
    )  # fmt: skip


def edit_note(done: Change, number: int, text: str, changed: str) -> None:
    """Give a note another text, if there is one of this number."""
    found = done.connection.execute("SELECT * FROM note WHERE id = ?", (number,))
    row = found.fetchone()
    if row is not None:
        names = (column[0] for column in found.description)
        before = dict(zip(names, row, strict=True))
        if before["text"] != text:
            done.put("note", {**before, "text": text, "changed": changed})


def notes_of(
    connection: sqlite3.Connection, library: str, articles: Collection[ArticleId] | None = None
) -> list[Note]:
    """Give the notes of some articles, or of all when None, in the order in which they were made."""
    pieces = [None] if articles is None else list(_pieces(articles))
    found = [note for some in pieces for note in _notes(connection, library, some)]
    return found if len(pieces) < 2 else sorted(found)  # noqa: PLR2004 - each piece is in order


def _notes(
    connection: sqlite3.Connection, library: str, articles: list[ArticleId] | None
) -> Iterator[Note]:
    chosen = "" if articles is None else f" AND a.article IN ({_places(articles)})"
    rows = connection.execute(
        "SELECT n.id, a.article, a.path, n.text, n.quote, n.prefix, n.suffix, n.block, n.place,"  # noqa: S608 - question marks
        " n.made, n.changed FROM note n JOIN article a ON a.id = n.article"
        f" WHERE a.library = ?{chosen} ORDER BY n.id",
        (library, *(articles or ())),
    )
    for number, article, path, text, *passage, made, changed in rows:
        yield Note(number, article, os.fsdecode(path), text, Passage(*passage), made, changed)


def packed(articles: Iterable[ArticleId]) -> bytes:
    """Pack a set of articles, eight bytes each."""
    return b"".join(sorted(map(bytes.fromhex, articles)))


def unpacked(data: bytes) -> frozenset[ArticleId]:
    """Give the articles that were packed."""
    return frozenset(ArticleId(data[at : at + 8].hex()) for at in range(0, len(data), 8))


def _pieces(articles: Iterable[ArticleId]) -> Iterator[list[ArticleId]]:
    left = iter(articles)
    while some := list(islice(left, _AT_ONCE)):
        yield some


def _places(some: list[ArticleId]) -> str:
    return ", ".join("?" * len(some))
