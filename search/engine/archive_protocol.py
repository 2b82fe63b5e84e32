"""The protocol of an archive: an engine elsewhere, to which a library can be pushed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from search.engine.protocol import Engine
from search.engine.writer_protocol import Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from search.article import Article
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


class ArchiveWriter(Writer, Protocol):
    """Changes to an archive."""

    @property
    def rejected(self) -> Sequence[Rejected]:
        """What was noted or committed and isn't taken; the rest is."""

    def put_changed(self, article: Article, kept: KeptTerms | None, digest: str | None) -> bool:
        """Add an article as `put` does unless `digest` is its own; tell whether it was added.

        What another engine keeps of it is spared.
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
