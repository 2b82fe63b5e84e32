"""The base of the app: handles keys in order, filters output, and restores the terminal."""

from __future__ import annotations

import os
import re
import shutil
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.events import Key, Paste, Resize
from textual.geometry import Size
from textual.widgets import Input
from textual.worker import WorkerFailed

from tui.commands import LEADING_ON
from tui.render import harmless, paragraphs
from tui.terminal import clipboard, shutdown
from tui.terminal.control_filter import ControlFilter
from tui.terminal.guardian import Guardian
from tui.terminal.key_order import KeyOrder
from tui.terminal.linear_mode import LINEAR, STYLES, LinearMode
from tui.terminal.terminal_driver import TerminalDriver

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Sequence

    from rich.console import RenderableType
    from textual import events
    from textual.await_complete import AwaitComplete
    from textual.driver import Driver
    from textual.filter import LineFilter
    from textual.screen import Screen
    from textual.timer import Timer
    from textual.widget import Widget

_GIVE_WAY = 0.001
"""Seconds that a thread may keep the interpreter before a key is handled."""

_REST = 0.2
"""Seconds without a change of size after which a window is drawn again."""

_LOOK_EVERY = 2.0
"""Seconds between two checks whether the terminal is still there."""


_PATIENCE = 5.0
"""Seconds that leaving the app may take."""

_REMAINDER = 1.0
"""Seconds that may still pass once the terminal is as it was."""

_TOAST, _TOAST_FRAME = 60, 4
"""Cells of a toast, if half the window has as many, and those beside its text."""

_WORD = re.compile(r"\S+")

_CONTROL_FILTER = ControlFilter()


class TerminalApp(App[None]):
    """An app that reports defects in one line and filters everything it writes."""

    def __init__(self, *, ansi_color: bool | None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._final_message = ""
        self._redraw_timer: Timer | None = None
        self._ending: int | None = None
        self.guardian: Guardian | None = None
        self._key_order = KeyOrder(self)
        self.linear: LinearMode | None = None

    def be_linear(self) -> None:
        """Write for a screen reader from the first frame on; see `LinearMode`."""
        self.linear = LinearMode()
        self.add_class(LINEAR)
        self.stylesheet.read(STYLES)

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        """Write what changed on the screen; in linear mode as plain lines."""
        if self.linear is None or self._driver is None or self.is_headless:
            super()._display(screen, renderable)
            return
        drawn = renderable is not None and not self._batch_count
        live = drawn and self._running and not self._closed
        if live and (written := self.linear.update(self.screen, self.size)):
            self._driver.write(written)
            self._driver.flush()
        self.post_display_hook()

    def watch_terminal(self) -> None:
        """Look whether the terminal is still there, if there is one; end if a signal has asked for it."""
        if not self.is_headless:
            self.set_interval(_LOOK_EVERY, self.exit_if_terminal_gone)
            shutdown.exit_without_terminal(_LOOK_EVERY, _PATIENCE)
        if self._ending is not None:
            self._exit_with(self._ending)

    async def on_event(self, event: events.Event) -> None:
        """Make keys and pasted text wait for an earlier key that leads elsewhere."""
        if not isinstance(event, (Key, Paste)) or event.is_forwarded:
            await super().on_event(event)
        elif not self._key_order.hold(event):
            target = self.focused or self.screen
            leads_on = isinstance(event, Key) and self._leads_on(event, target)
            await super().on_event(event)
            self._key_order.handled(target if leads_on else None)

    def _leads_on(self, key: Key, target: Widget) -> bool:
        if target.check_consume_key(key.key, key.character):
            return False
        if isinstance(target, Input):
            # The input inserts letters itself, but deletes and moves by bindings, which take
            # longer: letters typed afterwards would come first.
            return True
        bound = self.screen.active_bindings.get(key.key)
        return bound is not None and bound.binding.id in LEADING_ON

    def run(self, **options: Any) -> Any:
        """Run until the user leaves; report a defect in one line, after restoring the terminal.

        Parameters and result are those of `App.run`; the exit code is in `return_code`.
        """
        result = None
        sys.setswitchinterval(_GIVE_WAY)
        if self.guardian is None and not options.get("headless"):
            self.guardian = Guardian(0)  # before there are threads
        restore = shutdown.handle_signals(self._exit_soon, _PATIENCE)
        try:
            result = super().run(**options)
        except Exception as error:  # noqa: BLE001 - whatever it is, the user gets one line
            self._report_defect(error)
            self._say_final_message()
        finally:
            restore()
            if self.guardian is not None:
                self.guardian.dismiss()
        return result

    async def run_async(self, **options: Any) -> Any:
        """Run until the user leaves; once the terminal is as it was, wait for no thread for long.

        Takes and gives what `App.run_async` does.
        """
        try:
            return await super().run_async(**options)
        finally:
            if not options.get("headless"):
                self._say_final_message()
                shutdown.exit_within(_REMAINDER, self.return_code or 0)

    def _say_final_message(self) -> None:
        if self._final_message:
            print(f"diptych: {harmless(self._final_message)}", file=sys.stderr)  # noqa: T201 - see `run`
            self._final_message = ""

    def _handle_exception(self, error: Exception) -> None:
        """Leave after a defect; Textual's own method would print a traceback.

        A screen that is being closed misses parts of itself, and nothing can be drawn on a
        terminal that is gone: neither is a defect.
        """
        if self.leaving and not self.is_headless:
            pass
        elif not self.is_headless and shutdown.terminal_gone():
            self._exit_with(shutdown.HUNG_UP)
        elif not self._final_message:
            # Textual's test driver raises this error again.
            self._exception = error
            event_set: asyncio.Event = self._exception_event
            event_set.set()
            self._report_defect(error)
        self._close_messages_no_wait()

    def fail(self, error: Exception) -> None:
        """Leave after a defect that was met in a thread of the driver's."""
        self._handle_exception(error)

    def _report_defect(self, error: Exception) -> None:
        self._return_code = shutdown.DEFECT
        self._final_message = shutdown.write_report(
            error.error if isinstance(error, WorkerFailed) else error
        )

    def copy_to_clipboard(self, text: str) -> None:
        """Copy a text, made harmless except for line breaks, or warn that there is no clipboard."""
        text = "\n".join(map(harmless, text.split("\n")))
        self._clipboard = text
        if self._driver is None or clipboard.copy_by_program(text, os.environ):
            return
        if sequence := clipboard.escape_sequence(text, os.environ):
            self._driver.write(sequence)
        else:
            self.notify("This terminal has no clipboard to copy to.", severity="warning")

    def notify(self, message: str, **options: Any) -> None:
        """Show a message for a while; it is plain text, never markup.

        A warning that is shown still isn't shown again: what fails once fails at each key.
        """
        if self.linear is not None:
            self.linear.tell(harmless(message))
            if self._running and self.screen_stack:
                self.screen.refresh()
            return
        shown = self._in_lines(harmless(message))
        if options.get("severity") != "warning" or not self._shows(shown):
            super().notify(shown, **{"markup": False, **options})

    def _in_lines(self, message: str) -> str:
        """Break words, such as paths, that are longer than a line of a toast.

        For these Textual counts too few lines, and the end of the message isn't seen.
        """
        width = max(1, min(_TOAST, self.size.width // 2) - _TOAST_FRAME)
        return _WORD.sub(lambda word: "\n".join(paragraphs(word[0], width)), message)

    def _shows(self, message: str) -> bool:
        return any(one.message == message and not one.has_expired for one in self._notifications)

    def get_driver_class(self) -> type[Driver]:
        """Give the driver with filtered output."""
        return TerminalDriver

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Give what every line that is drawn passes, last of all what takes control characters out."""
        return [*super().get_line_filters(), _CONTROL_FILTER]

    def exit(
        self, result: None = None, return_code: int = 0, message: RenderableType | None = None
    ) -> None:
        """Leave, within a few seconds even if something hangs."""
        super().exit(result, return_code, message)
        if not self.is_headless:
            shutdown.exit_within(_PATIENCE, return_code)

    @property
    def leaving(self) -> bool:
        """Whether the app is about to end."""
        return self._exit or self._ending is not None

    def _exit_with(self, code: int) -> None:
        self.exit(return_code=code)

    def _exit_soon(self, code: int) -> None:
        """End as a signal asks; it may come before the loop runs, or after."""
        self._ending = code
        if self._loop is not None:
            with suppress(RuntimeError):  # the loop has ended already
                self._loop.call_soon_threadsafe(self._exit_with, code)

    def exit_if_terminal_gone(self) -> None:
        """Leave if the terminal is gone."""
        if shutdown.terminal_gone():
            self._exit_with(shutdown.HUNG_UP)

    def action_suspend(self) -> None:
        """Stop with the whole job, as ctrl+z does elsewhere; come back when the shell goes on with it."""
        if isinstance(self._driver, TerminalDriver):
            self._driver.stop()

    def pop_screen(self) -> AwaitComplete:
        """Close a screen, and free what was cached for it."""
        closed = self.screen
        leaving = super().pop_screen()
        # Textual caches the backgrounds of the last thousand widgets, which keeps their rows alive.
        for widget in closed.walk_children(with_self=True):
            widget.refresh()
        return leaving

    def redraw(self) -> None:
        """Draw everything, now and again once the size of the window no longer changes.

        If the window shrank and grew again before the app knew, part of its content is lost. Output
        for another size may still be on its way, so all is drawn again later, for the final size.
        """
        if self.linear is not None:
            self.linear.forget()
        self.screen.refresh()
        if self._redraw_timer is not None:
            self._redraw_timer.stop()
        self._redraw_timer = self.set_timer(_REST, self._redraw_when_settled)

    def _redraw_when_settled(self) -> None:
        if not self.screen_stack:  # the app is ending, and all screens are gone
            return
        self.screen.refresh()
        if self.is_headless or getattr(self._driver, "_in_band_window_resize", False):
            return
        # The signals of two changes may come in the wrong order; the terminal knows its true size.
        size = Size(*shutil.get_terminal_size())
        if size != self.size:
            self.post_message(Resize(size, size))
