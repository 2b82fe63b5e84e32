"""Diptych's own colour themes, one dark and one light, and those that a user made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.theme import Theme

from tui.settings import THEME

if TYPE_CHECKING:
    from tui.settings import OwnTheme

THEMES = (
    Theme(
        name=THEME,
        primary="#8fb8de",
        secondary="#b7a6e0",
        accent="#6cc3c1",
        warning="#f0c060",
        error="#f07a6a",
        success="#8fcf8a",
        foreground="#d8d8d2",
        background="#15171a",
        surface="#1c1f23",
        panel="#23272c",
        dark=True,
    ),
    Theme(
        name="diptych-light",
        primary="#1f4e79",
        secondary="#5b3f8c",
        accent="#0b6e6e",
        warning="#8a5200",
        error="#a3261b",
        success="#2f6b2a",
        foreground="#24262a",
        background="#faf8f3",
        surface="#f1eee6",
        panel="#e7e3d8",
        dark=False,
    ),
)

NO_COLOR = "ansi-dark"
"""The theme that uses the terminal's own colours."""


def own_theme(made: OwnTheme) -> Theme:
    """Give a user's theme; colours that it leaves out are made from its others by Textual."""
    colours = made.colours
    return Theme(
        name=made.name,
        dark=made.dark,
        primary=colours["primary"],
        secondary=colours.get("secondary"),
        warning=colours.get("warning"),
        error=colours.get("error"),
        success=colours.get("success"),
        accent=colours.get("accent"),
        foreground=colours.get("foreground"),
        background=colours.get("background"),
        surface=colours.get("surface"),
        panel=colours.get("panel"),
    )
