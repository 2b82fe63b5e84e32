"""The search input, in which arrow keys bring back earlier searches."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

from textual.message import Message

from tui.commands import allowed, bindings
from tui.controls.chip_line import ChipLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType
    from textual.geometry import Region
    from textual.widgets import Input


class SearchLine(ChipLine):
    """A search input with a history.

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

    class SuggestionTaken(Message):
        """The user wants the suggested spelling."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__("type to search, or press ?", id=id)
        self.history: Sequence[str] = ()
        self.suggesting = False
        self._back = 0
        self._draft = ""

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
        return allowed("search", action, lambda _: self.suggesting)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Post the text of the line."""
        event.stop()
        self._back = 0
        self.post_message(self.Typed(event.value))

    def action_to_list(self) -> None:
        """Post `Left`."""
        self.post_message(self.Left())

    def action_suggest(self) -> None:
        """Post `SuggestionTaken`."""
        self.post_message(self.SuggestionTaken())

    def action_earlier_search(self) -> None:
        """Bring back the previous search; going down returns to what was typed."""
        if self._back == 0:
            self._draft = self.value
        past = [text for text in self.history if text != self._draft]
        if self._back < len(past):
            self._show_search(self._back + 1, past[-self._back - 1])

    def action_down_or_list(self) -> None:
        """Bring back the next search; after the latest, go to the list."""
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
