"""Searches that the reader gave names, with what they find now."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from search.desk.all_rows import every_id
from search.desk.marks_query import resolve_marks
from search.errors import QueryError
from search.marks import SavedSearch
from search.query import Among, And, Not, parse
from search.text import Span

if TYPE_CHECKING:
    from search.article import ArticleId
    from search.desk.reader_marks import ReaderMarks
    from search.engine import Engine, Found
    from search.query import Node

_HERE = Span(0, 0)


class SavedCount(NamedTuple):
    """A saved search and how many articles it finds.

    Attributes:
        name, query: as they were saved.
        total: how many it finds; 0 if it can't be read any more.
        unread: how many of them aren't read.
        new: how many of them it didn't find when it was last looked at.
    """

    name: str
    query: str
    total: int
    unread: int
    new: int


class SavedSearches:
    """The saved searches of one library. Safe to call from several threads."""

    def __init__(self, engine: Engine, marks: ReaderMarks) -> None:
        """Take what finds articles, and the marks among which they are kept."""
        self._engine = engine
        self._marks = marks

    def counts(self) -> list[SavedCount]:
        """Count what each finds, by name. Cost: three searches each."""
        return [self._count(saved) for saved in self._marks.store.saved()]

    def save(self, name: str, query: str) -> None:
        """Save a search, in place of the one of its name; what it finds now isn't new.

        Raises QueryError if it can't be read, or asks for itself; LibraryError if it can't be kept.
        """
        before = {saved.name: saved.query for saved in self._marks.store.saved()}
        sets = self._marks.sets()
        resolve_marks(parse(query), lambda: sets)
        self._marks.store.save_search(SavedSearch(name, query))
        try:
            self.look(name)
        except QueryError:  # it asks for itself
            if name in before:
                self._marks.store.save_search(SavedSearch(name, before[name]))
            else:
                self._marks.store.remove_search(name)
            raise

    def rename(self, name: str, new: str) -> None:
        """Give a saved search another name, in place of one that has it; raise LibraryError.

        Nothing happens where there is none of the name.
        """
        self._marks.store.rename_search(name, new)

    def look(self, name: str) -> None:
        """Note that the reader looks at what a saved search finds, if there is one of the name.

        Raises QueryError if that can't be read, LibraryError if it can't be kept.
        """
        saved = {one.name: one.query for one in self._marks.store.saved()}
        if name in saved:
            found = self._found(resolve_marks(parse(saved[name]), self._marks.sets).root)
            self._marks.store.look(name, every_id(found))

    def _count(self, saved: SavedSearch) -> SavedCount:
        sets = self._marks.sets()
        try:
            root = resolve_marks(parse(saved.query), lambda: sets).root
        except QueryError:
            return SavedCount(*saved, 0, 0, 0)
        seen = self._marks.store.looked(saved.name)
        total, unread, new = (
            self._found(one).total.count
            for one in (root, _without(root, sets.read), _without(root, seen))
        )
        return SavedCount(*saved, total, unread, new)

    def _found(self, root: Node) -> Found:
        return self._engine.read(lambda snapshot: snapshot.search(root), aside=True)


def _without(root: Node, articles: frozenset[ArticleId]) -> Node:
    return And(_HERE, (root, Not(_HERE, Among(_HERE, articles))))
