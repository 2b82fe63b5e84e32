"""The search input, in which arrow keys bring back earlier searches."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

from textual.message import Message

from tui.commands import allowed, bindings
from tui.controls.chip_line import ChipLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.binding import BindingType
    from textual.geometry import Region
    from textual.widgets import Input


_HINT = "/ searches, ? helps"
_TYPING_HINT = "type to search, ? helps"
_HELP = frozenset({"question_mark"})
"""Keys that ask for help, and aren't typed, while the line is empty."""


class SearchLine(ChipLine):
    """A search input with a history; `?` asks for help while it is empty.

    Its screen sets `history`, oldest first, and `suggesting`: whether a spelling is suggested.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("search")]

    class Typed(Message):
        """The user has changed the text; its last word may be unfinished."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Recalled(Message):
        """An earlier search was brought back."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Left(Message):
        """The user wants to go to the list."""

    class OfferChosen(Message):
        """Another of the offers is chosen, by its place, or none."""

        def __init__(self, at: int | None) -> None:
            super().__init__()
            self.at = at

    class OfferTaken(Message):
        """The user takes an offer, by its place."""

        def __init__(self, at: int) -> None:
            super().__init__()
            self.at = at

    class OffersClosed(Message):
        """The user wants no offers now."""

    class SuggestionTaken(Message):
        """The user wants the suggested spelling."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(_HINT, id=id)
        self.history: Sequence[str] = ()
        self.suggesting = False
        self._back = 0
        self._draft = ""
        self._offers = 0
        self._text_seen = ""
        self._at: int | None = None

    def offer(self, count: int) -> None:
        """Tell how many offers are shown for what is typed; none is chosen."""
        self._offers, self._at = count, None
        self.refresh_bindings()

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Tell Textual whether a key is typed here; a question mark isn't while there is no text."""
        return (key not in _HELP or bool(self.value)) and super().check_consume_key(key, character)

    def on_key(self, event: events.Key) -> None:
        """Leave to the app what isn't typed here."""
        if not self.check_consume_key(event.key, event.character) and event.key in _HELP:
            event.prevent_default()

    def on_focus(self) -> None:
        """Say that typing searches."""
        self.placeholder = _TYPING_HINT

    def on_blur(self) -> None:
        """Say what leads here, as letters are commands elsewhere."""
        self.placeholder = _HINT

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Draw again without a new layout, as the text doesn't change the size.

        Textual's `Input` lays out the whole screen again for each letter.
        """
        del layout
        return super().refresh(*regions, repaint=repaint, recompose=recompose)

    def set_text(self, text: str) -> None:
        """Set the text without posting a message; going through the history starts again."""
        self._back = 0
        super().set_text(text)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell Textual whether a command is offered now."""
        del parameters
        if action == "close_offers":
            return self._offers > 0
        return allowed("search", action, lambda _: self._offers > 0 or self.suggesting)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Post the text of the line."""
        event.stop()
        self._back = 0
        self.post_message(self.Typed(event.value))

    def watch_selection(self) -> None:
        """Post `OffersClosed` where the cursor was moved: the offers are for where it was."""
        moved, self._text_seen = self.value == self._text_seen, self.value
        if moved and self._offers:
            self.post_message(self.OffersClosed())

    def action_to_list(self) -> None:
        """Post `Left`, or take the chosen offer."""
        if self._at is not None:
            self.action_take_offer()
            return
        self.post_message(self.Left())

    def action_take_offer(self) -> None:
        """Post `OfferTaken` for the chosen offer, or for the first; without any `SuggestionTaken`."""
        taken = self.OfferTaken(self._at or 0) if self._offers else self.SuggestionTaken()
        self.post_message(taken)

    def action_close_offers(self) -> None:
        """Post `OffersClosed`."""
        self.post_message(self.OffersClosed())

    def _choose(self, at: int | None) -> None:
        self._at = at
        self.post_message(self.OfferChosen(at))

    def action_earlier_search(self) -> None:
        """Bring back the previous search, or choose the offer above."""
        if self._at is not None:
            self._choose(self._at - 1 if self._at else None)
            return
        if self._back == 0:
            self._draft = self.value
        past = [text for text in self.history if text != self._draft]
        if self._back < len(past):
            self._show_search(self._back + 1, past[-self._back - 1])

    def action_down_or_list(self) -> None:
        """Bring back the next search; after the latest, go to the list, or into the offers."""
        if self._offers:
            self._choose(0 if self._at is None else min(self._at + 1, self._offers - 1))
            return
        if self._back == 0:
            self.action_to_list()
            return
        past = [text for text in self.history if text != self._draft]
        back = self._back - 1
        self._show_search(back, past[-back] if back else self._draft)

    def _show_search(self, back: int, text: str) -> None:
        draft = self._draft
        self.set_text(text)
        self._back, self._draft = back, draft
        self.post_message(self.Recalled(text))
