"""What the reader did with the articles of a library: marking them, and finding marks again."""

from __future__ import annotations

from contextlib import suppress
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from search.desk.all_rows import every_id
from search.desk.glimpses import glimpses
from search.desk.marks_query import MarkSets
from search.errors import LibraryError, NoSuchArticleError, SearchError
from search.marks import NO_MARKS, WHOLE_ARTICLE, MarkChange
from search.marks.article_keys import keys_of
from search.marks.chosen_pairs import ChosenPairs
from search.marks.judged_links import JudgedLinks
from search.marks.passages import PlacedNote, find_each, find_quote, passage_at
from search.marks.reading_places import ReadingPlaces
from search.marks.reconcile_marks import Reconciliation
from search.query import Among, Everything, Not, Phrase, Term
from search.text import Span, tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from search.article import Article, ArticleId, Head
    from search.desk.article_texts import ArticleTexts
    from search.engine import Engine, Found
    from search.marks import Marks, Note, Passage
    from search.marks.article_keys import ArticleKeys
    from search.marks.document_fields import Document
    from search.marks.library_marks import LibraryMarks
    from search.marks.other_readers import SavedItem
    from search.marks.passages import PassagePlace

_HERE = Span(0, 0)
_TURNED_OVER = 2
"""From so many articles told of to one that is there on, those that have gone are forgotten."""
_MOST_TITLED = 50
"""Articles of one title that are looked at for one that was moved."""


class ItemsAdded(NamedTuple):
    """What came of another program's items: whether any was new, how many are here and aren't."""

    changed: bool
    found: int
    missing: int


class ReaderMarks:
    """The marks of the articles of one library. Safe to call from several threads.

    Attributes:
        store: where they are kept.
        places: where the reader was in each article.
        links: what the reader said of links between two articles.
        pairs: which articles the reader laid side by side.
    """

    def __init__(self, store: LibraryMarks, engine: Engine, texts: ArticleTexts) -> None:
        """Take where they are kept, and where articles are found and read."""
        self.store = store
        self.places = ReadingPlaces(store.access, self._known)
        self.links = JudgedLinks(store.access, self._known)
        self.pairs = ChosenPairs(store.access, self._known)
        self._engine = engine
        self._texts = texts
        self._by_hand: set[ArticleId] = set()
        self._lock = Lock()
        self._sets: tuple[tuple[int, ...], MarkSets] | None = None

    def of(self, articles: Sequence[ArticleId]) -> list[Marks]:
        """Give what is marked of each article."""
        found = self.store.of(articles)
        return [found.get(article, NO_MARKS) for article in articles]

    def mark(self, articles: Sequence[ArticleId], change: MarkChange) -> None:
        """Change marks of some articles in one step, which can be taken back.

        Raises NoSuchArticleError for one that isn't in the library, ArticleError for one that can't
        be read, LibraryError if it can't be kept; nothing has changed then. Cost: reading those that
        weren't marked before.
        """
        self.store.mark(self._known(articles), change)
        if change.read is not None:
            self._by_hand.update(articles)

    def read_all(
        self,
        found: Found,
        progress: Callable[[int, int], object] = lambda *_: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> int:
        """Mark all that was found as read, in one step that can be taken back; tell how many weren't.

        `progress`, `cancelled`: see `glimpses`. Raises LibraryError, CancelledError; nothing has changed
        then. Cost: no article is read.
        """
        unread = sorted(every_id(found) - self.sets().read)
        self.store.read_all(glimpsed := glimpses(self._engine, unread, progress, cancelled))
        return len(glimpsed)

    def arrived(self) -> frozenset[ArticleId]:
        """Give the articles that weren't there when this was last asked, in this session or another.

        None the first time. Raises LibraryError if it can't be kept. Cost: reading and looking up
        those that were there, some tenths of a second for 100,000.
        """
        seen = self.store.last_look.load()
        known = seen or frozenset()
        root = Not(_HERE, Among(_HERE, known))
        count, found = self._engine.read(lambda at: (len(at), at.search(root)), aside=True)
        arrived = every_id(found)
        if arrived or seen is None:
            if len(known) > _TURNED_OVER * count:  # most of them have gone
                every = self._engine.read(lambda at: at.search(Everything(_HERE)), aside=True)
                known = every_id(every)
            self.store.last_look.keep(known | arrived)
        return arrived if seen is not None else frozenset()

    def was_read(self, article: ArticleId) -> bool:
        """Mark an article as read as it was read, which isn't taken back; tell whether it wasn't yet.

        What `mark` said of it in this session stands. Raises as `mark` does.
        """
        if article in self._by_hand or self.of([article])[0].read:
            return False
        self.store.mark(self._known([article]), MarkChange(read=True), undoable=False)
        return True

    def _known(self, articles: Collection[ArticleId]) -> dict[ArticleId, ArticleKeys | None]:
        """Give the keys of articles that nothing is kept of yet, None for others; raises as `mark`."""
        asked = list(dict.fromkeys(articles))
        heads = self._heads(asked)
        for article, head in zip(asked, heads, strict=True):
            if head is None:
                reason = "marks are kept of articles in the library only"
                raise NoSuchArticleError(self._name(article), reason)
        kept = self.store.kept_of(asked)
        return {
            article: None if article in kept else keys_of(self._texts.read([article])[0])
            for article in asked
        }

    def passage(self, article: ArticleId, quote: str) -> Passage | None:
        """Find what to note by what it says: its first place in an article; None if there is none."""
        read = self._texts.read([article])[0]
        place = find_quote(read, " ".join(quote.split()))
        return passage_at(read, place) if place else None

    def notes(self, articles: Collection[ArticleId] | None = None) -> list[PlacedNote]:
        """Give the notes of some articles, or all when None, in the order in which they were made.

        Cost: reading each article that has notes on passages.
        """
        return self.placed(self.store.notes(articles))

    def noted(self) -> list[tuple[Note, Head | None]]:
        """Give every note with the head of its article, in the order in which they were made.

        The head is None where the article isn't in the library any more. Cost: reading no article.
        """
        notes = self.store.notes()
        articles = list({note.article: None for note in notes if note.article})
        found = self._heads(articles)
        heads = dict(zip(articles, found, strict=True))
        return [(note, heads[note.article] if note.article else None) for note in notes]

    def notes_on(self, article: Article) -> list[PlacedNote]:
        """Give the notes of an article that is read, in the order in which they were made."""
        notes = self.store.notes([article.id])
        return [PlacedNote(note, find_each(article, note.passage)) for note in notes]

    def placed(self, notes: Iterable[Note]) -> list[PlacedNote]:
        """Find where the passages of notes stand now. Cost: reading each article once."""
        read: dict[ArticleId, Article | None] = {}
        found = []
        for note in notes:
            places: tuple[PassagePlace, ...] = ()
            if note.article is not None and note.passage != WHOLE_ARTICLE:
                if note.article not in read:
                    read[note.article] = self._read(note.article)
                article = read[note.article]
                places = find_each(article, note.passage) if article else ()
            found.append(PlacedNote(note, places))
        return found

    def sets(self) -> MarkSets:
        """Give all marks as queries ask for them; read again once any process has changed one."""
        version = self.store.version()
        with self._lock:
            if self._sets is None or self._sets[0] != version:
                self._sets = version, self._load()
            return self._sets[1]

    def _load(self) -> MarkSets:
        store = self.store
        notes = [(note.article, note.text) for note in store.notes() if note.article]
        return MarkSets(
            read=store.set_of("read"),
            starred=store.set_of("starred"),
            noted=frozenset(article for article, _ in notes),
            tags=store.tagged(),
            notes=notes,
            saved={search.name: search.query for search in store.saved()},
        )

    def after_sync(
        self,
        begun: str,
        fresh: Collection[ArticleId],
        every: Callable[[], Iterable[ArticleId]],
    ) -> str | None:
        """Have marks where their articles are now; give what to tell if that can't be kept.

        Args:
            begun: the version of the index before.
            fresh: the articles that were put into the index by this sync.
            every: gives all there are; asked for where an earlier sync ended before this was done.
        """
        before = self.store.reconciled()
        version = self._engine.version()
        if before is None or before == version:
            return None
        try:
            self._place(version, lambda: fresh if before == begun else every())
        except LibraryError as error:
            return str(error)
        return None

    def document(self, every: Callable[[], Iterable[ArticleId]]) -> Document:
        """Give everything that is kept as one JSON document; reads articles that never were."""
        if any(row.article and row.keys.glimpsed for row in self.store.rows()):
            with suppress(LibraryError):  # paths and titles still say which they are
                self._place(self._engine.version(), every, glimpsed=True)
        return self.store.document()

    def add_document(self, document: object, every: Callable[[], Iterable[ArticleId]]) -> bool:
        """Add the marks of a document, and find their articles; tell whether anything was added.

        Raises ValueError for what is no such document, LibraryError if it can't be kept.
        """
        added = self.store.add_document(document)
        if added:
            self._place(self._engine.version(), every)
        return added

    def add_items(
        self, items: Iterable[SavedItem], every: Callable[[], Iterable[ArticleId]]
    ) -> ItemsAdded:
        """Mark what other programs' items say of articles that are here by their addresses.

        One step, which can be taken back. Articles that can't be read are passed over. Raises
        LibraryError if it can't be kept. Cost: reading every article.
        """
        from search.marks.other_readers import items_document  # noqa: PLC0415 - for who moves here

        articles = (read for one in every() if (read := self._read(one)) is not None)
        document, found, missing = items_document(items, articles)
        return ItemsAdded(self.add_document(document, every), found, missing)

    def _place(
        self, version: str, fresh: Callable[[], Iterable[ArticleId]], *, glimpsed: bool = False
    ) -> None:
        looked = Reconciliation(self._engine.known_files(), self._read, self._titled)
        self.store.place(looked.run(self.store.rows(), fresh, glimpsed=glimpsed), version)

    def _titled(self, title: str) -> list[ArticleId]:
        """Find the articles of a title, of very many only some."""
        forms = tuple(token.form for token in tokenize(title))
        if not forms:
            return []
        root = Phrase(_HERE, forms, stemmed=False, field="title")
        sought = root if len(forms) > 1 else Term(_HERE, forms[0], stemmed=False, field="title")
        found = self._engine.read(lambda snapshot: snapshot.search(sought, "newest"))
        return [row.head.id for row in found.rows(0, _MOST_TITLED) if row]

    def _read(self, article: ArticleId) -> Article | None:
        try:
            return self._texts.read([article])[0]
        except SearchError:
            return None

    def _heads(self, articles: Sequence[ArticleId]) -> Sequence[Head | None]:
        return self._engine.read(lambda snapshot: snapshot.heads(articles))

    def _name(self, article: ArticleId) -> str:
        try:
            return self._texts.path(article)
        except NoSuchArticleError:
            return article
