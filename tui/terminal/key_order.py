"""Keys in turn: a key acts where the key before it has led."""

from __future__ import annotations

from collections import deque
from time import monotonic
from typing import TYPE_CHECKING

from textual.widgets import Input

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import App
    from textual.dom import DOMNode
    from textual.events import Event

_PATIENCE = 0.3
"""Seconds after which a key counts as done although something on its way never said so."""
_LONGEST = 1.0
"""Seconds that keys wait at most for what a screen is to show before they can mean it."""
_SOON = 0.01


class KeyOrder:
    """Holds keys that come while one that leads elsewhere is still on its way through the app.

    Textual gives a key to whatever has the focus when it arrives. What a key does may pass
    through several queues of messages before it moves the focus, and keys typed meanwhile would
    go to the pane just left; or before it deletes in a line of text, which takes letters typed
    meanwhile without such a way. So when a second key comes close behind, a token follows the
    first through the same queues: up from its target, as the key goes until its command is found,
    and up once more, as what the command tells goes. A screen that is not `settled` then, because
    what the key led to is still being read, is waited for.
    """

    def __init__(self, app: App[None]) -> None:
        self._app = app
        self._held: deque[Event] = deque()
        self._next: Event | None = None
        self._way: tuple[DOMNode, ...] = ()
        self._begun = 0.0
        self._turn = 0

    def hold(self, event: Event) -> bool:
        """Tell whether an event has to wait; it is posted to the app again when it is its turn."""
        if event is self._next:
            self._next = None
            return False
        if self._next is None and not self._held:
            if not self._way or monotonic() - self._begun > _PATIENCE:
                return False
            self._follow()
        self._held.append(event)
        return True

    def done(self, leading: DOMNode | None) -> None:
        """Note that an event has been handed out; if it leads on, to which widget or screen."""
        self._turn += 1
        self._way = ()
        if leading is not None:
            up = [node for node in leading.ancestors_with_self if node is not self._app]
            self._way, self._begun = (*up, self._app, leading, *up), monotonic()
        if self._held:
            self._follow()

    def _follow(self) -> None:
        if not self._way:
            self._end(self._turn)
            return
        self._app.set_timer(_PATIENCE, lambda turn=self._turn: self._end(turn))
        self._pass_on(self._turn, iter(self._way))

    def _pass_on(self, turn: int, way: Iterator[DOMNode]) -> None:
        """Put the token into the next queue on the way; those that are closed are passed over."""
        for node in way:
            if node.call_later(self._pass_on, turn, way):
                return
        self._end(turn)

    def _end(self, turn: int) -> None:
        if turn != self._turn:
            return
        typing = isinstance(self._app.focused, Input)  # where keys mean nothing that is shown
        settled = typing or getattr(self._app.screen, "settled", True)
        if not settled and monotonic() - self._begun < _LONGEST:
            self._app.set_timer(_SOON, lambda: self._end(turn))
        else:
            self._turn += 1
            self._way = ()
            if self._held:
                self._next = self._held.popleft()
                self._app.post_message(self._next)
