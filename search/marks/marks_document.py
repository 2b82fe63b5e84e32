"""Everything that is kept of a library as one JSON document, and reading such a one."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from search.marks import link_document, story_rulings
from search.marks.article_keys import ArticleKeys, alike
from search.marks.document_fields import (
    number_of,
    objects_of,
    passage_fields,
    passage_of,
    text_of,
    time_of,
)
from search.marks.mark_text import note_text, tag_name
from search.marks.mark_values import LONGEST_NAME
from search.marks.marked_articles import add_row, article_rows
from search.marks.past_searches import LONGEST_SEARCH

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from search.marks.change_journal import Change
    from search.marks.document_fields import Document
    from search.marks.marked_articles import ArticleRow

FORMAT = "diptych marks"
VERSION = 1
_LONGEST_ID = 512
"""Characters of an article's id: as many as an archive allows."""


def document_of(connection: sqlite3.Connection | None, library: str) -> Document:
    """Give everything that is kept of a library; without a connection, of one without marks.

    Articles come in the order in which they were first marked.
    """
    document: Document = {
        "format": FORMAT, "version": VERSION, "articles": [], "saved": [], "stories": [],
        "links": [], "pairs": [], "searches": [],
    }  # fmt: skip
    if connection is None:
        return document
    asked = (library,)
    entries: dict[int, int] = {}
    for row in article_rows(connection, library):
        document["articles"].append(
            {
                "path": row.keys.path,
                "title": row.keys.title,
                "address": row.keys.address,
                "text": row.keys.text.hex(),
                "sketch": row.keys.sketch.hex(),
                **_marks_of_row(connection, row),
                "place": _place_of_row(connection, row),
                "notes": _notes_of_row(connection, row),
            }
        )
        entries[row.number] = len(entries)
    for name, query, made in connection.execute(
        "SELECT name, query, made FROM saved WHERE library = ? ORDER BY name", asked
    ):
        document["saved"].append({"name": name, "query": query, "made": made})
    for kind, one, other, made in connection.execute(
        "SELECT kind, one, other, made FROM ruling WHERE library = ? ORDER BY id", asked
    ):
        ids = {"one": json.loads(one), "other": json.loads(other)}
        document["stories"].append({"kind": kind, **ids, "made": made})
    document["links"] = link_document.links_of(connection, library, entries)
    document["pairs"] = link_document.pairs_of(connection, library, entries)
    for query, made in connection.execute(
        "SELECT query, made FROM searched WHERE library = ? ORDER BY id", asked
    ):
        document["searches"].append({"query": query, "made": made})
    return document


def _marks_of_row(connection: sqlite3.Connection, row: ArticleRow) -> Document:
    asked = (row.number,)
    read = connection.execute("SELECT made FROM read WHERE article = ?", asked).fetchone()
    starred = connection.execute("SELECT made FROM starred WHERE article = ?", asked).fetchone()
    tags = connection.execute("SELECT name FROM tag WHERE article = ? ORDER BY name", asked)
    return {
        "read": read and read[0],
        "starred": starred and starred[0],
        "tags": [name for (name,) in tags],
    }


def _place_of_row(connection: sqlite3.Connection, row: ArticleRow) -> Document | None:
    found = connection.execute(
        "SELECT block, place, made FROM place WHERE article = ?", (row.number,)
    ).fetchone()
    return dict(zip(("block", "place", "made"), found, strict=True)) if found else None


def _notes_of_row(connection: sqlite3.Connection, row: ArticleRow) -> list[Document]:
    notes = connection.execute(
        "SELECT text, quote, prefix, suffix, block, place, made, changed FROM note"
        " WHERE article = ? ORDER BY id",
        (row.number,),
    )
    names = [column[0] for column in notes.description]
    return [dict(zip(names, note, strict=True)) for note in notes]


def added_from(change: Change, document: object, now: str) -> None:
    """Add what a document has and isn't kept yet; raise ValueError for what is no such document.

    Its articles are matched with those that are marked, by the same rules as after a sync; others
    wait, without an article, until they are looked for. `now` stands for times it doesn't give.
    """
    parts: Document = document if isinstance(document, dict) else {}
    if parts.get("format") != FORMAT:
        raise ValueError("this isn't a document of marks")
    if parts.get("version") != VERSION:
        raise ValueError(f"it is of version {str(parts.get('version'))[:20]}, not {VERSION}")
    known = _KnownRows(article_rows(change.connection, change.library))
    rows = [_add_article(change, known, entry, now) for entry in objects_of(parts, "articles")]
    for entry in objects_of(parts, "saved"):
        row = {
            "library": change.library,
            "name": text_of(entry, "name", LONGEST_NAME),
            "query": text_of(entry, "query"),
            "made": time_of(entry, "made", now),
        }
        change.add("saved", row)
    kept = story_rulings.rulings(change.connection, change.library)
    for entry in objects_of(parts, "stories"):
        override = _override(entry)
        if override not in kept:
            kept.append(override)
            story_rulings.add_ruling(change, override, time_of(entry, "made", now))
    link_document.add_links(change, objects_of(parts, "links"), rows, now)
    link_document.add_pairs(change, objects_of(parts, "pairs"), rows, now)
    for entry in objects_of(parts, "searches"):
        _add_search(change, entry, now)


class _KnownRows:
    """The rows of marked articles by what they are known by."""

    def __init__(self, rows: Iterable[ArticleRow]) -> None:
        self._by_address: dict[str, int] = {}
        self._by_text: dict[bytes, int] = {}
        self._by_path: dict[str, tuple[ArticleKeys, int]] = {}
        for row in rows:
            self.add(row.number, row.keys)

    def add(self, number: int, keys: ArticleKeys) -> None:
        if keys.address:
            self._by_address.setdefault(keys.address, number)
        if keys.has_text:
            self._by_text.setdefault(keys.text, number)
        self._by_path.setdefault(keys.path, (keys, number))

    def find(self, keys: ArticleKeys) -> int | None:
        if keys.address in self._by_address:
            return self._by_address[keys.address or ""]
        if keys.has_text and keys.text in self._by_text:
            return self._by_text[keys.text]
        if keys.path not in self._by_path:
            return None
        known, number = self._by_path[keys.path]
        if known.glimpsed or keys.glimpsed:
            return number if known.title == keys.title else None
        return number if alike(known.sketch, keys.sketch) else None


def _add_search(change: Change, entry: Document, now: str) -> None:
    (last,) = change.connection.execute("SELECT coalesce(max(id), 0) FROM searched").fetchone()
    row = {
        "id": last + 1,
        "library": change.library,
        "query": text_of(entry, "query", LONGEST_SEARCH),
        "made": time_of(entry, "made", now),
    }
    change.add("searched", row)


def _add_article(change: Change, known: _KnownRows, entry: Document, now: str) -> int:
    keys = _keys(entry)
    number = known.find(keys)
    if number is None:
        number = add_row(change.connection, change.library, None, keys)
        known.add(number, keys)
    for table in ("read", "starred"):
        if entry.get(table):
            change.add(table, {"article": number, "made": time_of(entry, table, now)})
    for name in _tags(entry):
        change.add("tag", {"article": number, "name": name, "made": now})
    if isinstance(place := entry.get("place"), dict):
        row = {"block": number_of(place, "block"), "place": number_of(place, "place")}
        change.add("place", {"article": number, **row, "made": time_of(place, "made", now)})
    for note in objects_of(entry, "notes"):
        _add_note(change, number, note, now)
    return number


def _add_note(change: Change, article: int, note: Document, now: str) -> None:
    text = note_text(str(note.get("text", "")))
    if text is None:
        raise ValueError("a note has no text")
    row: dict[str, str | int] = {
        "article": article,
        "text": text,
        **passage_fields(passage_of(note)),
        "made": time_of(note, "made", now),
        "changed": time_of(note, "changed", now),
    }
    held = change.connection.execute(
        "SELECT 1 FROM note WHERE article = :article AND text = :text AND quote = :quote"
        " AND block = :block AND place = :place AND made = :made",
        row,
    ).fetchone()
    if held is None:
        (last,) = change.connection.execute("SELECT coalesce(max(id), 0) FROM note").fetchone()
        change.put("note", {"id": last + 1, **row})


def _keys(entry: Document) -> ArticleKeys:
    path = text_of(entry, "path").replace("\0", "")
    address = entry.get("address")
    text, sketch = (bytes.fromhex(text_of(entry, name)) for name in ("text", "sketch"))
    try:
        os.fsencode(path)
    except UnicodeEncodeError:
        raise ValueError("a path of it can't be one") from None
    known = text_of(entry, "address") if address is not None else None
    return ArticleKeys(path, text_of(entry, "title"), known, text, sketch)


def _override(entry: Document) -> story_rulings.Override:
    try:
        override = story_rulings.override_of(entry)
    except (KeyError, TypeError):
        raise ValueError("a ruling of it says nothing") from None
    # Articles of an archive that others built are called as those called them.
    if not all(_is_name(one) for one in (*override.one, *override.other)):
        raise ValueError("a ruling of it names no articles")
    return override


def _is_name(article: str) -> bool:
    return 0 < len(article) <= _LONGEST_ID and article.isprintable()


def _tags(entry: Document) -> list[str]:
    found = entry.get("tags", [])
    if isinstance(found, str) or not isinstance(found, Sequence):
        raise ValueError("tags of an entry are no list")  # noqa: TRY004 - whoever imports asks for one
    names = [tag_name(one) if isinstance(one, str) else None for one in found]
    if None in names:
        raise ValueError("a tag has no name")
    return [name for name in names if name]
