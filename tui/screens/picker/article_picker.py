"""Choosing an article, for example to compare with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input

from search import ArticleId, QueryError
from tui.controls.text_line import TextLine
from tui.render import safe
from tui.screens.picker.offer import Offer, offer_of
from tui.screens.picker.picker import Picker
from tui.session.latest import Latest
from tui.widgets.article_list import ArticleList
from tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from search import Counterpart, Desk, Hit, SearchError

_COUNTERPARTS = 30
"""How many counterparts are listed first."""


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """A request: the text typed, how many rows are in view, and the article to stay on, if any."""

    text: str
    rows: int
    kept: ArticleId | None


@dataclass(frozen=True, slots=True, eq=False)
class _Span:
    """A request for further rows of an offer."""

    offer: Offer
    places: range


class ArticlePicker(Picker[ArticleId]):
    """Lists the counterparts of an article, then all others; typing searches in both.

    Its result is the article picked; None if the user goes back.
    """

    CSS_PATH = "article_picker.tcss"
    HEADING: ClassVar[str] = "Compare “{}” with…"
    TAKES: ClassVar[str] = "compares"

    def __init__(self, desk: Desk, article: ArticleId) -> None:
        super().__init__()
        self._desk = desk
        self._article = article
        self._counterparts: list[Counterpart] | None = None
        self._offers = Latest(self, self._find, self._take, self._fail)
        self._ranking = Latest(self, self._rank, self._take_counterparts, self._fail)
        self._further = Latest(self, self._rows_of, self._fill, _leave_empty, late=True)

    def compose(self) -> ComposeResult:
        """An input above the list."""
        with Vertical(id="picker") as box:
            box.border_title = self.HEADING.format("…")
            box.border_subtitle = f"enter {self.TAKES} · esc goes back"
            yield TextLine("type to search among them")
            yield ArticleList()
        yield KeyLine()

    def on_mount(self) -> None:
        """List all articles; the list can't be focused, as keys go to the input."""
        self.rows.can_focus = False
        self._ask()
        self._ranking.ask(self._article)

    @property
    def rows(self) -> ArticleList:
        """The list."""
        return self.query_one(ArticleList)

    def _ask(self, kept: ArticleId | None = None) -> None:
        self._offers.ask(_Asked(self.query_one(Input).value, self.rows.window, kept))

    def _rank(self, article: ArticleId) -> list[Counterpart]:
        return self._desk.counterparts(article, _COUNTERPARTS)

    def _take_counterparts(self, article: ArticleId, counterparts: list[Counterpart]) -> None:
        del article
        self._counterparts = counterparts
        self._ask(self.rows.hit.head.id if self.rows.hit is not None and self.rows.index else None)

    def _find(self, request: _Asked) -> Offer:
        answer = self._desk.search(
            request.text, typing=True, cancelled=lambda: self._offers.overtaken(request)
        )
        article = self._desk.read(self._article)
        offer = offer_of(article, self._counterparts or (), answer, request.kept)
        first = range(max(0, offer.index + 1 - request.rows), offer.index + request.rows)
        return replace(
            offer, rows=self._rows(offer, first, lambda: self._offers.overtaken(request))
        )

    def _rows_of(self, span: _Span) -> dict[int, Hit]:
        return self._rows(span.offer, span.places, lambda: self._further.overtaken(span))

    def _rows(self, offer: Offer, places: range, overtaken: Callable[[], bool]) -> dict[int, Hit]:
        rows = {i: offer.counterparts[i] for i in places if i < len(offer.counterparts)}
        wanted = {offer.place(i): i for i in places if len(offer.counterparts) <= i < offer.total}
        if wanted:
            span = range(min(wanted), max(wanted) + 1)
            found = self._desk.rows(offer.answer, span, cancelled=overtaken)
            rows |= {wanted[place]: hit for place, hit in found.items() if place in wanted}
        return rows

    def _take(self, request: _Asked, offer: Offer) -> None:
        del request
        box = self.query_one("#picker")
        box.border_title = Content(self.HEADING.format(safe(offer.article.label)))
        ahead = len(offer.counterparts)
        if offer.total:
            self.rows.show(offer, offer.total, offer.rows, offer.index)
        else:
            self.rows.show_note("No other article has these words.")
        note = f"{ahead} near, " if ahead else ""
        if self._counterparts is None:
            note = "looking for the nearest … "
        box.border_subtitle = (
            f"{note}{offer.total - ahead:,} others · enter {self.TAKES} · esc goes back"
        )

    def _fail(self, request: object, error: SearchError) -> None:
        del request
        if isinstance(error, QueryError):
            self.query_one("#picker").border_subtitle = Content(safe(str(error)))
        else:
            self.rows.show_note(str(error))

    def _fill(self, span: _Span, rows: dict[int, Hit]) -> None:
        self.rows.add_rows(span.offer, rows)

    def on_input_changed(self) -> None:
        """Search."""
        self._ask()

    def on_article_list_wanted(self, event: ArticleList.Wanted) -> None:
        """Load further rows."""
        if isinstance(event.answer, Offer):
            self._further.ask(_Span(event.answer, event.span))

    def on_article_list_opened(self) -> None:
        """Pick the article that was double-clicked."""
        self.action_pick()

    def action_pick(self) -> None:
        """Pick the current row."""
        if self.rows.hit is not None:
            self.dismiss(self.rows.hit.head.id)


class MergePicker(ArticlePicker):
    """Lists the articles that may have the same story, the closest first."""

    HEADING = "“{}” tells the same story as…"
    TAKES = "merges"


def _leave_empty(span: _Span, error: SearchError) -> None:
    """Leave rows empty that can't be read."""
    del span, error
