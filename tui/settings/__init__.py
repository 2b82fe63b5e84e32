"""What a user can set: the table of all settings, the file that sets them, and its mistakes.

Reading it loads little, as most people have no file; what checks values, finds lines and writes
is loaded when it is needed.
"""

from tui.settings.settings_file import load, settings_path
from tui.settings.settings_value import (
    COLUMN,
    MEMORY,
    NARROWEST,
    THEME,
    WIDEST,
    OwnTheme,
    Problem,
    Settings,
    WordList,
)

__all__ = [
    "COLUMN",
    "MEMORY",
    "NARROWEST",
    "THEME",
    "WIDEST",
    "OwnTheme",
    "Problem",
    "Settings",
    "WordList",
    "load",
    "settings_path",
]
