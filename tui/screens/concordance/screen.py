"""The concordance screen: every use of a word, one line each, with counts beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container, Horizontal
from textual.screen import Screen
from textual.widgets import Static

from search import GROUPS, ORDERS, QueryError, wording
from tui.commands import bindings
from tui.controls.roomy_label import Roomy
from tui.render.citation import citation
from tui.screens.concordance import text
from tui.screens.concordance.use_collector import Gathering
from tui.screens.key_hints import hints
from tui.session.latest import Latest
from tui.terminal import handoff
from tui.widgets.key_line import KeyLine
from tui.widgets.status_line import Said, SaidLine
from tui.widgets.use_counts import Tallies
from tui.widgets.use_list import UseList
from tui.widgets.word_line import WordLine

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from search import Article, Concordance, Desk, SearchError, Use
    from tui.commands import Home
    from tui.render.use_lines import Listing
    from tui.screens.concordance.use_collector import Gathered

BESIDE_FROM = 100
"""Cells of the window; narrower shows the counts only when asked, below the lines."""

_NEEDS_USE = frozenset({"open_use", "sort", "group", "counts", "copy_passage"})


class ConcordanceScreen(Screen[None]):
    """Lists the uses of a word in a library.

    Args:
        desk: the library.
        word: in the query language; if it is empty, the user is asked for one.
        column: cells of a line of text where a use is read in its article.
        sources: those whose uses are wanted, None among them for the unknown, each together
            then; all when None.
    """

    CSS_PATH = "concordance.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("concordance")]
    AUTO_FOCUS = "#uses"

    def __init__(
        self,
        desk: Desk,
        word: str,
        column: int,
        sources: tuple[str | None, ...] | None = None,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._word = word
        self._column = column
        self._found: Concordance | None = None
        self._fault: SearchError | None = None
        self._aside = ""
        self._counts_wanted: bool | None = None
        self._sources = sources
        self._gathering = Gathering(self, desk, self._tell, self._show, self._fail, sources)
        self._copies: Latest[Use, Article] = Latest(
            self, lambda use: desk.read(use.id), self._copy, lambda _, error: self._warn(error)
        )

    def compose(self) -> ComposeResult:
        """Head, said line, lines with the counts, key line."""
        with Horizontal(id="head"):
            yield Static("every use of", id="brand", markup=False)
            yield WordLine(id="word")
            yield Roomy("", id="figures", markup=False)
        yield SaidLine(id="said")
        with Container(id="body"):
            yield UseList(id="uses")
            tallies = Tallies(id="tallies")
            tallies.border_title = "How often"
            yield tallies
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Gather the uses of the word, or ask for one."""
        self._arrange(self.app.size.width)
        self.bindings_updated_signal.subscribe(self, lambda _: self._hint())
        self.query_one(WordLine).put(self._word)
        if self._word:
            self._ask(self._word)
        else:
            self.query_one(UseList).say(text.EMPTY)
            self.set_focus(self.query_one(WordLine))

    def on_unmount(self) -> None:
        """Stop reading."""
        self._gathering.forget()

    @property
    def homes(self) -> tuple[Home, ...]:
        """Where the user is, the nearest first, for help."""
        if self.focused is self.query_one(WordLine):
            return ("word", "concordance", "app")
        return ("concordance", "pane", "app")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what makes sense now."""
        del parameters
        return action not in _NEEDS_USE or self.query_one(UseList).use is not None

    def on_resize(self, event: events.Resize) -> None:
        """Choose where the counts stand."""
        self._arrange(event.size.width)

    def on_word_line_typed(self) -> None:
        """Take back what was wrong with the word before."""
        self._fault = None
        self._say()

    def on_word_line_asked(self, event: WordLine.Asked) -> None:
        """Gather another word, or go back to the lines of the same."""
        word = event.text.strip()
        try:
            wording(word)
        except QueryError as error:
            self._fail(error)
            return
        if word != self._word or self._found is None:
            self._ask(word)
        self.set_focus(self.query_one(UseList))

    def on_use_list_opened(self) -> None:
        """Read what was clicked twice."""
        self.action_open_use()

    def on_key_line_pressed(self, event: KeyLine.Pressed) -> None:
        """Run the hint that was clicked."""
        here = self.focused if event.action == "to_uses" else self
        self.call_later(self.run_action, event.action, here)

    def action_open_use(self) -> None:
        """Read the current use in its article."""
        from tui.screens.article.screen import PassageScreen  # noqa: PLC0415 - seldom the first thing seen

        use = self.query_one(UseList).use
        if use is not None and self._found is not None:
            query = wording(self._found.word)
            self.app.push_screen(PassageScreen(self._desk, query, use, self._step, self._column))

    def action_search(self) -> None:
        """Go to the word, its text chosen so that typing begins anew."""
        line = self.query_one(WordLine)
        self.set_focus(line)
        line.action_select_all()

    def action_sort(self) -> None:
        """Sort by the next of the words after, before, newest, oldest."""
        gathering = self._gathering
        order = ORDERS[(ORDERS.index(gathering.order) + 1) % len(ORDERS)]
        gathering.arrange(order, gathering.group)

    def action_group(self) -> None:
        """Put uses of one source together, or not."""
        gathering = self._gathering
        group = GROUPS[(GROUPS.index(gathering.group) + 1) % len(GROUPS)]
        gathering.arrange(gathering.order, group)

    def action_counts(self) -> None:
        """Show or hide the counts."""
        self._counts_wanted = not self.has_class("-counts")
        self._arrange(self.size.width)

    def action_copy_passage(self) -> None:
        """Copy the current line with its citation."""
        if (use := self.query_one(UseList).use) is not None:
            self._copies.ask(use)

    def action_back(self) -> None:
        """Close one layer: the word being typed, the counts over the lines, the screen."""
        line = self.query_one(WordLine)
        if self.focused is line and self._word:
            line.put(self._word)
            self._fault = None
            self._say()
            self.set_focus(self.query_one(UseList))
        elif self.has_class("-counts") and not self.has_class("-beside"):
            self.action_counts()
        else:
            self.dismiss(None)

    def _ask(self, word: str) -> None:
        self._word, self._found, self._fault, self._aside = word, None, None, ""
        self._gathering.ask(word)
        self.query_one(UseList).say(text.READING)
        self.query_one(Tallies).show(None)
        self.query_one("#figures", Static).update("")
        self._say()

    def _tell(self, gathered: Gathered) -> None:
        found = self._found = gathered.concordance
        self._aside = text.progress(gathered)
        self.query_one("#figures", Static).update(text.figures(found))
        self.query_one(Tallies).show(found)
        self._say()

    def _show(self, gathered: Gathered, listing: Listing) -> None:
        uses, order = self.query_one(UseList), self._gathering.order
        if gathered.concordance.uses:
            said = text.order(order, self._gathering.group)
            uses.show(listing, said, dated=order in {"newest", "oldest"})
        else:
            whole = gathered.done >= gathered.total
            uses.say(text.nothing(gathered.concordance) if whole else text.READING)
        self.refresh_bindings()

    def _fail(self, error: SearchError) -> None:
        """Say what is wrong; what is listed of another word stays."""
        self._fault = error
        if self._found is None:
            self.query_one(UseList).say(text.EMPTY)
        self.set_focus(self.query_one(WordLine))
        self._say()
        self.refresh_bindings()

    def _say(self) -> None:
        """Say how the word was read, or what is wrong with it and where."""
        line, fault = self.query_one(WordLine), self._fault
        read = text.read_as(self._found, self._sources) if self._found else ""
        said = Said("read", read, 0, self._aside)
        if fault is not None:
            place = getattr(fault, "position", 0)
            said = Said("fault", getattr(fault, "reason", str(fault)), line.column(place))
        self.query_one(SaidLine).show(said)

    def _step(self, step: int) -> Use | None:
        """Go on in the list while a use is read; give the one that is current then."""
        uses = self.query_one(UseList)
        uses.go(uses.index + step)
        return uses.use

    def _copy(self, use: Use, article: Article) -> None:
        line = text.quotation(use, article)
        if handoff.copy(self.app, citation(article, line)):
            self.notify("Copied the line with its citation.", markup=False)

    def _warn(self, error: SearchError) -> None:
        self.notify(f"Can't be copied: {error}", markup=False, severity="warning")

    def _arrange(self, width: int) -> None:
        """Show the counts beside the lines where there is room, else below when wanted."""
        beside = width >= BESIDE_FROM
        self.set_class(beside, "-beside")
        self.set_class(beside if self._counts_wanted is None else self._counts_wanted, "-counts")

    def _hint(self) -> None:
        self.query_one(KeyLine).show(hints(self.active_bindings))
