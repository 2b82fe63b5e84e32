"""The search line: typing searches, and arrows bring earlier searches back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

from textual.message import Message

from tui.commands import allowed, bindings
from tui.controls.text_line import TextLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType
    from textual.geometry import Region
    from textual.widgets import Input


class SearchLine(TextLine):
    """A line of text with a history.

    Whoever owns it sets `history`, oldest first, and `suggesting`: whether there is another
    spelling to be taken.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("search")]

    class Typed(Message):
        """The text was changed by the user, perhaps in the middle of a word."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Recalled(Message):
        """An earlier search was brought back, whole."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Left(Message):
        """The user is done here and wants the list."""

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
        """Paint anew; what is typed never changes the room the line takes.

        An `Input` has the whole screen laid out for each letter, scroll bars painted and all.
        """
        del layout
        return super().refresh(*regions, repaint=repaint, recompose=recompose)

    def set_text(self, text: str) -> None:
        """Set the text without telling anyone; the way through earlier searches begins anew."""
        self._back = 0
        super().set_text(text)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what makes sense now."""
        del parameters
        return allowed("search", action, lambda _: self.suggesting)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell what the user typed."""
        event.stop()
        self._back = 0
        self.post_message(self.Typed(event.value))

    def action_to_list(self) -> None:
        """Leave for the list."""
        self.post_message(self.Left())

    def action_suggest(self) -> None:
        """Take the suggested spelling."""
        self.post_message(self.SuggestionTaken())

    def action_earlier_search(self) -> None:
        """Bring back the search before; the line as it was comes back by going down."""
        if self._back == 0:
            self._draft = self.value
        past = [text for text in self.history if text != self._draft]
        if self._back < len(past):
            self._recall(self._back + 1, past[-self._back - 1])

    def action_down_or_list(self) -> None:
        """Bring back the search after, or leave for the list from the latest."""
        if self._back == 0:
            self.action_to_list()
            return
        past = [text for text in self.history if text != self._draft]
        back = self._back - 1
        self._recall(back, past[-back] if back else self._draft)

    def _recall(self, back: int, text: str) -> None:
        draft = self._draft
        self.set_text(text)
        self._back, self._draft = back, draft
        self.post_message(self.Recalled(text))
