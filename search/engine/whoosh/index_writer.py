"""Writing articles into a generation of an index."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from whoosh.index import LockError

from search.engine.task_output import transform
from search.engine.whoosh.codec.array_index import create_index, open_index
from search.engine.whoosh.schema import document, schema
from search.engine.whoosh.store import guarded
from search.engine.whoosh.writing.array_writer import MEMORY, ArrayWriter
from search.errors import IndexLockedError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
    from pathlib import Path

    from search.article import Article, ArticleId
    from search.stories import Profile
    from search.text import KeyedSentence

    Prepared: TypeAlias = tuple[Article, Profile, Sequence[KeyedSentence]]

T = TypeVar("T")
R = TypeVar("R")


class IndexWriter:
    """A batch of changes, made in memory and on the side until `checkpoint` or `commit`.

    Every method raises IndexFailedError when the system refuses to write, DamagedError when the
    index is broken.
    """

    def __init__(
        self, folder: Path, *, memory: int, workers: int, cancelled: Callable[[], bool]
    ) -> None:
        self._folder = folder
        self._mark = ""
        with guarded(folder):
            self._new = not any(folder.glob("*.toc"))
            index = create_index(folder, schema()) if self._new else open_index(folder, schema())
            try:
                self._writer: ArrayWriter | None = ArrayWriter(
                    index, memory=memory, workers=workers, cancelled=cancelled
                )
            except LockError:
                raise IndexLockedError(folder, "another program is writing this index") from None

    @property
    def mark(self) -> str:
        """The name of the last commit."""
        return self._mark if self._writer is None else self._writer.mark

    def noted(self, mark: str) -> None:
        """Take the mark that the list of files beside the index has from now on."""
        if self._writer is not None:
            self._writer.noted = mark

    @property
    def _open(self) -> ArrayWriter:
        if self._writer is None:
            raise ValueError("this writer is closed")
        return self._writer

    def put(
        self, article: Article, profile_terms: Profile, sentences: Sequence[KeyedSentence] = ()
    ) -> None:
        """Add an article, in place of the one with its id.

        `profile_terms` are its characteristic stems and their weights, heaviest first; 80 are kept.
        `sentences` are those of its story.
        """
        with guarded(self._folder):
            self._open.update_document(**document(article, profile_terms, sentences))

    def work(
        self, tasks: Iterable[T], prepare: Callable[[T], Generator[Prepared, None, R]]
    ) -> Iterator[R]:
        """Add the articles made of each task, each in place of the one with its id.

        `prepare` yields articles, stems and sentences as `put` takes them, and returns something to
        tell, which is yielded as each is done. See `ArrayWriter.work` for what both must be like.
        """
        with guarded(self._folder):
            yield from self._open.work(tasks, partial(_fields, prepare))

    def remove(self, article: ArticleId) -> None:
        """Remove an article; nothing happens if it isn't there."""
        with guarded(self._folder):
            self._open.remove("id", article)

    def checkpoint(self) -> list[Any]:
        """Make the changes so far visible and safe, and go on; see `ArrayWriter.checkpoint`."""
        with guarded(self._folder):
            return self._open.checkpoint()

    def commit(self, *, whole: bool = False) -> None:
        """Make the changes visible to readers opened from now on; the writer is closed.

        With `whole` all segments are merged as far as they may grow.
        """
        with guarded(self._folder):
            self._open.commit(optimize=whole)
            self._mark = self._open.mark
            self._writer = None

    def close(self) -> None:
        """Drop what isn't committed."""
        if self._writer is not None:
            with suppress(Exception):  # a full disk fails here too, and nothing is lost by it
                self._writer.cancel()


def _fields(
    prepare: Callable[[T], Generator[Prepared, None, R]], task: T
) -> Generator[dict[str, object], None, R]:
    return (yield from transform(prepare(task), lambda made: document(*made)))


def _never() -> bool:
    return False


@contextmanager
def open_writer(
    generation: Path,
    *,
    memory: int = MEMORY,
    workers: int = 0,
    cancelled: Callable[[], bool] = _never,
) -> Iterator[IndexWriter]:
    """Open a generation for writing, creating its index if it has none.

    What isn't committed when the block ends is dropped. The caller holds the store's lock.

    Args:
        generation: its folder.
        memory: bytes that writing may take at its peak, by all processes.
        workers: how many other processes share the work.
        cancelled: asked now and then; CancelledError is raised once it says so.
    """
    writer = IndexWriter(generation / "whoosh", memory=memory, workers=workers, cancelled=cancelled)
    try:
        yield writer
    finally:
        writer.close()
