"""Applying a setting that was changed in the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.widgets.reader import Reader

if TYPE_CHECKING:
    from tui.navigation.navigating_app import NavigatingApp
    from tui.settings import Settings

_LATER = frozenset(
    {
        "citation",
        "library",
        "memory",
        "names.pattern",
        "columns",
        "linear",
        "watch",
        "hosts",
        "update",
    }
)


def apply(app: NavigatingApp, name: str, chosen: Settings) -> None:
    """Apply what can be applied while the reader is open; say if it has to wait.

    Args:
        app: the app with the screens.
        name: the setting that was changed.
        chosen: all settings, after the change.
    """
    if name == "theme":
        app.change_theme(chosen)
    elif name == "column":
        for screen in app.screen_stack:
            for reader in screen.query(Reader):
                reader.column = chosen.column
    elif name.startswith("keys."):
        app.keymap = dict(chosen.keys)
        app.set_keymap(app.keymap)
    elif name in _LATER:
        app.notify("Set. It holds from the next start on.", markup=False)
