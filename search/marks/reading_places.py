"""Where the reader was in each article."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from search.marks import marked_articles
from search.marks.marks_access import now

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Collection, Mapping

    from search.article import ArticleId
    from search.marks.article_keys import ArticleKeys
    from search.marks.marks_access import MarksAccess


class ReadingPlace(NamedTuple):
    """A place in an article.

    Attributes:
        block: its block's place in `Article.blocks`, which a changed article may no longer have.
        offset: in the text of that, in code points.
    """

    block: int
    offset: int = 0


class ReadingPlaces:
    """The places in the articles of one library. Safe to use from threads.

    They follow their articles as marks do, but are no marks: no query asks for them, and none is
    taken back.
    """

    def __init__(
        self,
        access: MarksAccess,
        keys: Callable[[Collection[ArticleId]], Mapping[ArticleId, ArticleKeys | None]],
    ) -> None:
        """Take the database, and what gives the keys of articles that aren't kept yet."""
        self._access = access
        self._keys = keys

    def of(self, article: ArticleId) -> ReadingPlace | None:
        """Give where the reader was in an article; None at its top, or if it was never read."""

        def read(at: sqlite3.Connection) -> ReadingPlace | None:
            row = at.execute(
                "SELECT p.block, p.place FROM place p JOIN article a ON a.id = p.article"
                " WHERE a.library = ? AND a.article = ?",
                (self._access.library, article),
            ).fetchone()
            return ReadingPlace(*row) if row else None

        return self._access.read(read, None)

    def keep(self, article: ArticleId, place: ReadingPlace | None) -> None:
        """Keep where the reader is in an article; None for its top, which needs no place.

        Raises NoSuchArticleError, ArticleError, LibraryError. Cost: reading an article that
        nothing is kept of yet.
        """
        if place is None and self.of(article) is None:
            return
        keys = self._keys([article])
        library = self._access.library

        def task(at: sqlite3.Connection) -> None:
            number = marked_articles.known_numbers(at, library, keys).get(article)
            if number is None:
                return
            if place is None:
                at.execute("DELETE FROM place WHERE article = ?", (number,))
            else:
                at.execute(
                    "INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?)", (number, *place, now())
                )

        self._access.note(task)
