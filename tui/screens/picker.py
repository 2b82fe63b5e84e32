"""Choosing the article to compare with."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input

from search import ArticleId, Excerpt, Hit, QueryError, SearchError
from tui.commands import bindings
from tui.render import safe
from tui.screens.latest import Latest
from tui.widgets.articles import ArticleList

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from search import Answer, Article, Desk, Rival
    from tui.commands import Home

_RIVALS = 30
"""So many counterparts come first, the best on top."""

_FIRST_ROWS = 20


@dataclass(frozen=True, slots=True, eq=False)
class Offer:
    """What can be picked: counterparts first, then the rest of an answer.

    Attributes:
        text: what was typed.
        article: that to be compared; None when it can't be read.
        rivals: as rows, best first.
        others: every other article found.
        rows: the first of `others`, by their places there.
    """

    text: str
    article: Article | None
    rivals: tuple[Hit, ...]
    others: Answer
    rows: Mapping[int, Hit]


class PickerScreen(ModalScreen[ArticleId | None]):
    """Lists the counterparts of an article, then all others; typing searches among both.

    Gives the article picked, None when the user goes back.
    """

    CSS_PATH = "picker.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("picker")]
    AUTO_FOCUS = "Input"

    def __init__(self, desk: Desk, article: ArticleId) -> None:
        super().__init__()
        self._desk = desk
        self._article = article
        self._rivals: list[Rival] | None = None
        self._offer: Offer | None = None
        self._offers = Latest(self, self._find, self._take, self._fail)

    def compose(self) -> ComposeResult:
        """Lay a line to type in over the list."""
        with Vertical(id="picker") as box:
            box.border_title = "Compare with…"
            box.border_subtitle = "enter compares · esc goes back"
            yield Input(placeholder="type to search among them", compact=True)
            yield ArticleList()

    def on_mount(self) -> None:
        """List all; keys go to the line of text, so the list takes no focus."""
        self._list.can_focus = False
        self._offers.ask("")

    @property
    def homes(self) -> tuple[Home, ...]:
        """Where the user is, for help."""
        return ("picker", "app")

    @property
    def _list(self) -> ArticleList:
        return self.query_one(ArticleList)

    def _find(self, text: str) -> Offer:
        if self._rivals is None:
            self._rivals = self._desk.rivals(self._article, _RIVALS)
        answer = self._desk.search(text, "relevance" if text.strip() else "newest", typing=True)
        found = dict(zip(answer.ids, answer.scores, strict=True))
        found.pop(self._article, None)
        rivals = tuple(
            _row(rival) for rival in self._rivals if found.pop(rival.id, None) is not None
        )
        others = replace(answer, total=len(found), ids=tuple(found), scores=tuple(found.values()))
        return Offer(
            text,
            self._desk.read(self._article),
            rivals,
            others,
            self._rows(others, 0, _FIRST_ROWS),
        )

    def _rows(self, others: Answer, start: int, stop: int) -> dict[int, Hit]:
        places = {others.ids[i]: i for i in range(start, min(stop, others.total))}
        hits = self._desk.hits(others, start, stop)
        return {places[hit.id]: hit for hit in hits if hit.id in places}

    def _take(self, text: str, offer: Offer) -> None:
        del text
        self._offer = offer
        box = self.query_one("#picker")
        if offer.article is not None:
            box.border_title = Content(f"Compare “{safe(offer.article.label)}” with…")
        ahead = len(offer.rivals)
        rows = {
            **dict(enumerate(offer.rivals)),
            **{place + ahead: hit for place, hit in offer.rows.items()},
        }
        total = ahead + offer.others.total
        if total:
            self._list.show(offer, total, rows)
        else:
            self._list.say("No other article has these words.")
        near = f"{ahead} near, " if ahead else ""
        box.border_subtitle = f"{near}{offer.others.total} others · enter compares · esc goes back"

    def _fail(self, text: str, error: SearchError) -> None:
        del text
        if isinstance(error, QueryError):
            self.query_one("#picker").border_subtitle = Content(safe(str(error)))
        else:
            self._list.say(str(error))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search among all."""
        self._offers.ask(event.value)

    def on_article_list_wanted(self, event: ArticleList.Wanted) -> None:
        """Bring further rows."""
        offer = event.answer
        if not isinstance(offer, Offer):
            return
        ahead = len(offer.rivals)
        start, stop = max(0, event.span.start - ahead), event.span.stop - ahead
        self.run_worker(self._bring(offer, start, stop))

    async def _bring(self, offer: Offer, start: int, stop: int) -> None:
        with suppress(SearchError):  # what can't be read now stays an empty row
            rows = await asyncio.to_thread(self._rows, offer.others, start, stop)
            ahead = len(offer.rivals)
            self._list.fill(offer, {place + ahead: hit for place, hit in rows.items()})

    def on_article_list_opened(self) -> None:
        """Take what was clicked twice."""
        self.action_pick()

    def on_input_submitted(self) -> None:
        """Take the current row."""
        self.action_pick()

    def action_pick(self) -> None:
        """Take the current row."""
        if self._list.hit is not None:
            self.dismiss(self._list.hit.id)

    def action_down(self) -> None:
        """Go one row down."""
        self._list.action_down()

    def action_up(self) -> None:
        """Go one row up."""
        self._list.action_up()

    def action_page_down(self) -> None:
        """Go one page down."""
        self._list.action_page_down()

    def action_page_up(self) -> None:
        """Go one page up."""
        self._list.action_page_up()

    def action_back(self) -> None:
        """Take none."""
        self.dismiss(None)


def _row(rival: Rival) -> Hit:
    """Show a counterpart as a row: how near it is and why stand in the place of an excerpt."""
    near = f"{round(rival.score * 100)} % close"
    story = ["same story"] if rival.same_story else []
    label = rival.title or rival.path.rpartition("/")[2]
    return Hit(
        rival.id,
        rival.path,
        label,
        rival.title,
        rival.source,
        rival.published,
        rival.score,
        0,
        (),
        Excerpt(" · ".join([*story, near, *rival.why]), ()),
    )
