"""Writing articles into a generation of an index."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from whoosh.index import LockError

from search.errors import IndexLockedError
from search.index.engine.place import create_index, open_index
from search.index.engine.writer import ArrayWriter
from search.index.schema import document, schema
from search.index.store import guarded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from search.article import Article, ArticleId


class Writer:
    """A batch of changes, made in memory and on the side until `checkpoint` or `commit`.

    Every method raises IndexFailedError when the system refuses to write, DamagedError when the
    index is broken.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        with guarded(folder):
            self._new = not any(folder.glob("*.toc"))
            index = create_index(folder, schema()) if self._new else open_index(folder)
            try:
                self._writer: ArrayWriter | None = ArrayWriter(index)
            except LockError:
                raise IndexLockedError(folder, "another program is writing this index") from None

    @property
    def _open(self) -> ArrayWriter:
        if self._writer is None:
            raise ValueError("this writer is closed")
        return self._writer

    def put(self, article: Article, vector: Sequence[object]) -> None:
        """Add an article with its term vector, in place of the one with its id."""
        with guarded(self._folder):
            self._open.update_document(**document(article, vector))

    def remove(self, article: ArticleId) -> None:
        """Remove an article; nothing happens if it isn't there."""
        with guarded(self._folder):
            self._open.remove("id", article)

    def checkpoint(self) -> None:
        """Make the changes so far visible and safe, and go on."""
        with guarded(self._folder):
            self._open.checkpoint()

    def commit(self) -> None:
        """Make the changes visible to readers opened from now on; the writer is closed."""
        with guarded(self._folder):
            self._open.commit()
            self._writer = None

    def close(self) -> None:
        """Drop what isn't committed."""
        if self._writer is not None:
            with suppress(Exception):  # a full disk fails here too, and nothing is lost by it
                self._writer.cancel()


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
