"""The searches made so far, and where the reader was and what there was when they last looked."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from search.errors import reason_of
from search.marks.marked_articles import packed, unpacked
from search.marks.marks_access import now
from search.regular_file import set_aside
from search.sealed_file import DamagedFileError, load_sealed
from search.user_folders import user_folder

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection
    from pathlib import Path

    from search.article import ArticleId
    from search.marks.marks_access import MarksAccess

LONGEST_HISTORY = 200
"""Searches remembered of a library; older ones are forgotten."""
LONGEST_SEARCH = 10_000
"""Characters of a search that is remembered."""
_WHOLE = ""
"""The name under which the whole library is kept among saved searches, none of which has it."""
_LONGEST_ROUTES = 1 << 20
"""Characters of a session's routes."""


class PastSearches:
    """The searches made in one library. Safe to use from threads."""

    def __init__(self, access: MarksAccess, earlier: Path | None = None) -> None:
        """Take the database, and the file in which earlier versions kept them for all libraries."""
        self._access = access
        self._earlier = earlier or user_folder("state") / "searches.json"

    def every(self) -> list[str]:
        """Give the searches, oldest first, each once.

        Those of earlier versions are taken over first, once; their file stays as it is. Problems
        are told.
        """
        if not self._access.kept:
            return self._of_file()
        return self._access.read(self._read, [])

    def add(self, *queries: str) -> None:
        """Make searches the latest ones; empty and endless ones aren't kept. Raises LibraryError."""
        wanted = [one.strip() for one in queries]
        wanted = [one for one in wanted if 0 < len(one) <= LONGEST_SEARCH]
        if wanted:
            self._access.note(lambda at: self._add(at, wanted))

    def _read(self, at: sqlite3.Connection) -> list[str]:
        library = self._access.library
        took = at.execute("SELECT took_searches FROM library WHERE name = ?", (library,)).fetchone()
        earlier = [] if took and took[0] else self._of_file()
        rows = at.execute("SELECT query FROM searched WHERE library = ? ORDER BY id", (library,))
        return _latest([*earlier, *(query for (query,) in rows)])

    def _add(self, at: sqlite3.Connection, queries: list[str]) -> None:
        library, made = self._access.library, now()
        (took,) = at.execute(
            "SELECT took_searches FROM library WHERE name = ?", (library,)
        ).fetchone()
        if not took:
            queries = [*self._of_file(), *queries]
            at.execute("UPDATE library SET took_searches = 1 WHERE name = ?", (library,))
        for query in queries:
            at.execute("DELETE FROM searched WHERE library = ? AND query = ?", (library, query))
            (last,) = at.execute("SELECT coalesce(max(id), 0) FROM searched").fetchone()
            at.execute("INSERT INTO searched VALUES (?, ?, ?, ?)", (last + 1, library, query, made))
        at.execute(
            "DELETE FROM searched WHERE library = ? AND id NOT IN"
            " (SELECT id FROM searched WHERE library = ? ORDER BY id DESC LIMIT ?)",
            (library, library, LONGEST_HISTORY),
        )

    def _of_file(self) -> list[str]:
        try:
            stored = load_sealed(self._earlier)
        except (FileNotFoundError, NotADirectoryError):
            return []
        except DamagedFileError:
            try:
                aside = set_aside(self._earlier)
            except OSError as error:
                return self._unreadable(error)
            self._access.tell(
                f"{self._earlier}: the list of searches was damaged, and is set aside as {aside.name}"
            )
            return []
        except OSError as error:
            return self._unreadable(error)
        texts = stored if isinstance(stored, list) else []
        return _latest([text for text in texts if isinstance(text, str)])

    def _unreadable(self, error: OSError) -> list[str]:
        self._access.tell(
            f"{self._earlier}: the list of searches can't be read: {reason_of(error)}"
        )
        return []


class LastSession:
    """Where the reader was in one library. Safe to use from threads."""

    def __init__(self, access: MarksAccess) -> None:
        self._access = access

    def load(self) -> object:
        """Give what was kept last, as JSON; None without any, or for what is no JSON."""

        def read(at: sqlite3.Connection) -> object:
            row = at.execute(
                "SELECT routes FROM session WHERE library = ?", (self._access.library,)
            ).fetchone()
            try:
                return json.loads(row[0]) if row else None
            except (ValueError, RecursionError):
                return None

        return self._access.read(read, None)

    def keep(self, routes: object) -> None:
        """Keep where the reader is, in place of what was kept; raise LibraryError.

        What is far too long for routes is left out.
        """
        text = json.dumps(routes)
        if len(text) > _LONGEST_ROUTES:
            return
        row = self._access.library, text, now()
        self._access.note(
            lambda at: at.execute("INSERT OR REPLACE INTO session VALUES (?, ?, ?)", row)
        )


class LastLook:
    """Which articles a library had when the reader was last told of new ones. Safe to use from threads."""

    def __init__(self, access: MarksAccess) -> None:
        self._access = access

    def load(self) -> frozenset[ArticleId] | None:
        """Give those that were kept; None before the first look."""

        def read(at: sqlite3.Connection) -> frozenset[ArticleId] | None:
            row = at.execute(
                "SELECT articles FROM looked WHERE library = ? AND name = ?",
                (self._access.library, _WHOLE),
            ).fetchone()
            return unpacked(row[0]) if row else None

        return self._access.read(read, None)

    def keep(self, articles: Collection[ArticleId]) -> None:
        """Keep which articles there are, in place of those before; raise LibraryError."""
        row = self._access.library, _WHOLE, packed(articles)
        self._access.note(
            lambda at: at.execute("INSERT OR REPLACE INTO looked VALUES (?, ?, ?)", row)
        )


def _latest(searches: list[str]) -> list[str]:
    """Give the latest searches, oldest first, each once."""
    latest = dict.fromkeys(text for text in reversed(searches) if text.strip())
    return list(reversed(list(latest)[:LONGEST_HISTORY]))
