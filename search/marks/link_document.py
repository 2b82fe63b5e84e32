"""Judged links and chosen pairs in a document of marks, where they name entries of its articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.marks.document_fields import objects_of, passage_fields, passage_of, time_of
from search.marks.judged_links import judged_rows, put_link
from search.sides import Sides

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

    from search.marks.change_journal import Change
    from search.marks.document_fields import Document


def links_of(
    connection: sqlite3.Connection, library: str, entries: Mapping[int, int]
) -> list[Document]:
    """Give the judged links of a library, in the order in which they were made.

    `entries` gives the places of rows in the document's list of articles.
    """
    return [
        {
            "articles": [entries[rows.left], entries[rows.right]],
            "passages": [passage_fields(link.passages.left), passage_fields(link.passages.right)],
            "meets": link.meets,
            "made": link.made,
        }
        for rows, link in judged_rows(connection, library)
    ]


def pairs_of(
    connection: sqlite3.Connection, library: str, entries: Mapping[int, int]
) -> list[Document]:
    """Give the chosen pairs of a library, in the order in which they were chosen."""
    rows = connection.execute(
        "SELECT c.one, c.other, c.made FROM chosen c JOIN article a ON a.id = c.one"
        " WHERE a.library = ? ORDER BY c.rowid",
        (library,),
    )
    return [{"articles": [entries[one], entries[other]], "made": made} for one, other, made in rows]


def add_links(change: Change, links: Sequence[Document], rows: Sequence[int], now: str) -> None:
    """Add what a document says of links, unless something is said of the same two sentences.

    `rows` are those of the document's articles. Raises ValueError for what names none of them.
    """
    for link in links:
        passages = objects_of(link, "passages")
        meets = link.get("meets")
        if len(passages) != 2 or not isinstance(meets, bool):  # noqa: PLR2004 - left and right
            raise ValueError("a link of it says nothing of two passages")
        put_link(
            change,
            _rows_of(link, rows),
            Sides(passage_of(passages[0]), passage_of(passages[1])),
            meets=meets,
            made=time_of(link, "made", now),
            anew=False,
        )


def add_pairs(change: Change, pairs: Sequence[Document], rows: Sequence[int], now: str) -> None:
    """Add the chosen pairs of a document; see `add_links`."""
    for pair in pairs:
        chosen = _rows_of(pair, rows)
        row: dict[str, str | int] = {
            "one": chosen.left,
            "other": chosen.right,
            "made": time_of(pair, "made", now),
        }
        change.add("chosen", row)


def _rows_of(entry: Document, rows: Sequence[int]) -> Sides[int]:
    match entry.get("articles"):
        case [int(left), int(right)] if 0 <= left < len(rows) and 0 <= right < len(rows):
            return Sides(rows[left], rows[right])
    raise ValueError("a pair of it names no articles")
