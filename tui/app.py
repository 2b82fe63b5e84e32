"""The Textual app: it wires screens, settings and themes together, and does nothing else."""

from __future__ import annotations

import os
import shutil
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App, SystemCommand
from textual.events import Key, Paste, Resize
from textual.geometry import Size
from textual.widgets import Input
from textual.worker import WorkerFailed

from tui import remembered, settings
from tui.commands import COMMANDS, LEADING_ON, bindings, key_name
from tui.render import harmless
from tui.screens.library.screen import LibraryScreen
from tui.screens.overlay.too_small import TooSmall, too_small
from tui.terminal import clipboard, shutdown
from tui.terminal.key_order import Turns
from tui.terminal.output_gate import gated
from tui.themes import DEFAULT, NO_COLOR, THEMES

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Iterable, Iterator

    from rich.console import RenderableType
    from textual import events
    from textual.await_complete import AwaitComplete
    from textual.binding import ActiveBinding, BindingType
    from textual.driver import Driver
    from textual.screen import Screen
    from textual.theme import Theme
    from textual.timer import Timer
    from textual.widget import Widget

    from tui.commands import Home


_GIVE_WAY = 0.001
"""Seconds a thread that searches or reads may keep the interpreter from a key that has come."""

_REST = 0.2
"""Seconds without another size after which a window has come to rest."""

_LOOK_EVERY = 2.0
"""Seconds between two looks at whether the terminal is still there."""


_PATIENCE = 5.0
"""Seconds that leaving may take."""


class DiptychApp(App[None]):
    """Reads one library.

    Args:
        library: a folder of articles, or one file.
        search: the query to begin with.
        compare: two articles to begin with, side by side: paths, ids or prefixes of ids.
        sync: whether to look for changed files at the start.
    """

    TITLE = "Diptych"
    # Textual loads a screen's own styles when it is pushed; the first one never is.
    CSS_PATH = Path(__file__).parent / "screens" / "library" / "library.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("app")]
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self,
        library: Path,
        *,
        search: str | None = None,
        compare: tuple[str, str] | None = None,
        sync: bool = True,
    ) -> None:
        # Textual chooses its filter for NO_COLOR once, here, by whether colours are the terminal's.
        no_color = "NO_COLOR" in os.environ
        super().__init__(ansi_color=True if no_color else None)
        self._settings = settings.load({command.id for command in COMMANDS})
        self._library = library
        self._search = search
        self._compare = compare
        self._sync = sync
        for theme in THEMES:
            self.register_theme(theme)
        self.use_command_palette = True
        self._chosen = remembered.ChosenTheme(self._settings.theme)
        wanted = NO_COLOR if no_color else self._chosen.name or DEFAULT
        self._faults = [*self._settings.faults, *self._chosen.faults()]
        if wanted not in self.available_themes:
            self._faults.append(f'settings: there is no theme called "{wanted}"')
            wanted = DEFAULT
        self.theme = self._theme_shown = wanted
        self.set_keymap(dict(self._settings.keys))
        self._last_words = ""
        self._at_rest: Timer | None = None
        self._restore_signals: Callable[[], None] = lambda: None
        self._turns = Turns(self)

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

    def get_default_screen(self) -> Screen[None]:
        """Give the library screen, so that no other one is drawn first."""
        return LibraryScreen(
            self._library,
            search=self._search,
            compare=self._compare,
            sync=self._sync,
            column=self._settings.column,
            memory=self._settings.memory,
        )

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Give the palette every command that works now, with its key."""
        for key, (node, binding, enabled, _) in _first_keys(screen):
            if enabled and binding.id != "palette":
                run = partial(self.run_action, binding.action, node)
                yield SystemCommand(binding.description, f"{key_name(key)} · {binding.id}", run)
        yield SystemCommand("Choose the colours", "theme", self.action_theme)

    def action_palette(self) -> None:
        """Find a command by its name."""
        self.action_command_palette()

    def action_theme(self) -> None:
        """Choose the colours."""
        self.search_themes()

    def action_help(self) -> None:
        """Show all keys and what they do, those of this place first."""
        from tui.screens.overlay.help import help_sheet  # noqa: PLC0415 - seldom needed

        homes: tuple[Home, ...] = getattr(self.screen, "homes", ("app",))
        self.push_screen(help_sheet(homes, self._settings.keys))

    def on_mount(self) -> None:
        """Say what was wrong with the settings; be ready for ends nobody asked for."""
        if not self.is_headless:
            self._restore_signals = shutdown.heed_signals(self._obey, _PATIENCE)
            self.set_interval(_LOOK_EVERY, self._leave_with_terminal)
            shutdown.end_with_terminal(_LOOK_EVERY, _PATIENCE)
        self.theme_changed_signal.subscribe(self, self._remember_theme)
        self.warn(self._faults)

    def _remember_theme(self, theme: Theme) -> None:
        """Keep a theme for the next run; the one of the start, which is told too, is no choice."""
        if theme.name != self._theme_shown:
            self._theme_shown = theme.name
            self.warn(self._chosen.remember(theme.name))

    def warn(self, faults: Iterable[str]) -> None:
        """Say what the user should know, a sentence each."""
        for fault in faults:
            self.notify(fault, markup=False, severity="warning")

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

    def on_resize(self, event: events.Resize) -> None:
        """Cover everything while the window is too small; draw all of it anew.

        Of a window that shrank and grew again before this was told, less is left than is known.
        What was on its way for another size may still arrive, so it is drawn once more at rest, for
        the size that the window has then.
        """
        self.screen.refresh()
        if self._at_rest is not None:
            self._at_rest.stop()
        self._at_rest = self.set_timer(_REST, self._draw_anew)
        if too_small(event.size) and not isinstance(self.screen, TooSmall):
            self.push_screen(TooSmall())

    def _draw_anew(self) -> None:
        if not self.screen_stack:  # the app is being left, and all screens have gone already
            return
        self.screen.refresh()
        if self.is_headless or getattr(self._driver, "_in_band_window_resize", False):
            return
        # A signal of one size may be heard amid that of another, which then tells its own last.
        size = Size(*shutil.get_terminal_size())
        if size != self.size:
            self.post_message(Resize(size, size))


def _first_keys(screen: Screen[object]) -> Iterator[tuple[str, ActiveBinding]]:
    """Yield each command that can be run on a screen once, with the key shown for it."""
    seen: set[str | None] = {None}
    for key, active in screen.active_bindings.items():
        if active.binding.id not in seen:
            seen.add(active.binding.id)
            yield key, active
