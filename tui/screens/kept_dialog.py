"""The base of dialogs in which something is typed that is to be kept."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, ClassVar, Generic, TypeAlias, TypeVar

from textual.binding import Binding
from textual.screen import ModalScreen

from tui.commands import app_bindings
from tui.session.background import in_background

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.widget import Widget

T = TypeVar("T")
Keep: TypeAlias = Callable[[T], Awaitable[str]]
"""Keeps what was typed; says in one line why that can't be done, nothing once it is done."""

_NOT_KEPT = "Not kept yet: {} keeps it, the same key again drops what you wrote."
_FAILED = "Not kept: {}\nIt stays here meanwhile: {} tries again."
_KEEPING = "Being kept …"
_SOON = 0.3
"""Seconds after which it is said that something is still being kept."""


class KeptDialog(ModalScreen[None], Generic[T]):
    """A dialog that closes once what was typed is kept, and stays, with the reason, where that fails.

    While it is being kept nothing can be typed, and keys wait for a while. Leaving the app waits
    until it is kept, and asks first where something typed would be lost.

    Args:
        keep: keeps what was typed.

    Attributes:
        KEEPS: the key that keeps it, as it is to be named.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *app_bindings("suspend"),
        Binding("ctrl+q", "leave", show=False, id="quit"),  # q is a letter here
    ]
    KEEPS: ClassVar[str]

    def __init__(self, keep: Keep[T]) -> None:
        super().__init__()
        self._keeper = keep
        self._keeping = False
        self._leaving = False
        self._told_of: str | None = None

    @property
    def field(self) -> Widget:
        """Where it is typed."""
        raise NotImplementedError

    @property
    def typed(self) -> str:
        """What is typed by now."""
        raise NotImplementedError

    @property
    def changed(self) -> bool:
        """Whether something is typed that isn't kept."""
        raise NotImplementedError

    def say(self, text: str) -> None:
        """Say something of what is typed."""
        raise NotImplementedError

    @property
    def settled(self) -> bool:
        """Whether keys can go on: nothing is being kept."""
        return not self._keeping

    def keep(self, what: T) -> None:
        """Keep what was typed, and close."""
        if not self._keeping:
            self._keeping = True
            self.field.disabled = True
            self.set_timer(_SOON, self._say_that_it_waits)
            in_background(self, self._keep, what)

    def close(self) -> None:
        """Close and keep nothing; does nothing while something is being kept."""
        if not self._keeping:
            self.dismiss(None)

    def may_close(self) -> bool:
        """Tell whether nothing is lost by closing, or that was said already; else say it."""
        if self._keeping:
            return False
        if not self.changed or self._told_of == self.typed:
            return True
        self._told_of = self.typed
        self.say(_NOT_KEPT.format(self.KEEPS))
        return False

    def still_told(self) -> bool:
        """Tell whether what was said last is of what is typed by now; else forget it."""
        if self._told_of is not None and self._told_of != self.typed:
            self._told_of = None
        return self._told_of is not None

    async def action_leave(self) -> None:
        """Leave the app once nothing typed is lost by that."""
        if self._keeping:
            self._leaving = True
        elif self.may_close():
            await self.app.action_quit()

    async def _keep(self, what: T) -> None:
        fault = await self._keeper(what)
        self._keeping = False
        if not fault:
            if self._leaving:
                self.app.call_later(self.app.action_quit)
            self.dismiss(None)
            return
        self._leaving = False
        self.field.disabled = False
        self.set_focus(self.field)
        self._told_of = None
        self.say(_FAILED.format(fault, self.KEEPS))

    def _say_that_it_waits(self) -> None:
        if self._keeping:
            self.say(_KEEPING)
