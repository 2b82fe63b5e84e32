"""The Textual app: it connects screens, settings and themes, and does nothing else."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from tui import remembered, settings
from tui.commands import bindings
from tui.navigation.navigating_app import NavigatingApp
from tui.screens.library.screen import LibraryScreen
from tui.themes import NO_COLOR, THEMES, own_theme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType
    from textual.screen import Screen
    from textual.theme import Theme


class DiptychApp(NavigatingApp):
    """The app for one library.

    Args:
        library: a folder of articles, or one file.
        search: the query to begin with.
        compare: two articles to begin with, side by side: paths, ids or prefixes of ids.
        sync: whether to look for changed files at the start.
        fresh: whether to begin at the list, wherever the last session ended.
        linear: whether to write for a screen reader, whatever the settings say.
        chosen: what the settings say; as their file does when None.
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
        fresh: bool = False,
        linear: bool = False,
        chosen: settings.Settings | None = None,
    ) -> None:
        # Textual chooses its filter for NO_COLOR once, here, by whether colours are the terminal's.
        no_color = "NO_COLOR" in os.environ
        super().__init__(ansi_color=True if no_color else None)
        chosen = chosen or settings.load()
        if linear or chosen.linear:
            self.be_linear()
        self._first = LibraryScreen(
            library, search=search, compare=compare, sync=sync, chosen=chosen
        )
        self.start_at(
            library, self._first, dict(chosen.keys), resume=not (fresh or search or compare)
        )
        self.set_keymap(self.keymap)
        for theme in (*THEMES, *map(own_theme, chosen.themes)):
            self.register_theme(theme)
        self._chosen_theme = remembered.ChosenTheme(chosen.theme)
        self._faults = [*chosen.faults, *self._chosen_theme.faults()]
        name = NO_COLOR if no_color else self._chosen_theme.name or settings.THEME
        if name not in self.available_themes:
            self._faults.append(f'settings: there is no theme called "{name}"')
            name = settings.THEME
        self.theme = self._theme_shown = name

    def get_default_screen(self) -> Screen[None]:
        """Give the library screen, so that no other screen is drawn first."""
        return self._first

    def action_theme(self) -> None:
        """Let the user choose the colours, each of which shows while it is the current one."""
        from tui.screens.picker.theme_picker import ThemePicker  # noqa: PLC0415 - seldom needed

        themes = {name: theme.dark for name, theme in sorted(self.available_themes.items())}
        self.push_screen(ThemePicker(themes, self.theme, self._show_theme), self._choose_theme)

    def _show_theme(self, name: str) -> None:
        self._theme_shown = name
        self.theme = name

    def _choose_theme(self, name: str | None) -> None:
        if name is not None:
            self.warn(self._chosen_theme.remember(name))

    def on_mount(self) -> None:
        """Show what was wrong with the settings, and prepare for signals and a lost terminal."""
        self.watch_terminal()
        self.theme_changed_signal.subscribe(self, self._remember_theme)
        self.warn(self._faults)

    def change_theme(self, chosen: settings.Settings) -> None:
        """Take the theme that the settings file now names, instead of one chosen before."""
        self._chosen_theme = remembered.ChosenTheme(chosen.theme)
        for theme in map(own_theme, chosen.themes):
            self.register_theme(theme)
        if "NO_COLOR" not in os.environ:
            self._show_theme(chosen.theme or settings.THEME)

    def _remember_theme(self, theme: Theme) -> None:
        """Save a newly chosen theme; the start theme, which is signalled too, is not saved."""
        if theme.name != self._theme_shown:
            self._theme_shown = theme.name
            self.warn(self._chosen_theme.remember(theme.name))

    def warn(self, faults: Iterable[str]) -> None:
        """Show warnings, one notification each."""
        for fault in faults:
            self.notify(fault, markup=False, severity="warning")
