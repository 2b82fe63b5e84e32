"""The stories of an index, saved beside it and updated with it."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from search.engine.whoosh.index_reader import IndexReader
from search.engine.whoosh.segments.damage import DamagedError
from search.engine.whoosh.similarity.date_decay import UNDATED
from search.engine.whoosh.similarity.neighbours import Neighbours
from search.regular_file import set_aside
from search.stories import SMALL_LIBRARY, assign_ids, group, most_edges, surely_close

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    from search.article import ArticleId
    from search.engine.protocol import Pair
    from search.engine.whoosh.store import Store

_FILE = "stories.arrays"


class StoryGroups:
    """The stories of the generation in use. `group` may run in one thread at a time."""

    def __init__(self, store: Store, tell: Callable[[str], None]) -> None:
        self._store = store
        self._tell = tell
        self._kept: tuple[Path, Neighbours] | None = None

    def known(self) -> Neighbours | None:
        """Give what was grouped last, in memory or on disk; None if nothing can be trusted."""
        generation = self._store.generation()
        return self._of(generation) if generation else None

    def damaged(self) -> list[str]:
        """Name the file of stories if it can't be trusted; nothing is done about it."""
        generation = self._store.generation()
        if generation is None:
            return []
        try:
            Neighbours.load(generation / _FILE)
        except FileNotFoundError:
            return []
        except DamagedError:
            return [str(generation / _FILE)]
        return []

    def group(
        self,
        together: Collection[Pair],
        apart: Collection[Pair],
        changed: Collection[ArticleId],
        cancelled: Callable[[], bool],
    ) -> int:
        """Bring the stories up to date with the index; see `protocol.Engine.group_stories`.

        Only new and changed articles are compared, with all others, and only stories that hang
        together with these are made anew. Cost: some tenths of a millisecond for each article
        the first time, then a look at all profiles.
        """
        generation = self._store.generation()
        if generation is None or self._store.state() != "ready":
            return 0
        kept = self._of(generation)
        task = partial(_regroup, kept, cancelled, together, apart, changed)
        neighbours = self._read(generation, task, again=True)
        if neighbours is not kept:
            with suppress(OSError):  # it can be worked out again
                neighbours.save(generation / _FILE)
        self._kept = generation, neighbours
        return neighbours.left_out

    def _of(self, generation: Path) -> Neighbours | None:
        kept = self._kept
        if kept and kept[0] == generation:
            return kept[1]
        try:
            self._kept = generation, Neighbours.load(generation / _FILE)
        except FileNotFoundError:
            return None
        except DamagedError:
            with suppress(OSError):
                set_aside(generation / _FILE)  # gone with the generation
            self._tell("what was kept of stories was damaged and is worked out anew")
            return None
        return self._kept[1]

    def _read(
        self, generation: Path, task: Callable[[IndexReader], Neighbours], *, again: bool
    ) -> Neighbours:
        """Do a task with a reader of one's own, so that no search waits for it.

        Another program may have put the index in order meanwhile, so it is tried twice.
        """
        try:
            reader = IndexReader(generation)
            try:
                return task(reader)
            finally:
                reader.close()
        except (DamagedError, FileNotFoundError) as error:
            if again:
                return self._read(self._store.generation() or generation, task, again=False)
            raise DamagedError(str(error)) from error


def _regroup(
    kept: Neighbours | None,
    cancelled: Callable[[], bool],
    together: Collection[Pair],
    apart: Collection[Pair],
    changed: Collection[ArticleId],
    reader: IndexReader,
) -> Neighbours:
    """Compare new articles, and regroup the stories connected with them."""
    neighbours, touched = reader.neighbours(kept, cancelled)
    places = neighbours.around(touched, changed)
    part = neighbours.part(places)
    if kept and not part.ids and len(neighbours.ids) == len(kept.ids):
        return kept
    at = {id_: place for place, id_ in enumerate(part.ids)}
    joined, parted = (
        sorted((at[a], at[b]) for a, b in pairs if a in at and b in at)
        for pairs in (together, apart)
    )
    few = len(neighbours.ids) < SMALL_LIBRARY
    edges = surely_close(part.edges, part.days, UNDATED) if few else part.edges
    groups = group(
        len(part.ids),
        edges,
        part.days,
        joined,
        parted,
        lambda place: reader.names(part.ids[place]),
        part.sizes,
    )
    left_out = max(0, len(edges) - most_edges(len(part.ids)))
    if len(part.ids) < len(neighbours.ids) and not left_out and kept:
        left_out = kept.left_out  # of stories that weren't made anew
    return neighbours.labelled(places, assign_ids(groups, part.ids, part.stories), left_out)
