"""The concordance screen: every use of a word, one line each, with counts beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container, Horizontal
from textual.widgets import Static

from search import GROUPS, ORDERS, QueryError, UsesOf, cite, concordance_query
from tui.commands import bindings
from tui.controls.roomy_label import RoomyLabel
from tui.routes import ArticleRoute, ConcordanceRoute, Lighting
from tui.screens.command_screen import CommandScreen
from tui.screens.concordance import text
from tui.screens.concordance.use_collector import UseCollector
from tui.session.latest import Latest
from tui.session.requests import ExportOffer
from tui.terminal import handoff
from tui.widgets.key_line import KeyLine
from tui.widgets.status_line import StatusLine, StatusText
from tui.widgets.use_counts import UseCounts
from tui.widgets.use_list import UseList
from tui.widgets.word_line import WordLine

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from search import Article, Concordance, SearchError, Use
    from tui.commands import Home, Need
    from tui.render.use_lines import Listing
    from tui.screens.concordance.use_collector import Collected
    from tui.session.surroundings import Surroundings

BESIDE_FROM = 100
"""Cells of the window; if it is narrower, the counts are shown on request, below the lines."""


class ConcordanceScreen(CommandScreen):
    """Lists the uses of a word in a library; without a word, the user is asked for one."""

    CSS_PATH = "concordance.tcss"
    HOME: ClassVar[Home] = "concordance"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("concordance")]
    AUTO_FOCUS = "#uses"

    def __init__(self, route: ConcordanceRoute, surroundings: Surroundings) -> None:
        super().__init__(lambda: surroundings.desk)
        self._word = route.word
        self._sources = route.sources
        self._concordance: Concordance | None = None
        self._fault: SearchError | None = None
        self._aside = ""
        self._counts_wanted: bool | None = None
        desk = surroundings.desk
        self._citation = surroundings.citation
        self._collector = UseCollector(
            self, desk, self._show_progress, self._show_uses, self._fail, route.sources
        )
        self._copies: Latest[Use, Article] = Latest(
            self,
            lambda use: desk.read(use.head.id),
            self._copy,
            lambda _, error: self.warn([f"Can't be copied: {error}"]),
        )

    def compose(self) -> ComposeResult:
        """Head, status line, uses with counts, footer."""
        with Horizontal(id="head"):
            yield Static("every use of", id="brand", markup=False)
            yield WordLine(id="word")
            yield RoomyLabel("", id="figures", markup=False)
        yield StatusLine(id="said")
        with Container(id="body"):
            yield UseList(id="uses")
            tallies = UseCounts(id="tallies")
            tallies.border_title = text.COUNT_TITLES[tallies.page]
            yield tallies
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Collect the uses of the word, or ask for one."""
        self._arrange(self.app.size.width)
        self.query_one(WordLine).set_text(self._word)
        if self._word:
            self._ask(self._word)
        else:
            self.query_one(UseList).show_note(text.EMPTY)
            self.set_focus(self.query_one(WordLine))

    def on_unmount(self) -> None:
        """Stop collecting."""
        self._collector.forget()

    @property
    def homes(self) -> tuple[Home, ...]:
        """Where the user is, from the innermost place outwards, for help."""
        if self.focused is self.query_one(WordLine):
            return ("word", "concordance", "app")
        return ("concordance", "pane", "app")

    @property
    def route(self) -> ConcordanceRoute:
        """The word whose uses are shown."""
        return ConcordanceRoute(self._word, self._sources)

    def has(self, need: Need) -> bool:
        """Tell whether what a command needs is present: a use."""
        del need
        return self.query_one(UseList).use is not None

    @property
    def offers(self) -> list[ExportOffer]:
        """What can be taken out: every use, with counts and what is told of all."""
        subject = UsesOf(self._word, self._sources)
        return [ExportOffer("every use of this word", subject, f"uses {self._word}")]

    def next_entry(self, step: int) -> ArticleRoute | None:
        """Move on in the list while a use is read; give the route of the then current one."""
        uses = self.query_one(UseList)
        uses.go(uses.index + step)
        return self._use_route()

    def on_resize(self, event: events.Resize) -> None:
        """Choose where the counts are shown."""
        self._arrange(event.size.width)

    def on_word_line_typed(self) -> None:
        """Clear the fault of the previous word."""
        self._fault = None
        self._update_status()

    def on_word_line_asked(self, event: WordLine.Asked) -> None:
        """Collect the uses of another word, or go back to those of the same."""
        word = event.text.strip()
        try:
            concordance_query(word)
        except QueryError as error:
            self._fail(error)
            return
        if word != self._word or self._concordance is None:
            self._ask(word)
        self.set_focus(self.query_one(UseList))

    def on_use_list_opened(self) -> None:
        """Read the use that was double-clicked."""
        self.action_open_use()

    def action_open_use(self) -> None:
        """Read the current use in its article."""
        if (route := self._use_route()) is not None:
            self.go(route)

    def action_search(self) -> None:
        """Focus the word, with its text selected."""
        line = self.query_one(WordLine)
        self.set_focus(line)
        line.action_select_all()

    def action_sort(self) -> None:
        """Switch to the next order: by words after, by words before, newest, oldest."""
        collector = self._collector
        order = ORDERS[(ORDERS.index(collector.order) + 1) % len(ORDERS)]
        collector.arrange(order, collector.group)

    def action_group(self) -> None:
        """Group uses by source, or not."""
        collector = self._collector
        group = GROUPS[(GROUPS.index(collector.group) + 1) % len(GROUPS)]
        collector.arrange(collector.order, group)

    def action_counts(self) -> None:
        """Show or hide the counts."""
        self._counts_wanted = not self.has_class("-counts")
        self._arrange(self.size.width)

    def action_count_page(self) -> None:
        """Show the counts, or the next page of what is told of all uses."""
        tallies = self.query_one(UseCounts)
        if self.has_class("-counts"):
            tallies.next_page()
            tallies.border_title = text.COUNT_TITLES[tallies.page]
        else:
            self.action_counts()

    def action_copy_passage(self) -> None:
        """Copy the current use as a citation."""
        if (use := self.query_one(UseList).use) is not None:
            self._copies.ask(use)

    def action_back(self) -> None:
        """Leave the word line, else hide counts that lie over the uses, else close the screen."""
        line = self.query_one(WordLine)
        if self.focused is line and self._word:
            line.set_text(self._word)
            self._fault = None
            self._update_status()
            self.set_focus(self.query_one(UseList))
        elif self.has_class("-counts") and not self.has_class("-beside"):
            self.action_counts()
        else:
            self.dismiss(None)

    def _ask(self, word: str) -> None:
        self._word, self._concordance, self._fault, self._aside = word, None, None, ""
        self._collector.ask(word)
        self.query_one(UseList).show_note(text.READING)
        self.query_one(UseCounts).show(None)
        self.query_one("#figures", Static).update("")
        self._update_status()

    def _show_progress(self, collected: Collected) -> None:
        concordance = self._concordance = collected.concordance
        self._aside = text.progress(collected)
        self.query_one("#figures", Static).update(text.figures(concordance))
        self.query_one(UseCounts).show(concordance)
        self._update_status()

    def _show_uses(self, collected: Collected, listing: Listing) -> None:
        uses, order = self.query_one(UseList), self._collector.order
        if collected.concordance.uses:
            order_text = text.order(order, self._collector.group)
            uses.show(listing, order_text, dated=order in {"newest", "oldest"})
        else:
            whole = collected.done >= collected.total
            uses.show_note(text.nothing(collected.concordance) if whole else text.READING)
        self.refresh_bindings()

    def _fail(self, error: SearchError) -> None:
        """Show a fault; the uses of the previous word stay."""
        self._fault = error
        if self._concordance is None:
            self.query_one(UseList).show_note(text.EMPTY)
        self.set_focus(self.query_one(WordLine))
        self._update_status()
        self.refresh_bindings()

    def _update_status(self) -> None:
        """Show how the word was read, or what is wrong with it and where."""
        line, fault = self.query_one(WordLine), self._fault
        read = text.read_as(self._concordance, self._sources) if self._concordance else ""
        status = StatusText("read", read, 0, self._aside)
        if fault is not None:
            place = getattr(fault, "position", 0)
            status = StatusText(
                "fault", getattr(fault, "reason", str(fault)), line.screen_column(place)
            )
        self.query_one(StatusLine).show(status)

    def _use_route(self) -> ArticleRoute | None:
        use = self.query_one(UseList).use
        if use is None or self._concordance is None:
            return None
        return ArticleRoute(
            use.head.id,
            Lighting(concordance_query(self._concordance.word).text),
            (use.block, use.start),
        )

    def _copy(self, use: Use, article: Article) -> None:
        line = text.quotation(use, article)
        if handoff.copy(self.app, cite(article, line, self._citation)):
            self.inform("Copied the line with its citation.")

    def _arrange(self, width: int) -> None:
        """Show the counts beside the uses if there is room, else below on request."""
        beside = width >= BESIDE_FROM
        self.set_class(beside, "-beside")
        self.set_class(beside if self._counts_wanted is None else self._counts_wanted, "-counts")
