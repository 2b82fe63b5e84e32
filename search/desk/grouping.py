"""The stories of a library, kept up to date with its index."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from search.desk import storytelling
from search.desk.rulings import Ruling, resolve
from search.engine.whoosh import UNDATED, DamagedError, Reader, Ties
from search.errors import IndexFailedError, NoSuchArticleError
from search.stories import HANDFUL, group, name, sure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from search.article import ArticleId
    from search.desk.rulings import Rulings
    from search.desk.storytelling import Lend, Quiet
    from search.engine.whoosh import Facts, Store
    from search.stories import Story, Version

T = TypeVar("T")

_FILE = "stories.arrays"


def _never() -> bool:
    return False


class Grouping:
    """The stories of one library.

    Safe to call from several threads. Everything but `gather` and what calls it answers from
    what was gathered last, in memory or on disk, and is quick.
    """

    def __init__(self, store: Store, rulings: Rulings, lend: Lend, quiet: Quiet) -> None:
        """Know an index.

        Args:
            store: where it lies.
            rulings: what the reader said.
            lend: does a task with the index's reader.
            quiet: reads an article, None if it can't be.
        """
        self._store = store
        self._rulings = rulings
        self._lend = lend
        self._quiet = quiet
        self._lock = Lock()
        self._kept: tuple[Path, Ties] | None = None

    def gather(self, cancelled: Callable[[], bool] = _never) -> bool:
        """Bring the stories up to date with the index; tell whether that was finished.

        Only new and changed articles are compared, with all others, and only stories that hang
        together with these are made anew. Cost: some tenths of a millisecond for each article
        the first time, then a look at all that articles dwell on. Searches go on meanwhile.

        Args:
            cancelled: asked now and then; once it says so, nothing has changed.
        """
        with self._lock:
            return self._gather(cancelled, ())

    def _gather(self, cancelled: Callable[[], bool], said: Iterable[ArticleId]) -> bool:
        generation = self._store.generation()
        if generation is None or self._store.state() != "ready":
            return True
        kept = self._ties(generation)
        task = partial(self._bring, kept, cancelled, tuple(said))
        try:
            ties = self._read(generation, task, again=True)
        except InterruptedError:
            return False
        if ties is not kept:
            with suppress(OSError):  # it can be worked out again
                ties.save(generation / _FILE)
        self._kept = generation, ties
        return True

    def _bring(
        self,
        kept: Ties | None,
        cancelled: Callable[[], bool],
        said: tuple[ArticleId, ...],
        reader: Reader,
    ) -> Ties:
        """Compare what is new, and make anew the stories that hang together with it."""
        ties, touched = reader.ties(kept, cancelled)
        places = ties.around(touched, said)
        part = ties.part(places)
        if kept and not part.ids and len(ties.ids) == len(kept.ids):
            return kept
        at = {id_: place for place, id_ in enumerate(part.ids)}
        together, apart = (
            sorted((at[a], at[b]) for a, b in pairs if a in at and b in at)
            for pairs in resolve(self._rulings.all())
        )
        few = len(ties.ids) < HANDFUL
        groups = group(
            len(part.ids),
            sure(part.ties, part.days, UNDATED) if few else part.ties,
            part.days,
            together,
            apart,
            lambda place: reader.names(part.ids[place]),
        )
        return ties.labelled(places, name(groups, part.ids, part.stories))

    def _read(self, generation: Path, task: Callable[[Reader], T], *, again: bool) -> T:
        """Do a task with a reader of one's own, so that no search waits for it.

        Another program may have put the index in order meanwhile, so it is tried twice.
        """
        try:
            reader = Reader(generation)
            try:
                return task(reader)
            finally:
                reader.close()
        except (DamagedError, FileNotFoundError) as error:
            if again:
                return self._read(self._store.generation() or generation, task, again=False)
            self._store.condemn()
            reason = f"it is damaged and will be built anew: {error}"
            raise IndexFailedError(self._store.folder, reason) from None

    def _ties(self, generation: Path) -> Ties | None:
        """Give what was gathered of a generation, None if nothing that can be trusted was."""
        kept = self._kept
        if kept and kept[0] == generation:
            return kept[1]
        with suppress(DamagedError, OSError):
            self._kept = generation, Ties.load(generation / _FILE)
            return self._kept[1]
        return None

    def _known(self) -> Ties | None:
        generation = self._store.generation()
        return self._ties(generation) if generation else None

    def stories(self, cancelled: Callable[[], bool] = _never) -> list[Story]:
        """Gather, then give every story; see `Desk.stories`."""
        self.gather(cancelled)
        ties, generation = self._known(), self._store.generation()
        if ties is None or generation is None:
            return []
        told = ties.stories()
        return self._read(
            generation, lambda reader: storytelling.every(reader, told, self._quiet), again=True
        )

    def story(self, article: ArticleId) -> Story | None:
        """Give the story of an article; None if it wasn't there when stories were gathered."""
        ties = self._known()
        told = ties.story(article) if ties else None
        if ties is None or told is None:
            return None
        members = ties.members(told)
        none: list[Story] = []
        found = self._lend(
            lambda reader: storytelling.every(reader, dict.fromkeys(members, told), self._quiet),
            none,
        )
        return found[0] if found else None

    def timeline(self, article: ArticleId) -> list[Version]:
        """Give every version of an article's story, in order of time; none if it has no story.

        Cost: reading the file of each.
        """
        story = self.story(article)
        if story is None:
            return []
        none: list[Facts | None] = []
        facts = self._lend(lambda reader: [reader.facts(one) for one in story.articles], none)
        return storytelling.versions([one for one in facts if one], self._quiet)

    def versions(self, articles: Iterable[ArticleId]) -> dict[ArticleId, int]:
        """Count for each article the other sources that tell its story, unknown ones each once.

        Articles whose story isn't known are left out. Cost: a tenth of a millisecond each.
        """
        ties = self._known()
        if ties is None:
            return {}
        told = {one: story for one in articles if (story := ties.story(one))}
        members = {story: ties.members(story) for story in set(told.values())}
        none: dict[ArticleId, int] = {}
        return self._lend(
            lambda reader: {
                one: storytelling.others(reader, one, members[story]) for one, story in told.items()
            },
            none,
        )

    def shared(
        self, left: str | None, right: str | None, cancelled: Callable[[], bool] = _never
    ) -> int:
        """Gather, then count the stories both of two sources tell; None means unknown source.

        Cancelled meanwhile, those of the last time are counted. Raises IndexFailedError.
        """
        self.gather(cancelled)
        ties = self._known()
        if ties is None:
            return 0
        return self._lend(lambda reader: reader.shared(ties, left, right), 0)

    def split(self, article: ArticleId) -> None:
        """Take an article out of its story, for good; raise NoSuchArticleError, LibraryError."""
        mates = tuple(one for one in self._mates(article) if one != article)
        self._rule(Ruling("apart", (article,), mates))

    def merge(self, one: ArticleId, other: ArticleId) -> None:
        """Make the stories of two articles one, for good; raise NoSuchArticleError, LibraryError."""
        self._rule(Ruling("together", self._mates(one), self._mates(other)))

    def undo(self) -> bool:
        """Take back the last split or merge; tell whether there was one. Raises LibraryError."""
        with self._lock:
            rulings = self._rulings.all()
            if not rulings:
                return False
            self._rulings.keep(rulings[:-1])
            self._gather(_never, (*rulings[-1].one, *rulings[-1].other))
            return True

    def _rule(self, ruling: Ruling) -> None:
        with self._lock:
            self._rulings.keep([*self._rulings.all(), ruling])
            self._gather(_never, (*ruling.one, *ruling.other))

    def _mates(self, article: ArticleId) -> tuple[ArticleId, ...]:
        self.gather()
        ties = self._known()
        story = ties.story(article) if ties else None
        if ties is None or story is None:
            raise NoSuchArticleError(article, "no article of this library has this id")
        return tuple(ties.members(story))
