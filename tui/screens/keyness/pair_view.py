"""The widgets that show two compared sources: facts, words, and an explanation."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from tui.controls.entry_list import EntryList
from tui.controls.roomy_label import RoomyLabel
from tui.render.keyness import (
    MEANING,
    SORTS,
    detail,
    lack_note,
    level_note,
    size_notes,
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
"""Cells of the window; if it is narrower, one source's words are shown at a time."""
TALL_FROM = 32
"""Lines of the window from which on z is explained at length."""

SIDES: tuple[Side, Side] = ("left", "right")
_ONE_SOURCE = (
    "There is only one source in this library.\n\n"
    "Two are needed to be set against each other. esc goes back."
)
_NONE = "There are no articles in this library yet. esc goes back."


class PairView:
    """Shows one pair of sources at a time.

    Attributes:
        contrast: the comparison shown; None before it is here.
        side: the active side.
        sorting: the order of the words; call `show_words` after a change.
    """

    def __init__(self, screen: Screen[None]) -> None:
        self.contrast: Contrast | None = None
        self.sorting: Sorting = "telling"
        self.side: Side = "left"
        self._screen = screen

    def compose(self) -> ComposeResult:
        """Facts on both sources, their words, the current word's figures, an explanation."""
        with Horizontal(id="facts"):
            for side in SIDES:
                yield RoomyLabel("", id=f"{side}-facts", classes=f"-{side}", markup=False)
        with Horizontal(id="lists"):
            for side in SIDES:
                words = WordList(side, id=side)
                words.add_class(f"-{side}")
                yield words
        yield EntryList(id="wording")
        yield RoomyLabel("", id="detail", markup=False)
        yield RoomyLabel("", id="meaning", markup=False)

    def words(self, side: Side) -> WordList:
        """Give the word list of one side."""
        return self._screen.query_one(f"#{side}", WordList)

    def fit(self, room: Size) -> None:
        """Adapt to the size."""
        self._screen.set_class(room.width < TWO_LISTS_FROM, "-one")
        self._update_meaning()

    def show_progress(self, share: float) -> None:
        """Show how far counting words has come."""
        text = f"counting words … {share:.0%}"
        self._set_text("figures", text)
        if self.contrast is None:
            self._show_note(text)

    def show_none(self, *, articles: bool) -> None:
        """Say that there are no two sources, or no articles at all."""
        self._show_note(_ONE_SOURCE if articles else _NONE)

    def show(self, contrast: Contrast) -> None:
        """Show the comparison of two sources."""
        self.contrast = contrast
        for side, fact in zip(SIDES, size_notes(contrast), strict=True):
            self._set_text(f"{side}-facts", fact)
        self.show_words()
        self._update_meaning()

    def show_story_count(self, stories: int) -> None:
        """Show how many stories both sources have."""
        if self.contrast is not None:
            self.contrast = replace(self.contrast, stories=stories)
            self._update_figures()

    def show_failure(self, error: SearchError) -> None:
        """Show an error, if there is no comparison to keep."""
        if self.contrast is None:
            self._show_note(f"These sources can't be compared.\n\n{error}")
        self._update_figures()

    def show_words(self) -> None:
        """List the words that match the filter, in the chosen order."""
        contrast = self.contrast
        if contrast is None:
            return
        text = self._screen.query_one(FilterLine).value
        for side in SIDES:
            note = lack_note(contrast) or (
                "No word fits." if text.strip() else "It uses no word more."
            )
            self.words(side).show(
                contrast,
                words_in_order(contrast, side, text, self.sorting),
                SORTS[self.sorting],
                note,
            )
        self._update_figures()
        self.show_detail()
        self._screen.refresh_bindings()

    def sort_next(self) -> None:
        """Switch to the next order."""
        orders = list(SORTS)
        self.sorting = orders[(orders.index(self.sorting) + 1) % len(orders)]
        self.show_words()

    def show_detail(self) -> None:
        """Show the figures of the current word."""
        contrast, preference = self.contrast, self.words(self.side).word
        text = detail(contrast, preference) if contrast and preference else ""
        self._set_text("detail", Content(text))

    def activate(self, side: Side) -> None:
        """Make a side the active one."""
        self.side = side
        self._screen.set_class(side == "right", "-at-right")
        self.show_detail()
        self._screen.refresh_bindings()

    def go(self, side: Side) -> None:
        """Focus the words of a side."""
        self.activate(side)
        self._screen.set_focus(self.words(side))

    def focus_changed(self, widget: Widget) -> None:
        """Make the side of the focused list the active one."""
        for side in SIDES:
            if widget is self.words(side) is self._screen.focused:
                self.activate(side)

    def _show_note(self, text: str) -> None:
        for side in SIDES:
            self.words(side).show_note(text)

    def _update_figures(self) -> None:
        text = stories_note(self.contrast.stories) if self.contrast is not None else ""
        self._set_text("figures", text)

    def _update_meaning(self) -> None:
        """Show the explanation of the figures, at length if there is room."""
        contrast = self.contrast
        if contrast is None or lack_note(contrast):
            self._set_text("meaning", "")
            return
        at_length = self._screen.size.height >= TALL_FROM
        self._set_text(
            "meaning",
            Content(f"{level_note(contrast)} {MEANING}" if at_length else level_note(contrast)),
        )

    def _set_text(self, name: str, text: str | Content) -> None:
        self._screen.query_one(f"#{name}", Static).update(text)
