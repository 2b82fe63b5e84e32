"""Searching, and loading rows of the answers, in threads."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.session import lit_article
from tui.session.latest import Latest
from tui.session.requests import Aside, ResultPage, ToRead

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.dom import DOMNode

    from search import Answer, Hit, Query, SearchError
    from tui.render.article_page import Reading
    from tui.session.requests import Question, RowRange
    from tui.session.session import Session


class SearchWorker:
    """Answers the latest search, and the latest request for rows.

    Args:
        node: the screen or widget that owns the work; the work ends with it.
        session: the library.
        found: takes a question and the first page of its answer.
        faulty: takes a question and why there is no answer.
        filled: takes a request for rows and the rows, by index.
        failed: takes a request for rows and why there are none.
        aside: takes an answer and what was counted besides.
    """

    def __init__(
        self,
        node: DOMNode,
        session: Session,
        found: Callable[[Question, ResultPage], None],
        faulty: Callable[[Question, SearchError], None],
        filled: Callable[[RowRange, dict[int, Hit]], None],
        failed: Callable[[RowRange, SearchError], None],
        aside: Callable[[Answer, Aside], None],
    ) -> None:
        self._session = session
        self.searches: Latest[Question, ResultPage] = Latest(node, self.answer, found, faulty)
        self.rows: Latest[RowRange, dict[int, Hit]] = Latest(
            node, self._rows, filled, failed, late=True
        )

        # By itself, so that no answer waits for it.
        self.aside: Latest[Answer, Aside] = Latest(node, _aside, aside, lambda *_: None)

    def answer(self, question: Question) -> ResultPage:
        """Search, and read the rows in view and the current article, to show them together."""

        def overtaken() -> bool:
            return self.searches.overtaken(question)

        desk = self._session.desk
        answer = desk.search(
            question.text, question.sort, typing=question.typing, cancelled=overtaken
        )
        self._session.post_notices()  # the search may have repaired the index
        if question.typing and not answer.total:
            # Nothing begins with the last word, so it may be misspelt instead of unfinished.
            finished = desk.search(question.text, question.sort, cancelled=overtaken)
            answer = replace(answer, suggestion=finished.suggestion)
        index = min(question.index, max(0, answer.total - 1))
        if question.kept is not None:
            index = answer.found.places([question.kept]).get(question.kept, index)
        # The current row may be anywhere in the window, so rows on both sides of it may be in view.
        view = range(max(0, index + 1 - question.rows), min(answer.total, index + question.rows))
        rows = desk.rows(answer, view, cancelled=overtaken)
        return ResultPage(answer, index, rows, self._first(question, answer.query, rows.get(index)))

    def _first(self, question: Question, query: Query, row: Hit | None) -> Reading | None:
        from search import SearchError  # noqa: PLC0415 - loaded with the desk, after the first frame

        if self.searches.overtaken(question) or row is None:
            return None
        try:
            return lit_article.read(self._session.desk, ToRead(row.head.id, query))
        except SearchError:
            return None  # reading it by itself reports why

    def _rows(self, span: RowRange) -> dict[int, Hit]:
        return self._session.desk.rows(
            span.answer, span.places, cancelled=lambda: self.rows.overtaken(span)
        )


def _aside(answer: Answer) -> Aside:
    found = answer.found
    wider = found.counts("source", own_filters=False), found.counts("month", own_filters=False)
    return Aside(*wider, found.folded())
