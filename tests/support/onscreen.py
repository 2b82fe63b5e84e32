"""The current state of an app. Type checkers assume that `app.screen` never changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from textual.screen import Screen

if TYPE_CHECKING:
    from textual.app import App
    from textual.widget import Widget

S = TypeVar("S", bound=Screen[Any])


def on_top(app: App[Any], kind: type[S]) -> S:
    """Give the top screen, which must be of this class."""
    screen = app.screen
    assert isinstance(screen, kind), screen
    return screen


def shows(app: App[Any], kind: type[Screen[Any]]) -> bool:
    """Tell whether the top screen is of this class."""
    return isinstance(app.screen, kind)


def has_focus(app: App[Any], kind: type[Widget]) -> bool:
    """Tell whether a widget of this class has the focus."""
    return isinstance(app.focused, kind)
