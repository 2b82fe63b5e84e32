"""Which article the reader chose to lay beside another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.article import ArticleId
from search.marks import marked_articles
from search.marks.marks_access import now
from search.sides import Sides

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Collection, Mapping

    from search.marks.article_keys import ArticleKeys
    from search.marks.marks_access import MarksAccess


class ChosenPairs:
    """The pairs that were chosen in one library. Safe to use from threads."""

    def __init__(
        self,
        access: MarksAccess,
        keys: Callable[[Collection[ArticleId]], Mapping[ArticleId, ArticleKeys | None]],
    ) -> None:
        """Take the database, and what gives the keys of articles that aren't kept yet."""
        self._access = access
        self._keys = keys

    def choose(self, pair: Sides[ArticleId]) -> None:
        """Note that the reader lays the right article beside the left one.

        It can't be taken back, only be overtaken by a later choice. Raises NoSuchArticleError,
        ArticleError, LibraryError. Cost: reading articles that nothing is kept of yet.
        """
        keys = self._keys([pair.left, pair.right])
        library = self._access.library

        def task(at: sqlite3.Connection) -> None:
            numbers = marked_articles.known_numbers(at, library, keys)
            if len(numbers) == len(keys):
                put_pair(at, Sides(numbers[pair.left], numbers[pair.right]), now())

        self._access.note(task)

    def beside(self, article: ArticleId) -> list[ArticleId]:
        """Give the articles that were laid to the right of one, the last choice first."""

        def read(at: sqlite3.Connection) -> list[ArticleId]:
            rows = at.execute(
                "SELECT b.article FROM chosen c JOIN article a ON a.id = c.one"
                " JOIN article b ON b.id = c.other"
                " WHERE a.library = ? AND a.article = ? ORDER BY c.made DESC, c.rowid DESC",
                (self._access.library, article),
            )
            return [ArticleId(other) for (other,) in rows if other]

        return self._access.read(read, [])


def put_pair(connection: sqlite3.Connection, rows: Sides[int], made: str) -> None:
    """Make the articles of two rows the pair that was chosen last."""
    chosen = rows.left, rows.right
    connection.execute("DELETE FROM chosen WHERE one = ? AND other = ?", chosen)
    connection.execute("INSERT INTO chosen VALUES (?, ?, ?)", (*chosen, made))
