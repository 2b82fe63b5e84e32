"""What an app shows now, asked anew each time: a type checker takes `app.screen` for unchanged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from textual.screen import Screen

if TYPE_CHECKING:
    from textual.app import App
    from textual.widget import Widget

S = TypeVar("S", bound=Screen[Any])


def on_top(app: App[Any], kind: type[S]) -> S:
    """Give the screen that lies on top, which must be of a kind."""
    screen = app.screen
    assert isinstance(screen, kind), screen
    return screen


def shows(app: App[Any], kind: type[Screen[Any]]) -> bool:
    """Tell whether a screen of a kind lies on top."""
    return isinstance(app.screen, kind)


def has_focus(app: App[Any], kind: type[Widget]) -> bool:
    """Tell whether a widget of a kind takes the keys."""
    return isinstance(app.focused, kind)
