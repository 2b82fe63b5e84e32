"""The protocol of what writes to a search engine; see `search.engine.protocol`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from search.engine.cancellation import never_cancelled

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator

    from search.article import Article, ArticleId
    from search.library import FilesUpdate, KnownFiles

T = TypeVar("T")
R = TypeVar("R")


class Writer(Protocol):
    """Changes to an engine, made on the side until they are saved. Not safe to use from threads.

    Attributes:
        known: the files that the engine's articles were read from, as noted last.
        fresh: whether it writes a new index, which knows no files.
        rebuilt: why that is made anew (`damaged`, `outdated`, `asked for`); None for want of one.
        gradual: whether what is saved may be found at once; else only when all is committed.
    """

    known: KnownFiles
    fresh: bool
    rebuilt: str | None
    gradual: bool

    def put(self, article: Article) -> None:
        """Add an article, in place of the one with its id."""

    def put_each(
        self,
        tasks: Iterable[T],
        make: Callable[[T], Generator[Article, None, R]],
        count: int,
        cancelled: Callable[[], bool] = never_cancelled,
    ) -> Iterator[R]:
        """Add the articles made of each task, each in place of the one with its id.

        Yields what was told of each task as it is done, perhaps not in their order; meanwhile
        anything but `commit` may be done. Raises CancelledError once `cancelled` says so.

        Args:
            tasks: anything that can be pickled; no two may make the same article.
            make: yields the articles of a task, if it makes any, and returns something to tell.
                A function of a module, or a `partial` of one, for other processes may be to do
                it.
            count: how many articles they make about, from which it is known whether others
                should help.
            cancelled: asked now and then.
        """

    def remove(self, articles: Iterable[ArticleId]) -> None:
        """Remove articles; nothing happens for one that isn't there."""

    def save(self) -> list[Any]:
        """Make the changes so far safe and, in a `gradual` writer, visible once `note` is called.

        Gives what was told of tasks that were done meanwhile, which `put_each` yields no more.
        """

    def commit(self) -> None:
        """Make all changes safe; nothing more can be put or removed."""

    def note(self, update: FilesUpdate) -> None:
        """Note of which files the engine now holds the articles.

        Called after `save` or `commit`, so that a crash between the two only makes some files be
        read again. What is noted already isn't written.
        """
