"""What the reader did with the articles of one library, kept in the database of marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from search.errors import LibraryError
from search.marks import marked_articles, story_rulings
from search.marks.change_journal import Change
from search.marks.mark_values import MarkChange, SavedSearch
from search.marks.marked_articles import packed, unpacked
from search.marks.marks_access import MarksAccess, now
from search.marks.marks_document import added_from, document_of
from search.marks.past_searches import LastLook, LastSession, PastSearches
from search.marks.reconcile_marks import place_marks
from search.user_folders import user_folder

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Collection, Mapping, Sequence
    from pathlib import Path

    from search.article import ArticleId
    from search.marks.article_keys import ArticleKeys
    from search.marks.document_fields import Document
    from search.marks.mark_values import Marks, Note
    from search.marks.marked_articles import ArticleRow, Glimpse
    from search.marks.reconcile_marks import Placement
    from search.marks.story_rulings import Override

T = TypeVar("T")


class LibraryMarks:
    """The marks of one library. Safe to use from threads, and while other processes change them.

    Reading never fails: what can't be read is told, and counts as unmarked. Whatever changes
    something is one transaction, on the disk once it returns, and raises LibraryError if it can't
    be done.

    Attributes:
        access: the database, for what else is kept in it of this library.
        searches: the searches made so far.
        session: where the reader was last.
        last_look: which articles there were when new ones were last told.
    """

    def __init__(
        self, library: str, tell: Callable[[str], object], folder: Path | None = None
    ) -> None:
        """Take the name of the library's cache folder; problems are told."""
        self.access = MarksAccess(library, tell, folder or user_folder("data"))
        self.searches = PastSearches(self.access)
        self.session = LastSession(self.access)
        self.last_look = LastLook(self.access)
        self._library = library
        self._took_rulings = False

    @property
    def kept(self) -> bool:
        """Whether anything was ever kept, in any library; asks the disk, and loads nothing."""
        return self.access.kept

    def version(self) -> tuple[int, ...]:
        """Give what changes whenever any process has changed a mark; quick, and raises nothing."""
        return self.access.version()

    def kept_of(self, articles: Collection[ArticleId]) -> set[ArticleId]:
        """Give those of some articles of which anything is kept, and that were read for that."""
        return self._read(
            lambda at: marked_articles.kept_articles(at, self._library, articles), set()
        )

    def of(self, articles: Collection[ArticleId]) -> dict[ArticleId, Marks]:
        """Give what is marked of some articles; unmarked ones may be left out."""
        return self._read(lambda at: marked_articles.marks_of(at, self._library, articles), {})

    def set_of(self, table: str) -> frozenset[ArticleId]:
        """Give the articles that are `read`, `starred`, or have a `note`."""
        return self._read(lambda at: marked_articles.set_of(at, self._library, table), frozenset())

    def tagged(self) -> dict[str, frozenset[ArticleId]]:
        """Give the articles of each of the reader's tags, in alphabetical order."""
        return self._read(lambda at: marked_articles.tagged(at, self._library), {})

    def notes(self, articles: Collection[ArticleId] | None = None) -> list[Note]:
        """Give the notes of some articles, or all when None, in the order in which they were made."""
        return self._read(lambda at: marked_articles.notes_of(at, self._library, articles), [])

    def saved(self) -> list[SavedSearch]:
        """Give the saved searches, by name."""

        def read(at: sqlite3.Connection) -> list[SavedSearch]:
            rows = at.execute(
                "SELECT name, query FROM saved WHERE library = ? ORDER BY name", (self._library,)
            )
            return [SavedSearch(*row) for row in rows]

        return self._read(read, [])

    def mark(
        self,
        articles: Mapping[ArticleId, ArticleKeys | None],
        change: MarkChange,
        *,
        undoable: bool = True,
    ) -> None:
        """Change marks of some articles, in one step.

        Each comes with its keys, or None if something is kept of it already. Without `undoable` it
        isn't among what is taken back.
        """

        def task(done: Change) -> None:
            numbers = marked_articles.known_numbers(done.connection, self._library, articles)
            made = now()
            for number in numbers.values():
                marked_articles.change_marks(done, number, change, made)

        self._change(change.said(len(articles)), task, undoable=undoable)

    def read_all(self, glimpsed: Mapping[ArticleId, Glimpse]) -> None:
        """Mark articles as read that weren't read for that, in one step; see `marked_articles.read_all`."""
        said = MarkChange(read=True).said(len(glimpsed))
        self._change(said, lambda done: marked_articles.read_all(done, glimpsed, now()))

    def edit_note(self, number: int, text: str) -> None:
        """Give a note another text; nothing happens where there is none of this number."""
        self._change("note", lambda done: marked_articles.edit_note(done, number, text, now()))

    def remove_note(self, number: int) -> None:
        """Remove a note; nothing happens where there is none of this number."""
        self._change("note", lambda done: done.drop("note", {"id": number}))

    def save_search(self, search: SavedSearch) -> None:
        """Save a search, in place of the one of its name."""
        self._change("saved search", lambda done: done.put("saved", self._saved_row(search)))

    def remove_search(self, name: str) -> None:
        """Remove a saved search; nothing happens where there is none of the name."""
        key = {"library": self._library, "name": name}
        self._change("saved search", lambda done: done.drop("saved", key))

    def rename_search(self, name: str, new: str) -> None:
        """Give a saved search another name, in place of one that has it; with what it found.

        Nothing happens where there is none of the name.
        """
        found = {one.name: one for one in self.saved()}.get(name)
        if found is None or name == new:
            return
        key = {"library": self._library, "name": name}

        def task(done: Change) -> None:
            done.drop("saved", key)
            done.put("saved", self._saved_row(found._replace(name=new)))

        self._change("saved search", task)
        self.look(new, self.looked(name))

    def looked(self, name: str) -> frozenset[ArticleId]:
        """Give the articles that a saved search found when it was last looked at."""

        def read(at: sqlite3.Connection) -> frozenset[ArticleId]:
            row = at.execute(
                "SELECT articles FROM looked WHERE library = ? AND name = ?", (self._library, name)
            ).fetchone()
            return unpacked(row[0]) if row else frozenset()

        return self._read(read, frozenset())

    def look(self, name: str, articles: Collection[ArticleId]) -> None:
        """Note what a saved search finds as it is looked at, which can't be taken back."""
        row = (self._library, name, packed(articles))

        self.access.write(
            lambda at: at.execute("INSERT OR REPLACE INTO looked VALUES (?, ?, ?)", row)
        )

    def undo(self) -> str | None:
        """Take back the last change made through this object; give what it was, None without one."""
        return self.access.undo()

    def rulings(self) -> list[Override]:
        """Give what the reader said of stories, oldest first.

        What earlier versions kept in a file of its own is taken over first, once.
        """
        file = self.access.folder / "stories" / f"{self._library}.json"
        if not (self.kept or file.exists()):
            return []
        if not self._took_rulings and (file.exists() or file.is_symlink()):
            try:
                self._change("story", lambda _: None)
            except LibraryError as error:
                self.access.tell(str(error))
        return self._read(lambda at: story_rulings.rulings(at, self._library), [])

    def add_ruling(self, override: Override) -> None:
        """Add what the reader says of a story."""
        self._change("story", lambda done: story_rulings.add_ruling(done, override, now()))

    def take_back_ruling(self) -> Override | None:
        """Take back what was last said of a story, in any session; give it, None if there was none."""

        def task(at: sqlite3.Connection) -> Override | None:
            last = story_rulings.last_ruling(at, self._library)
            if last is None:
                return None
            number, override = last
            at.execute("DELETE FROM ruling WHERE id = ?", (number,))
            at.execute(
                "DELETE FROM journal WHERE id = (SELECT max(id) FROM journal"
                " WHERE library = ? AND what = 'story')",
                (self._library,),
            )
            return override

        return self.access.write(task)

    def rows(self) -> list[ArticleRow]:
        """Give the articles that have marks, as they were last known."""
        return self._read(lambda at: marked_articles.article_rows(at, self._library), [])

    def reconciled(self) -> str | None:
        """Give the version of the index of which the marks were last found; None without marks."""

        def read(at: sqlite3.Connection) -> str | None:
            row = at.execute(
                "SELECT reconciled FROM library WHERE name = ?", (self._library,)
            ).fetchone()
            return str(row[0]) if row else None

        return self._read(read, None)

    def place(self, placements: Sequence[Placement], version: str) -> None:
        """Have marks where they belong now, by a version of the index; see `reconcile_marks`."""

        def task(at: sqlite3.Connection) -> None:
            place_marks(at, self._library, placements)
            at.execute("UPDATE library SET reconciled = ? WHERE name = ?", (version, self._library))

        self.access.write(task)

    def document(self) -> Document:
        """Give everything that is kept of this library, as one JSON document."""
        return self._read(
            lambda at: document_of(at, self._library), document_of(None, self._library)
        )

    def add_document(self, document: object) -> bool:
        """Add what a document has and isn't kept yet; tell whether anything was.

        Raises ValueError for what is no such document; nothing has changed then.
        """
        return self._change("import", lambda done: added_from(done, document, now()))

    def close(self) -> None:
        """Let go of the file."""
        self.access.close()

    def _saved_row(self, search: SavedSearch) -> dict[str, str | int]:
        return {
            "library": self._library,
            "name": search.name,
            "query": search.query,
            "made": now(),
        }

    def _read(self, task: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        return self.access.read(task, otherwise)

    def _change(self, what: str, task: Callable[[Change], None], *, undoable: bool = True) -> bool:
        """Do a change that can be taken back; tell whether it changed anything."""

        def noted(done: Change) -> None:
            self._take_over_rulings(done.connection)
            task(done)

        return self.access.change(what, noted, undoable=undoable)

    def _take_over_rulings(self, at: sqlite3.Connection) -> None:
        """Take over what earlier versions kept of stories; their file stays as it is."""
        if self._took_rulings:
            return
        (took,) = at.execute(
            "SELECT took_rulings FROM library WHERE name = ?", (self._library,)
        ).fetchone()
        if not took:
            file = self.access.folder / "stories" / f"{self._library}.json"
            older = Change(at, self._library)
            for override in story_rulings.rulings_of_file(file, self.access.tell):
                story_rulings.add_ruling(older, override, now())
            at.execute("UPDATE library SET took_rulings = 1 WHERE name = ?", (self._library,))
        self._took_rulings = True
