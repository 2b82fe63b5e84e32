"""Writing articles into a generation of an index."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from whoosh.index import create_in, exists_in, open_dir

from search.index.schema import document, schema
from search.index.store import guarded, seal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from search.article import Article, ArticleId

_MEGABYTES = 256


class Writer:
    """One batch of changes, made in memory and on the side until `commit`.

    Every method raises IndexFailedError when the system refuses to write, DamagedError when the
    index is broken.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        place = str(folder)
        with guarded(folder):
            self._new = not exists_in(place)
            self._index = create_in(place, schema()) if self._new else open_dir(place)
            self._writer: Any = self._index.writer(limitmb=_MEGABYTES)

    def put(self, article: Article, vector: Sequence[object]) -> None:
        """Add an article with its term vector, in place of the one with its id."""
        with guarded(self._folder):
            if not self._new:
                self._writer.delete_by_term("id", article.id)
            self._writer.add_document(**document(article, vector))

    def remove(self, article: ArticleId) -> None:
        """Remove an article; nothing happens if it isn't there."""
        with guarded(self._folder):
            self._writer.delete_by_term("id", article)

    def commit(self) -> None:
        """Make the changes visible to readers opened from now on, and seal the generation."""
        with guarded(self._folder):
            self._writer.commit()
            self._writer = None
            seal(self._folder.parent)

    def close(self) -> None:
        """Drop what isn't committed."""
        if self._writer is not None:
            with suppress(Exception):  # a full disk fails here too, and nothing is lost by it
                self._writer.cancel()
        self._index.close()


@contextmanager
def write(generation: Path) -> Iterator[Writer]:
    """Open a generation for writing, creating its index if it has none.

    What isn't committed when the block ends is dropped. The caller holds the store's lock.
    """
    writer = Writer(generation / "whoosh")
    try:
        yield writer
    finally:
        writer.close()
