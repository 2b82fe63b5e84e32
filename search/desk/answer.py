"""What a search answers, and its rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from search.marks import NO_MARKS
from search.query import seeks_words

if TYPE_CHECKING:
    from search.article import Head
    from search.engine import Counts, Found, Sort
    from search.highlight import Excerpt
    from search.marks import Marks
    from search.query import Node, Query
    from search.text import Span


@dataclass(frozen=True, slots=True)
class Missing:
    """A condition of a query that found nothing.

    Attributes:
        text: how it was written.
        finds: whether it finds any article by itself; so does all that only leaves articles out.
        without: how many articles are found without it; None where nothing else was asked.
    """

    text: str
    finds: bool
    without: int | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search found, without its rows; `Desk.rows` reads those as they are shown.

    Attributes:
        query: what was asked, with the tree it was read as; what the reader marked stands there as
            sets of articles.
        sort: the order of the rows.
        read_as: how the query was understood, in words.
        total: how many articles were found.
        exact: whether there are just so many; else at least.
        found: the articles, best first; of equals, in an order that stays. That of a `FirstPage`
            may know only the first.
        sources: how many of them each source has, most first; None for unknown.
        months: `YYYY-MM` likewise, oldest first, undated articles under None, last.
        suggestion: another spelling that finds more, or None.
        took_ms: how long the search took, in milliseconds.
        missing: if nothing was found, the conditions of the query, six at most; else none.
    """

    query: Query
    sort: Sort
    read_as: str
    total: int
    exact: bool
    found: Found
    sources: Counts
    months: Counts
    suggestion: str | None
    took_ms: float
    missing: tuple[Missing, ...] = ()

    @property
    def own_sort(self) -> Sort:
        """The order it has where none is asked for."""
        return own_sort(self.query.root)


def own_sort(root: Node) -> Sort:
    """Give the order of what a query finds: what fits best first or, without words, what is newest."""
    return "relevance" if seeks_words(root) else "newest"


@dataclass(frozen=True, slots=True)
class Hit:
    """One row of an answer.

    `matches` counts the lit places in title and story; `title_spans` speak of the title.
    """

    head: Head
    score: float
    matches: int
    title_spans: tuple[Span, ...]
    excerpt: Excerpt
    marks: Marks = NO_MARKS
