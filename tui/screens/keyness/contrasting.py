"""Two sources set against each other on screen: asked for, shown, and what the figures mean."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from tui.controls.roomy_label import Roomy
from tui.render.keyness import (
    MEANING,
    SORTS,
    detail,
    lacking,
    level_note,
    listed,
    size,
    span,
    told,
)
from tui.screens.keyness.word_counter import Weighing
from tui.widgets.filter_line import FilterLine
from tui.widgets.key_line import KeyLine
from tui.widgets.word_list import WordList

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.geometry import Size

    from search import Contrast, Desk, SearchError
    from tui.render.comparison import Side
    from tui.render.keyness import Sorting
    from tui.screens.keyness.word_counter import Counts, Weighed

TWO_LISTS_FROM = 72
"""Cells of the window; narrower shows the words of one source at a time."""
TALL_FROM = 32
"""Lines of the window from which on it is said at length what z is."""

SIDES: tuple[Side, Side] = ("left", "right")
_ONE_SOURCE = (
    "There is only one source in this library.\n\n"
    "Two are needed to be set against each other. esc goes back."
)
_NONE = "There are no articles in this library yet. esc goes back."


class Contrasting(Screen[None]):
    """A screen for one pair of sources at a time.

    Args:
        desk: the library.
        names: the sources, None for the unknown; of fewer than two, those with most articles
            are added.

    Attributes:
        found: what is shown; None before it has come.
        counts: every source of the library.
        side: the one in use.
        sorting: the order of the words.
    """

    def __init__(self, desk: Desk, names: tuple[str | None, ...]) -> None:
        super().__init__()
        self.desk = desk
        self.names = names
        self.counts: Counts = ()
        self.found: Contrast | None = None
        self.sorting: Sorting = "telling"
        self.side: Side = "left"
        self._weighing = Weighing(self, desk, self._wait, self._take, self._tell, self._fail)

    def compose(self) -> ComposeResult:
        """Head, what both sources are, their words, what is counted, what it means, key line."""
        with Horizontal(id="head"):
            yield Static("source against source", id="brand", markup=False)
            yield FilterLine(id="filter")
            yield Roomy("", id="figures", markup=False)
        with Horizontal(id="facts"):
            for side in SIDES:
                yield Roomy("", id=f"{side}-facts", classes=f"-{side}", markup=False)
        with Horizontal(id="lists"):
            for side in SIDES:
                words = WordList(side, id=side)
                words.add_class(f"-{side}")
                yield words
        yield Roomy("", id="detail", markup=False)
        yield Roomy("", id="meaning", markup=False)
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Weigh the two sources."""
        self._arrange(self.app.size)
        self.ask(self.names)

    def on_unmount(self) -> None:
        """Stop counting."""
        self._weighing.forget()

    def on_resize(self, event: events.Resize) -> None:
        """Choose what fits."""
        self._arrange(event.size)

    def ask(self, names: tuple[str | None, ...]) -> None:
        """Ask for two sources; what is shown stays until they have come."""
        self._weighing.ask(names)

    def _wait(self, share: float) -> None:
        said = f"counting words … {share:.0%}"
        self.query_one("#figures", Static).update(said)
        if self.found is None:
            for side in SIDES:
                self.words(side).say(said)

    def _take(self, weighed: Weighed) -> None:
        self.counts = weighed.counts
        if weighed.contrast is None:
            for side in SIDES:
                self.words(side).say(_ONE_SOURCE if weighed.counts else _NONE)
            self.refresh_bindings()
        else:
            self.names = weighed.contrast.left, weighed.contrast.right
            self.show(weighed.contrast)

    def show(self, found: Contrast) -> None:
        """Show two sources."""
        self.found = found
        sides = (
            (found.articles.left, found.words.left, found.months.left),
            (found.articles.right, found.words.right, found.months.right),
        )
        for side, (articles, words, months) in zip(SIDES, sides, strict=True):
            facts = " · ".join(filter(None, (size(articles, words), span(months))))
            self.query_one(f"#{side}-facts", Static).update(facts)
        self.show_words()
        self._meaning()

    def _tell(self, stories: int) -> None:
        if self.found is not None:
            self.found = replace(self.found, stories=stories)
            self._figures()

    def _fail(self, error: SearchError) -> None:
        if self.found is None:
            for side in SIDES:
                self.words(side).say(f"These sources can't be compared.\n\n{error}")
        else:
            self.notify(str(error), markup=False, severity="warning")
        self._figures()

    def show_words(self) -> None:
        """List the words that fit, in the order wanted."""
        found = self.found
        if found is None:
            return
        text = self.query_one(FilterLine).value
        for side in SIDES:
            note = lacking(found) or ("No word fits." if text.strip() else "It uses no word more.")
            self.words(side).show(
                found, listed(found, side, text, self.sorting), SORTS[self.sorting], note
            )
        self._figures()
        self.tell_word()
        self.refresh_bindings()

    def _figures(self) -> None:
        found = self.found
        self.query_one("#figures", Static).update(told(found.stories) if found is not None else "")

    def tell_word(self) -> None:
        """Say what is counted of the current word."""
        found, one = self.found, self.words(self.side).word
        said = detail(found, one) if found is not None and one is not None else ""
        self.query_one("#detail", Static).update(Content(said))

    def _meaning(self) -> None:
        """Say what the figures mean, at length where there is room."""
        found = self.found
        if found is None or lacking(found):
            self.query_one("#meaning", Static).update("")
            return
        long = self.size.height >= TALL_FROM
        said = f"{level_note(found)} {MEANING}" if long else level_note(found)
        self.query_one("#meaning", Static).update(Content(said))

    def words(self, side: Side) -> WordList:
        """Give the list of one side."""
        return self.query_one(f"#{side}", WordList)

    def turn_to(self, side: Side) -> None:
        """Take a side for the one in use."""
        self.side = side
        self.set_class(side == "right", "-at-right")
        self.tell_word()
        self.refresh_bindings()

    def _arrange(self, room: Size) -> None:
        self.set_class(room.width < TWO_LISTS_FROM, "-one")
        self._meaning()
