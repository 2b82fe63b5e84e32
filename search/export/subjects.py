"""What can be taken out: named by ids and queries, so that it can be asked for from anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from search.export.export_formats import FORMATS, REFERENCE_FORMATS

if TYPE_CHECKING:
    from search.article import ArticleId
    from search.engine import Sort
    from search.export.export_formats import ExportFormat


class FoundArticles(NamedTuple):
    """What a query finds, in an order (that of `Desk.search` when None); at most `limit` articles, all when None."""

    query: str
    sort: Sort | None = None
    limit: int | None = None


class NamedArticles(NamedTuple):
    """Some articles."""

    articles: tuple[ArticleId, ...]


class StoryOf(NamedTuple):
    """The story of an article, with all its versions."""

    article: ArticleId


class StoriesOf(NamedTuple):
    """The stories of what a query finds, told in a row each, at most `limit`; as `FoundArticles`."""

    query: str
    sort: Sort | None = None
    limit: int | None = None


class ClaimsOf(NamedTuple):
    """What the versions of an article's story claim, and which outlets tell it."""

    article: ArticleId


class UsesOf(NamedTuple):
    """Every use of a word, in some sources or in all when None; None among them is the unknown one."""

    word: str
    sources: tuple[str | None, ...] | None = None


class ArticlePair(NamedTuple):
    """The comparison of two articles."""

    left: ArticleId
    right: ArticleId


class SourcePair(NamedTuple):
    """Two sources set against each other; None means articles of unknown source.

    `within` the stories both tell, with what one puts in place of what the other says.
    """

    left: str | None
    right: str | None
    within: bool = False


class ReaderNotes(NamedTuple):
    """The reader's notes: on the articles a query finds, on some articles, or all there are.

    With `words`, those of them that hold these; see `search.marks.note_test`.
    """

    query: str | None = None
    articles: tuple[ArticleId, ...] | None = None
    words: str = ""


Subject: TypeAlias = (
    FoundArticles
    | NamedArticles
    | StoryOf
    | StoriesOf
    | ClaimsOf
    | UsesOf
    | ArticlePair
    | SourcePair
    | ReaderNotes
)

_NO_WORKS = (StoriesOf, ClaimsOf, UsesOf, SourcePair)
"""Subjects that are no works that could be referred to."""


def formats_for(subject: Subject) -> tuple[ExportFormat, ...]:
    """Give the formats of a subject; what is no work has no references."""
    without = REFERENCE_FORMATS if isinstance(subject, _NO_WORKS) else frozenset()
    return tuple(form for form in FORMATS if form not in without)
