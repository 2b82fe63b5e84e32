"""A list to choose from, under a line to type in that keeps the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Protocol, TypeVar

from textual.screen import ModalScreen

from tui.commands import app_bindings, bindings

if TYPE_CHECKING:
    from textual.binding import BindingType

    from tui.commands import Home

T = TypeVar("T")


class Rows(Protocol):
    """A list that can be moved about in."""

    def action_down(self) -> None:
        """Go one row down."""

    def action_up(self) -> None:
        """Go one row up."""

    def action_page_down(self) -> None:
        """Go one page down."""

    def action_page_up(self) -> None:
        """Go one page up."""


class Picker(ModalScreen[T | None]):
    """Hands keys that move on to its list; gives what is picked, None when the user goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("picker"), *app_bindings("help", "quit")]
    AUTO_FOCUS = "Input"

    @property
    def homes(self) -> tuple[Home, ...]:
        """Where the user is, for help."""
        return ("picker", "app")

    @property
    def rows(self) -> Rows:
        """The list."""
        raise NotImplementedError

    def action_pick(self) -> None:
        """Take the current row."""
        raise NotImplementedError

    def on_input_submitted(self) -> None:
        """Take the current row."""
        self.action_pick()

    def action_down(self) -> None:
        """Go one row down."""
        self.rows.action_down()

    def action_up(self) -> None:
        """Go one row up."""
        self.rows.action_up()

    def action_page_down(self) -> None:
        """Go one page down."""
        self.rows.action_page_down()

    def action_page_up(self) -> None:
        """Go one page up."""
        self.rows.action_page_up()

    def action_back(self) -> None:
        """Take none."""
        self.dismiss(None)
