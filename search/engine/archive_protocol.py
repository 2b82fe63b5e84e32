"""The protocol of an archive: an engine elsewhere, to which a library can be pushed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol, TypeAlias, TypeVar

from search.engine.protocol import Engine
from search.engine.writer_protocol import Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from search.article import Article, Head
    from search.stories import KeptTerms

T = TypeVar("T")


class Rejected(NamedTuple):
    """An article that an archive doesn't take.

    Attributes:
        id: its id.
        document: the text of it that was sent, JSON.
        reason: why, as the archive says it.
    """

    id: str
    document: str
    reason: str


PutOutcome: TypeAlias = Literal["put", "same", "unread"]
"""What became of an article: it was added, the archive has it, or it can't be read."""


class ArticleToPut(NamedTuple):
    """An article that an archive is to have as a library has it.

    Attributes:
        head: its head there.
        article: the article, if it is at hand; else None.
        kept: what the library's index keeps of it, if anything.
        digest: of what the archive has of it; None if it has nothing.
    """

    head: Head
    article: Article | None
    kept: KeptTerms | None
    digest: str | None


class ArchiveWriter(Writer, Protocol):
    """Changes to an archive."""

    @property
    def rejected(self) -> Sequence[Rejected]:
        """What was noted or committed and isn't taken; the rest is."""

    def put_changed(
        self,
        articles: Iterable[ArticleToPut],
        read: Callable[[Head], Article | None],
        count: int,
    ) -> Iterator[tuple[ArticleToPut, PutOutcome]]:
        """Add those articles that the archive hasn't got or has otherwise, as `put` does.

        From some hundred articles on, another process reads them and makes of them what is sent.
        Whatever becomes of it, all articles are seen to.

        Args:
            articles: asked for a few hundred before they are added.
            read: gives an article that isn't at hand, None if it can't be read. It can be pickled.
            count: how many they are, about.

        Yields:
            Each article, once it is added or isn't to be, in their order.
        """

    def stamps(self) -> Iterator[tuple[str, str]]:
        """Yield id and digest of every article that was sent, ascending by id.

        Those too that nobody finds yet, as whoever sent them was killed. Cost: a question for each
        thousand.
        """


class Archive(Engine, Protocol):
    """An engine elsewhere."""

    def write_archive(self, task: Callable[[ArchiveWriter], T]) -> T:
        """Do a task with the right to write, as `write` does."""
