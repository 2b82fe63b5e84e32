"""Handling keys in order: a key goes to the screen or widget that the key before it led to."""

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
"""Seconds after which a key counts as handled even if its token has not come back."""
_LONGEST = 1.0
"""Seconds that keys wait at most for a screen to load its content."""
_SOON = 0.01


class KeyOrder:
    """Holds keys back while an earlier key that leads elsewhere is still being handled.

    Textual gives a key to the focused widget when it arrives. But what a key does may pass through
    several message queues before it moves the focus, and keys typed meanwhile would go to the
    widget just left; or, in a text input, a letter may be inserted before an earlier key has
    deleted. So when another key follows closely, a token is sent after the first one through the
    same queues: from its target up, as the key goes until its binding is found, and up once more,
    as messages posted by its command go. If the screen then isn't `settled`, because content that
    the key led to is still being read, that is waited for.
    """

    def __init__(self, app: App[None]) -> None:
        self._app = app
        self._waiting: deque[Event] = deque()
        self._next: Event | None = None
        self._path: tuple[DOMNode, ...] = ()
        self._started = 0.0
        self._number = 0

    def hold(self, event: Event) -> bool:
        """Tell whether an event has to wait; if so, it is posted to the app again later."""
        if event is self._next:
            self._next = None
            return False
        if self._next is None and not self._waiting:
            if not self._path or monotonic() - self._started > _PATIENCE:
                return False
            self._send_token()
        self._waiting.append(event)
        return True

    def handled(self, target: DOMNode | None) -> None:
        """Note that an event was dispatched, and its target if it leads elsewhere."""
        self._number += 1
        self._path = ()
        if target is not None:
            ancestors = [node for node in target.ancestors_with_self if node is not self._app]
            self._path, self._started = (*ancestors, self._app, target, *ancestors), monotonic()
        if self._waiting:
            self._send_token()

    def _send_token(self) -> None:
        if not self._path:
            self._release(self._number)
            return
        self._app.set_timer(_PATIENCE, lambda number=self._number: self._release(number))
        self._pass_on(self._number, iter(self._path))

    def _pass_on(self, number: int, path: Iterator[DOMNode]) -> None:
        """Put the token into the next queue on the path, skipping closed ones."""
        for node in path:
            if node.call_later(self._pass_on, number, path):
                return
        self._release(number)

    def _release(self, number: int) -> None:
        if number != self._number:
            return
        typing = isinstance(self._app.focused, Input)  # its keys don't depend on the screen
        settled = typing or getattr(self._app.screen, "settled", True)
        if not settled and monotonic() - self._started < _LONGEST:
            self._app.set_timer(_SOON, lambda: self._release(number))
        else:
            self._number += 1
            self._path = ()
            if self._waiting:
                self._next = self._waiting.popleft()
                self._app.post_message(self._next)
