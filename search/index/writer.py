"""Writing articles into a generation of an index."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from whoosh.index import create_in, exists_in, open_dir

from search.index.schema import document, schema
from search.index.store import failed, seal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from search.article import Article, ArticleId

_MEGABYTES = 256


class Writer:
    """One batch of changes, made in memory and on the side until `commit`."""

    def __init__(self, writer: Any, *, new: bool) -> None:
        self._writer = writer
        self._new = new
        self.done = False

    def put(self, article: Article, vector: Sequence[object]) -> None:
        """Add an article with its term vector, in place of the one with its id."""
        if not self._new:
            self.remove(article.id)
        self._writer.add_document(**document(article, vector))

    def remove(self, article: ArticleId) -> None:
        """Remove an article; nothing happens if it isn't there."""
        self._writer.delete_by_term("id", article)

    def commit(self) -> None:
        """Make the changes visible to searchers opened from now on."""
        self._writer.commit()
        self.done = True


@contextmanager
def write(generation: Path) -> Iterator[Writer]:
    """Open a generation for writing, creating its index if it has none.

    What isn't committed when the block ends is dropped. The caller holds the store's lock.
    Raises IndexFailedError when the system refuses to write.
    """
    folder = generation / "whoosh"
    try:
        place = str(folder)
        new = not exists_in(place)
        index = create_in(place, schema()) if new else open_dir(place)
        try:
            writer = Writer(index.writer(limitmb=_MEGABYTES), new=new)
            try:
                yield writer
            finally:
                if not writer.done:
                    writer._writer.cancel()  # noqa: SLF001 - its own maker
        finally:
            index.close()
        if writer.done:
            seal(generation)
    except OSError as error:
        raise failed(folder, error) from None
