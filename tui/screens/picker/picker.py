"""The base of pickers: a list below an input that keeps the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Protocol, TypeVar

from textual.screen import ModalScreen

from tui.commands import app_bindings, bindings

if TYPE_CHECKING:
    from textual.binding import BindingType

    from tui.commands import Home

T = TypeVar("T")


class Rows(Protocol):
    """A list with a current row that can be moved."""

    def action_down(self) -> None:
        """Go one row down."""

    def action_up(self) -> None:
        """Go one row up."""

    def action_page_down(self) -> None:
        """Go one page down."""

    def action_page_up(self) -> None:
        """Go one page up."""


class Picker(ModalScreen[T | None]):
    """Passes keys for moving on to its list; its result is what is picked, None for going back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("picker"),
        *app_bindings("help", "suspend", "quit"),
    ]
    AUTO_FOCUS = "Input"

    @property
    def homes(self) -> tuple[Home, ...]:
        """Where the user is, from the innermost place outwards, for help."""
        return ("picker", "app")

    @property
    def rows(self) -> Rows:
        """The list."""
        raise NotImplementedError

    def action_pick(self) -> None:
        """Pick the current row."""
        raise NotImplementedError

    def on_input_submitted(self) -> None:
        """Pick the current row."""
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
        """Close without a result."""
        self.dismiss(None)
