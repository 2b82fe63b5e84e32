"""Two sources set against each other, shown: what they are, their words, and what the figures mean."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from tui.controls.roomy_label import RoomyLabel
from tui.render.keyness import (
    MEANING,
    SORTS,
    detail,
    lack_note,
    level_note,
    months_note,
    size_note,
    stories_note,
    words_in_order,
)
from tui.widgets.filter_line import FilterLine
from tui.widgets.word_list import WordList

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.geometry import Size
    from textual.screen import Screen
    from textual.widget import Widget

    from search import Contrast, SearchError
    from tui.render.comparison import Side
    from tui.render.keyness import Sorting

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


class PairView:
    """Shows one pair of sources at a time.

    Attributes:
        found: what is shown; None before it has come.
        side: the one in use.
        sorting: the order of the words; call `show_words` after a change.
    """

    def __init__(self, screen: Screen[None]) -> None:
        self.found: Contrast | None = None
        self.sorting: Sorting = "telling"
        self.side: Side = "left"
        self._screen = screen

    def compose(self) -> ComposeResult:
        """What both sources are, their words, what is counted, what it means."""
        with Horizontal(id="facts"):
            for side in SIDES:
                yield RoomyLabel("", id=f"{side}-facts", classes=f"-{side}", markup=False)
        with Horizontal(id="lists"):
            for side in SIDES:
                words = WordList(side, id=side)
                words.add_class(f"-{side}")
                yield words
        yield RoomyLabel("", id="detail", markup=False)
        yield RoomyLabel("", id="meaning", markup=False)

    def words(self, side: Side) -> WordList:
        """Give the list of one side."""
        return self._screen.query_one(f"#{side}", WordList)

    def fit(self, room: Size) -> None:
        """Choose what fits."""
        self._screen.set_class(room.width < TWO_LISTS_FROM, "-one")
        self._say_meaning()

    def wait(self, share: float) -> None:
        """Say how far counting has come."""
        said = f"counting words … {share:.0%}"
        self._put("figures", said)
        if self.found is None:
            self._say(said)

    def show_none(self, *, articles: bool) -> None:
        """Say that there aren't two sources, or no articles at all."""
        self._say(_ONE_SOURCE if articles else _NONE)

    def show(self, found: Contrast) -> None:
        """Show two sources."""
        self.found = found
        sides = (
            (found.articles.left, found.words.left, found.months.left),
            (found.articles.right, found.words.right, found.months.right),
        )
        for side, (articles, words, months) in zip(SIDES, sides, strict=True):
            facts = " · ".join(filter(None, (size_note(articles, words), months_note(months))))
            self._put(f"{side}-facts", facts)
        self.show_words()
        self._say_meaning()

    def tell_stories(self, stories: int) -> None:
        """Say how many stories both tell."""
        if self.found is not None:
            self.found = replace(self.found, stories=stories)
            self._say_figures()

    def fail(self, error: SearchError) -> None:
        """Say why there is nothing, where nothing is shown."""
        if self.found is None:
            self._say(f"These sources can't be compared.\n\n{error}")
        self._say_figures()

    def show_words(self) -> None:
        """List the words that fit, in the order wanted."""
        found = self.found
        if found is None:
            return
        text = self._screen.query_one(FilterLine).value
        for side in SIDES:
            note = lack_note(found) or (
                "No word fits." if text.strip() else "It uses no word more."
            )
            self.words(side).show(
                found, words_in_order(found, side, text, self.sorting), SORTS[self.sorting], note
            )
        self._say_figures()
        self.tell_word()
        self._screen.refresh_bindings()

    def sort_next(self) -> None:
        """Take the next order."""
        orders = list(SORTS)
        self.sorting = orders[(orders.index(self.sorting) + 1) % len(orders)]
        self.show_words()

    def tell_word(self) -> None:
        """Say what is counted of the current word."""
        found, one = self.found, self.words(self.side).word
        said = detail(found, one) if found is not None and one is not None else ""
        self._put("detail", Content(said))

    def turn_to(self, side: Side) -> None:
        """Take a side for the one in use."""
        self.side = side
        self._screen.set_class(side == "right", "-at-right")
        self.tell_word()
        self._screen.refresh_bindings()

    def go(self, side: Side) -> None:
        """Go to the words of a side."""
        self.turn_to(side)
        self._screen.set_focus(self.words(side))

    def note_focus(self, widget: Widget) -> None:
        """Take the list in focus for the side in use."""
        for side in SIDES:
            if widget is self.words(side) is self._screen.focused:
                self.turn_to(side)

    def _say(self, text: str) -> None:
        for side in SIDES:
            self.words(side).show_note(text)

    def _say_figures(self) -> None:
        self._put("figures", stories_note(self.found.stories) if self.found is not None else "")

    def _say_meaning(self) -> None:
        """Say what the figures mean, at length where there is room."""
        found = self.found
        if found is None or lack_note(found):
            self._put("meaning", "")
            return
        long = self._screen.size.height >= TALL_FROM
        self._put(
            "meaning", Content(f"{level_note(found)} {MEANING}" if long else level_note(found))
        )

    def _put(self, name: str, said: str | Content) -> None:
        self._screen.query_one(f"#{name}", Static).update(said)
