"""The screen that sets source against source: the words each uses more."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from tui.commands import bindings
from tui.render.keyness import SORTS, detail, markdown
from tui.screens.key_hints import hints
from tui.screens.keyness.contrasting import SIDES, Contrasting
from tui.terminal import handoff
from tui.widgets.filter_line import FilterLine
from tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType

    from search import Desk
    from tui.commands import Home
    from tui.render.comparison import Side
    from tui.screens.picker.source_picker import Chosen

_NEEDS_WORD = frozenset({"open_uses", "copy_passage"})
_NEEDS_WORDS = frozenset({"search", "sort", "export"})
_NEEDS_TWO = frozenset({"swap", "other_side", "to_left", "to_right"})


class ContrastScreen(Contrasting):
    """Sets two sources of a library against each other; see `Contrasting` for what it takes.

    `column` is how many cells a line of text has where a use is read in its article.
    """

    CSS_PATH = "keyness.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("contrast")]
    AUTO_FOCUS = "#left"

    def __init__(self, desk: Desk, names: tuple[str | None, ...], column: int) -> None:
        super().__init__(desk, names)
        self._column = column

    def on_mount(self) -> None:
        """Keep the hints true."""
        self.bindings_updated_signal.subscribe(self, lambda _: self._hint())

    @property
    def homes(self) -> tuple[Home, ...]:
        """Where the user is, the nearest first, for help."""
        if self.focused is self.query_one(FilterLine):
            return ("filter", "contrast", "app")
        return ("contrast", "pane", "app")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what makes sense now."""
        del parameters
        if action in _NEEDS_WORD:
            return self.words(self.side).word is not None
        if action in _NEEDS_WORDS:
            return self.found is not None and bool(self.found.preferences)
        if action in {"pick_left", "pick_right"}:
            return len(self.counts) > 1
        return action not in _NEEDS_TWO or self.found is not None

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Take the list in focus for the side in use."""
        for side in SIDES:
            if event.widget is self.words(side) is self.focused:
                self.turn_to(side)

    def on_filter_line_typed(self) -> None:
        """List the words that fit."""
        self.show_words()

    def on_filter_line_left(self) -> None:
        """Go to the words."""
        self.set_focus(self.words(self.side))

    def on_word_list_moved(self) -> None:
        """Say what is counted of the current word."""
        self.tell_word()

    def on_word_list_opened(self) -> None:
        """Show the uses of what was clicked twice."""
        self.action_open_uses()

    def on_key_line_pressed(self, event: KeyLine.Pressed) -> None:
        """Run the hint that was clicked."""
        here = self.focused if event.action == "to_words" else self
        self.call_later(self.run_action, event.action, here)

    def action_open_uses(self) -> None:
        """Show every use of the current word by the two sources."""
        from tui.screens.concordance.screen import ConcordanceScreen  # noqa: PLC0415 - seldom needed

        found, one = self.found, self.words(self.side).word
        if found is not None and one is not None:
            sources = (found.left, found.right)
            screen = ConcordanceScreen(self.desk, one.word, self._column, sources)
            self.app.push_screen(screen)

    def action_search(self) -> None:
        """Go to the line that filters, its text chosen so that typing begins anew."""
        line = self.query_one(FilterLine)
        self.set_focus(line)
        line.action_select_all()

    def action_sort(self) -> None:
        """Take the next order."""
        orders = list(SORTS)
        self.sorting = orders[(orders.index(self.sorting) + 1) % len(orders)]
        self.show_words()

    def action_pick_left(self) -> None:
        """Choose the source on the left."""
        self._pick("left")

    def action_pick_right(self) -> None:
        """Choose the source on the right."""
        self._pick("right")

    def action_swap(self) -> None:
        """Swap the sides."""
        if self.found is not None:
            self.names = self.names[::-1]
            self.show(self.found.mirrored())

    def action_other_side(self) -> None:
        """Go to the words of the other source."""
        self._go("right" if self.side == "left" else "left")

    def action_to_left(self) -> None:
        """Go to the words of the source on the left."""
        self._go("left")

    def action_to_right(self) -> None:
        """Go to the words of the source on the right."""
        self._go("right")

    def action_copy_passage(self) -> None:
        """Copy the current word with its counts."""
        one = self.words(self.side).word
        if self.found is None or one is None:
            return
        if handoff.copy(self.app, detail(self.found, one)):
            self.notify("Copied the word with its counts.", markup=False)

    def action_export(self) -> None:
        """Copy all the words as a Markdown table."""
        if self.found is not None and handoff.copy(self.app, markdown(self.found)):
            self.notify("Copied all the words as Markdown.", markup=False)

    def action_back(self) -> None:
        """Close one layer: the filter, the screen."""
        line = self.query_one(FilterLine)
        if self.focused is line or line.value:
            line.value = ""
            self.set_focus(self.words(self.side))
        else:
            self.dismiss(None)

    def _pick(self, side: Side) -> None:
        from tui.screens.picker.source_picker import SourcePicker  # noqa: PLC0415 - seldom needed

        kept = self.names[1 if side == "left" else 0]

        def take(chosen: Chosen | None) -> None:
            if chosen is not None:
                self.ask((*chosen, kept) if side == "left" else (kept, *chosen))

        others = [one for one in self.counts if one[0] != kept]
        self.app.push_screen(SourcePicker(others, f"The source on the {side}"), take)

    def _go(self, side: Side) -> None:
        self.turn_to(side)
        self.set_focus(self.words(side))

    def _hint(self) -> None:
        self.query_one(KeyLine).show(hints(self.active_bindings))
