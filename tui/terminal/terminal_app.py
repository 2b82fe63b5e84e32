"""An app that is a good guest in a terminal: it takes keys in order, and leaves all as it was."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.events import Key, Paste, Resize
from textual.geometry import Size
from textual.widgets import Input
from textual.worker import WorkerFailed

from tui.commands import LEADING_ON
from tui.render import harmless
from tui.terminal import clipboard, shutdown
from tui.terminal.key_order import KeyOrder
from tui.terminal.output_gate import gated

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

    from rich.console import RenderableType
    from textual import events
    from textual.await_complete import AwaitComplete
    from textual.driver import Driver
    from textual.timer import Timer
    from textual.widget import Widget

_GIVE_WAY = 0.001
"""Seconds a thread that searches or reads may keep the interpreter from a key that has come."""

_REST = 0.2
"""Seconds without another size after which a window has come to rest."""

_LOOK_EVERY = 2.0
"""Seconds between two looks at whether the terminal is still there."""


_PATIENCE = 5.0
"""Seconds that leaving may take."""


class TerminalApp(App[None]):
    """Ends in one line whatever happens, and writes only what has passed the gate."""

    def __init__(self, *, ansi_color: bool | None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._last_words = ""
        self._at_rest: Timer | None = None
        self._restore_signals: Callable[[], None] = lambda: None
        self._turns = KeyOrder(self)

    def watch_terminal(self) -> None:
        """Be ready for ends nobody asked for, where there is a terminal."""
        if not self.is_headless:
            self._restore_signals = shutdown.heed_signals(self._obey, _PATIENCE)
            self.set_interval(_LOOK_EVERY, self._leave_with_terminal)
            shutdown.end_with_terminal(_LOOK_EVERY, _PATIENCE)

    async def on_event(self, event: events.Event) -> None:
        """Let keys, and what is pasted, wait for a key that leads elsewhere."""
        if not isinstance(event, (Key, Paste)) or event.is_forwarded:
            await super().on_event(event)
        elif not self._turns.hold(event):
            target = self.focused or self.screen
            leads = isinstance(event, Key) and self._leads_on(event, target)
            await super().on_event(event)
            self._turns.done(target if leads else None)

    def _leads_on(self, key: Key, target: Widget) -> bool:
        if target.check_consume_key(key.key, key.character):
            return False
        if isinstance(target, Input):
            # What is typed is put in by the line itself, what deletes or moves by a command of
            # the app: it would come after letters typed behind it.
            return True
        bound = self.screen.active_bindings.get(key.key)
        return bound is not None and bound.binding.id in LEADING_ON

    def run(self, **options: Any) -> Any:
        """Run until the user leaves; of a defect one line is said, once the terminal is restored.

        Takes and gives what `App.run` does; the exit code is in `return_code`.
        """
        result = None
        sys.setswitchinterval(_GIVE_WAY)
        try:
            result = super().run(**options)
        except Exception as error:  # noqa: BLE001 - whatever it is, the user gets one line
            self._own_up(error)
        finally:
            self._restore_signals()
        if self._last_words:
            print(f"diptych: {harmless(self._last_words)}", file=sys.stderr)  # noqa: T201 - see above
        return result

    def _handle_exception(self, error: Exception) -> None:
        """Leave after a defect, in place of Textual's own way, which prints a traceback."""
        if not self._last_words:
            # Whoever drives the app in a test raises these again.
            self._exception = error
            noted: asyncio.Event = self._exception_event
            noted.set()
            self._own_up(error)
        self._close_messages_no_wait()

    def _own_up(self, error: Exception) -> None:
        self._return_code = shutdown.DEFECT
        self._last_words = shutdown.report(
            error.error if isinstance(error, WorkerFailed) else error
        )

    def copy_to_clipboard(self, text: str) -> None:
        """Copy a text, made harmless but for its lines, or say that there is no clipboard."""
        text = "\n".join(map(harmless, text.split("\n")))
        self._clipboard = text
        if self._driver is None or clipboard.hand_over(text, os.environ):
            return
        if asked := clipboard.sequence(text, os.environ):
            self._driver.write(asked)
        else:
            self.notify("This terminal has no clipboard to copy to.", severity="warning")

    def notify(self, message: str, **options: Any) -> None:
        """Show a message for a while: text, whatever it cites, never markup."""
        super().notify(harmless(message), **{"markup": False, **options})

    def get_driver_class(self) -> type[Driver]:
        """Give the system's driver, behind a gate that lets through only what the app writes."""
        return gated(super().get_driver_class())

    def exit(
        self, result: None = None, return_code: int = 0, message: RenderableType | None = None
    ) -> None:
        """Leave, soon, whatever hangs."""
        super().exit(result, return_code, message)
        if not self.is_headless:
            shutdown.end_within(_PATIENCE, return_code)

    def _obey(self, code: int) -> None:
        self.exit(return_code=code)

    def _leave_with_terminal(self) -> None:
        if shutdown.hung_up():
            self._obey(shutdown.HUNG_UP)

    def pop_screen(self) -> AwaitComplete:
        """Leave a screen; what was painted of it is let go."""
        left = self.screen
        leaving = super().pop_screen()
        # Textual remembers the last thousand widgets it has mixed a ground for, with all their rows.
        for widget in left.walk_children(with_self=True):
            widget.refresh()
        return leaving

    def redraw(self) -> None:
        """Draw everything, now and once more when the window has come to rest.

        Of a window that shrank and grew again before this was told, less is left than is known.
        What was on its way for another size may still arrive, so it is drawn once more at rest, for
        the size that the window has then.
        """
        self.screen.refresh()
        if self._at_rest is not None:
            self._at_rest.stop()
        self._at_rest = self.set_timer(_REST, self._redraw_at_rest)

    def _redraw_at_rest(self) -> None:
        if not self.screen_stack:  # the app is being left, and all screens have gone already
            return
        self.screen.refresh()
        if self.is_headless or getattr(self._driver, "_in_band_window_resize", False):
            return
        # A signal of one size may be heard amid that of another, which then tells its own last.
        size = Size(*shutil.get_terminal_size())
        if size != self.size:
            self.post_message(Resize(size, size))
