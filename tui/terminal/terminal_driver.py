"""The driver of the terminal: it writes through the gate, stops with its job, and is never left half on."""

from __future__ import annotations

import os
import select
import termios
from contextlib import suppress
from time import sleep
from typing import TYPE_CHECKING, Any, cast

from textual.drivers.linux_driver import LinuxDriver
from textual.events import Resize
from textual.geometry import Size
from textual.messages import InBandWindowResize

from tui.terminal import job_control
from tui.terminal.output_gate import gate_output
from tui.terminal.terminal_input import TerminalInput

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.message import Message

    from tui.terminal.terminal_app import TerminalApp

_LOOK_EVERY = 0.1
"""Seconds between two looks at whether keys are still wanted."""
_PIECE = 4_096
"""Bytes that are read at once."""


class TerminalDriver(LinuxDriver):
    """Textual's driver, for an app that is a good guest.

    Its application mode is on or off, whoever asks how often: what the terminal was like before is
    noted only when it is turned on. Stopping waits for the loop, for the signal may come while
    the loop holds the lock of the output's queue.
    """

    def __init__(self, app: TerminalApp, **options: Any) -> None:
        self._on = False
        self._raw: list[Any] | None = None
        self._asked_for_sizes = False
        super().__init__(app, **options)

    @property
    def _host(self) -> TerminalApp:
        return cast("TerminalApp", self._app)

    def write(self, data: str) -> None:
        """Write what may be written; nothing while the terminal isn't ours."""
        if self._on:
            super().write(gate_output(data))

    def start_application_mode(self) -> None:
        """Take the terminal, unless it is ours already or gone."""
        if self._on:
            return
        self._writer_thread = None
        self._on = True
        self._note(taken=True)
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual's own
        self._on = self._writer_thread is not None
        with suppress(termios.error):
            self._raw = termios.tcgetattr(self.fileno)

    def stop_application_mode(self) -> None:
        """Leave the terminal as it was, unless it is already."""
        if self._on:
            super().stop_application_mode()
            self._on = False

    def close(self) -> None:
        """Wait until all is written."""
        super().close()
        self._note(taken=self._on)

    def _note(self, *, taken: bool) -> None:
        if self._host.guardian is not None:
            self._host.guardian.note(taken=taken)

    def disable_input(self) -> None:
        """Hear no more keys. From the background even that would be a reason to be stopped."""
        if self._on:
            super().disable_input()

    def stop(self, stop: Callable[[], None] = job_control.stop_job) -> None:
        """Give the terminal back, stop, and take it again when the job goes on with it."""
        if not self._on:
            return
        self.suspend_application_mode()
        stop()
        while job_control.in_background(self.fileno):
            sleep(_LOOK_EVERY)  # what goes on may be meant to end, and hear of that a little later
            if self._host.leaving:
                break
            job_control.stop_alone()
        if not self._host.leaving:
            self.resume_application_mode()

    def _run_input_thread(self) -> None:
        """Hear keys until the terminal is given back; a defect ends the app in one line."""
        try:
            self.run_input_thread()
        except Exception as error:  # noqa: BLE001 - a thread's, which nobody else would hear of
            self._host.call_later(self._host.fail, error)

    def run_input_thread(self) -> None:
        """Hear keys, mouse, reports and pastes."""
        heard = TerminalInput(lambda: self._in_band_window_resize)
        while not self.exit_event.is_set():
            patience = heard.patience
            ready, _, _ = select.select(
                [self.fileno],
                [],
                [],
                _LOOK_EVERY if patience is None else min(patience, _LOOK_EVERY),
            )
            messages = heard.take(self._read()) if ready else heard.wait()
            for message in messages:
                self.process_message(message)

    def _read(self) -> bytes:
        """Read what there is. Nothing, or an error, says that the terminal is gone, or another's."""
        with suppress(OSError):
            if data := os.read(self.fileno, _PIECE):
                return data
        self._host.call_later(self._host.exit_if_terminal_gone)
        self.exit_event.wait(_LOOK_EVERY)
        return b""

    def process_message(self, message: Message) -> None:
        """Pass on what was heard. How large the terminal is the system knows, and a report may not."""
        if isinstance(message, InBandWindowResize):
            if self._asked_for_sizes:
                self._asked_for_sizes = False
                super().process_message(message)
            return
        if isinstance(message, Resize):
            size = Size(*self._get_terminal_size())
            message = Resize(size, size, size, message.pixel_size)
        super().process_message(message)

    def _query_in_band_window_resize(self) -> None:
        self._asked_for_sizes = True
        super()._query_in_band_window_resize()

    def _sigtstp_application(self, *_: object) -> None:
        """Stop as soon as the loop can."""
        self._loop.call_soon_threadsafe(self.stop, job_control.stop_alone)

    def _sigcont_application(self, *_: object) -> None:
        """Draw all anew: we may have been stopped without a word, and others have used the terminal."""
        self._loop.call_soon_threadsafe(self._take_again)

    def _take_again(self) -> None:
        if not self._on or job_control.in_background(self.fileno):
            return
        if self._raw is not None:
            with suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self._raw)
        self.write("\x1b[?1049h\x1b[?25l\x1b[?1004h")
        self._enable_mouse_support()
        self._enable_bracketed_paste()
        self._disable_line_wrap()
        self._host.redraw()
