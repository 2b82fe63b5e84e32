"""What needs the reader laid out, which it is only once it has been on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.screens.reading.reading_screen import ReadingScreen

_PAUSE = 0.05
"""Seconds between two looks."""


class FirstLayout:
    """Puts off what a key asks for until the reader is laid out; only the latest is done then."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._awaited: Callable[[], None] | None = None

    def then(self, act: Callable[[], None]) -> None:
        """Do something now, or as soon as the reader, which is about to be shown, is laid out."""
        if self._screen.reader.laid_out:
            act()
            return
        waits, self._awaited = self._awaited is not None, act
        if not waits:
            self._screen.set_timer(_PAUSE, self._look)

    def _look(self) -> None:
        act, self._awaited = self._awaited, None
        if act is not None and self._screen.reader.display:
            self.then(act)
