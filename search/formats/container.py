"""What every format reads of a file: its articles, one or many, each where it lies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

from search.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from search.article import Article, ArticleId


class Source(Protocol):
    """The bytes of a file, or of a file within another, read where they are wanted."""

    @property
    def size(self) -> int:
        """How many there are."""

    def read(self, start: int, stop: int) -> bytes:
        """Give the bytes from one place up to another, fewer at the end; raise ArticleError."""


@dataclass(frozen=True, slots=True)
class BytesSource:
    """Bytes at hand."""

    data: bytes

    @property
    def size(self) -> int:
        """How many there are."""
        return len(self.data)

    def read(self, start: int, stop: int) -> bytes:
        """Give the bytes from one place up to another."""
        return self.data[start:stop]


class Span(NamedTuple):
    """Bytes of a container that are read together.

    They are a record, or several that can't be told apart without reading them.

    Attributes:
        start, stop: where they lie in the container.
        records: how many articles they are; none where what lies there is no article.
    """

    start: int
    stop: int
    records: int = 1


class Draft(Protocol):
    """An article as a file has it, not yet understood."""

    @property
    def own(self) -> str:
        """An identifier or an address of its own; empty where it has none.

        It names the article within its file, whatever stands before it.
        """

    def article(self, path: str, article: ArticleId) -> Article:
        """Understand it; raise ArticleError, which names `path`, if it is none that can be read."""


class Container(Protocol):
    """A file taken apart into articles, which are numbered from 1 in the order of the file."""

    def spans(self) -> Iterator[Span]:
        """Walk through the file; raise ArticleError where it can't go on.

        Finds only where records lie, as cheaply as can be. Cost: linear in the file's size.
        """

    def drafts(self, start: int, stop: int) -> Sequence[Draft]:
        """Give the articles of one span, as many as it was said to have; raise ArticleError.

        One that is broken is an `Unreadable` among them. Cost: linear in the span's bytes, and in
        nothing else of the file but a head line.
        """


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A record of which only is known why it can't be read."""

    reason: str
    own: str = ""

    def article(self, path: str, article: ArticleId) -> Article:
        """Raise ArticleError."""
        del article
        raise ArticleError(path, self.reason)


@dataclass(frozen=True, slots=True)
class WholeContainer:
    """A file that has to be read whole for any article in it.

    Attributes:
        size: its bytes.
        every: its articles.
        addresses: how many addresses it has beside them, whose texts could be fetched.
    """

    size: int
    every: Sequence[Draft]
    addresses: int = 0

    def spans(self) -> Iterator[Span]:
        """Give the one span there is."""
        yield Span(0, self.size, len(self.every))

    def drafts(self, start: int, stop: int) -> Sequence[Draft]:
        """Give all articles, whatever span is asked for."""
        del start, stop
        return self.every


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A file whose bytes were unpacked, or decoded, before it was taken apart.

    Attributes:
        source: what came of that; its container's spans lie there.
        inner: that container.
    """

    source: Source
    inner: Container

    def spans(self) -> Iterator[Span]:
        """See `Container`."""
        return self.inner.spans()

    def drafts(self, start: int, stop: int) -> Sequence[Draft]:
        """See `Container`."""
        return self.inner.drafts(start, stop)


class LeftOut(NamedTuple):
    """What a container has besides its articles.

    Attributes:
        addresses: how many addresses, whose texts could be fetched.
        passed: how many files within it were passed over, by suffix, reason, and the command that
            would make them readable (empty if none would).
    """

    addresses: int
    passed: Mapping[tuple[str, str, str], int]


def left_out(container: Container) -> LeftOut:
    """Say what a container has besides its articles, as far as it was walked through."""
    if isinstance(container, Unpacked):
        return left_out(container.inner)
    said = getattr(container, "left_out", None)
    if isinstance(said, LeftOut):
        return said
    return LeftOut(getattr(container, "addresses", 0), {})


class PassedOverError(Exception):
    """A file holds no articles, as far as can be told, and that is nothing wrong with it.

    Attributes:
        why: in a phrase: `no columns with a title and a text`.
        needs: the command that would make it readable; empty if none would.
        addresses: how many addresses it has, which could be fetched.
    """

    def __init__(self, why: str, needs: str = "", addresses: int = 0) -> None:
        super().__init__(why, needs, addresses)
        self.why = why
        self.needs = needs
        self.addresses = addresses

    @property
    def reason(self) -> str:
        """Why, and what to do."""
        return f"{self.why}: {self.needs}" if self.needs else self.why
