"""What screens request from a session, and the first page of an answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from textual.geometry import Region

    from search import Answer, Article, ArticleId, Counts, Hit, Query, Sort, Subject
    from tui.render.article_page import Reading
    from tui.render.passages.stretch import Stretch


class ScreenPicture(NamedTuple):
    """The screen as it looks, which only the app can draw."""


class PictureRequest(NamedTuple):
    """A picture of the screen is to be written to this file."""

    file: str


class ExportOffer(NamedTuple):
    """Something that can be taken out of a screen.

    Attributes:
        label: what it is, for a person: `this article`.
        subject: what it is.
        name: what a file with it is called after.
    """

    label: str
    subject: Subject | ScreenPicture
    name: str


class MeetingRequest(NamedTuple):
    """Request for what meets a passage of an article.

    Attributes:
        article: which one.
        at, quote: where the passage stands in it, and its text.
        region: where the article is on screen.
    """

    article: ArticleId
    at: Stretch
    quote: str
    region: Region


class PipeRequest(NamedTuple):
    """A command line that is given an article's text, as plain text or as Markdown."""

    command: str
    markdown: bool


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """A search.

    Attributes:
        text, sort: the query and the order, None for that of `Desk.search`.
        typing: whether the last word may be unfinished.
        rows: how many rows are in view.
        kept: the article whose row stays the current one, if the answer has it.
        index: else this row does, or the last one.
        goes: whether it does so wherever the user is by then: it was asked for.
    """

    text: str
    sort: Sort | None
    typing: bool
    rows: int
    kept: ArticleId | None = None
    index: int = 0
    goes: bool = False


class Aside(NamedTuple):
    """What is counted besides an answer, once it is shown.

    Attributes:
        sources, months: its counts, each without the filters of just that kind.
        folded: how many more articles have its words in folded text only.
    """

    sources: Counts
    months: Counts
    folded: int


@dataclass(frozen=True, slots=True, eq=False)
class ResultPage:
    """The part of an answer that is shown first.

    Attributes:
        answer: the answer.
        index: the current row.
        rows: the rows in view, by index.
        reading: the article of the current row; None if it has not been read.
    """

    answer: Answer
    index: int
    rows: dict[int, Hit]
    reading: Reading | None = None

    def moved_to(self, article: ArticleId | None) -> ResultPage | None:
        """Give the page with an article's row as the current one; None if it has no such row."""
        index = next((at for at, row in self.rows.items() if row.head.id == article), None)
        if index is None:
            return None
        return replace(self, index=index, reading=self.reading if index == self.index else None)


@dataclass(frozen=True, slots=True, eq=False)
class RowRange:
    """Request for further rows of an answer."""

    answer: Answer
    places: range


@dataclass(frozen=True, slots=True, eq=False)
class ToRead:
    """Request for an article, and the query to highlight in it, if any."""

    article: ArticleId
    query: Query | None


@dataclass(frozen=True, slots=True, eq=False)
class ToFind:
    """Request to find something in an article, in the query language."""

    article: Article
    text: str
