"""Themes that a user made in the settings: `[themes.NAME]`, with base colours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.settings.problem_list import short, unknown
from tui.settings.settings_value import OwnTheme

if TYPE_CHECKING:
    from tui.settings.problem_list import ProblemList

MOST_THEMES = 50
"""Themes of a user's own; the others are left out."""

COLOURS = (
    "primary",
    "secondary",
    "accent",
    "warning",
    "error",
    "success",
    "foreground",
    "background",
    "surface",
    "panel",
)
"""The base colours of a theme; all others are made from them."""

_NEEDED = ("primary", "foreground", "background")
_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")

LEAST_CONTRAST = 4.5
"""Between text and its ground: level AA of WCAG 2.2, success criterion 1.4.3."""


def read_themes(chosen: object, problems: ProblemList) -> tuple[OwnTheme, ...]:
    """Give the themes below [themes] that can be used; what can't be, or be read, is a problem."""
    if not isinstance(chosen, dict) or not all(isinstance(one, dict) for one in chosen.values()):
        problems.add(("themes",), 'themes wants tables, [themes.NAME], with primary = "#8fb8de"')
        return ()
    found: list[OwnTheme] = []
    for name, table in chosen.items():
        if len(found) == MOST_THEMES:
            problems.add(("themes", name), f"there are more than {MOST_THEMES} themes")
            break
        theme = _theme(name, table, problems)
        if theme is not None:
            found.append(theme)
            _check_contrast(theme, problems)
    return tuple(found)


def _theme(name: str, table: dict[str, object], problems: ProblemList) -> OwnTheme | None:
    if not _NAME.fullmatch(name):
        what = "wants a name of at most 40 small letters, digits and hyphens"
        problems.add(("themes", name), f'a theme {what}; "{short(name)}" is none')
        return None
    colours: dict[str, str] = {}
    dark = table.get("dark", True)
    for key, value in table.items():
        path = ("themes", name, key)
        if key == "dark":
            if not isinstance(value, bool):
                problems.add(path, f"dark of {name} wants true or false")
        elif key not in COLOURS:
            problems.add(path, f"{name} has no colour called {unknown(key, (*COLOURS, 'dark'))}")
        elif not isinstance(value, str) or not _HEX.fullmatch(value):
            problems.add(path, f'{key} of {name} wants a colour such as "#8fb8de"')
        else:
            colours[key] = value
    if missing := [key for key in _NEEDED if key not in colours]:
        problems.add(("themes", name), f"the theme {name} wants {' and '.join(missing)}")
        return None
    return OwnTheme(name, dark is not False, colours)


def _check_contrast(theme: OwnTheme, problems: ProblemList) -> None:
    """Warn of colours that are hard to read; the theme is used all the same."""
    grounds = [key for key in ("background", "surface", "panel") if key in theme.colours]
    for key, colour in theme.colours.items():
        if key in grounds:
            continue
        for ground in grounds if key == "foreground" else ("background",):
            ratio = contrast_ratio(colour, theme.colours[ground])
            if ratio < LEAST_CONTRAST:
                what = f"{key} of {theme.name} is hard to read on its {ground}"
                least = f"{ratio:.1f} to 1, and {LEAST_CONTRAST} is the least"
                problems.add(("themes", theme.name, key), f"{what}: {least}")


def contrast_ratio(one: str, other: str) -> float:
    """Give the contrast of two colours, 1 to 21, as WCAG 2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Give the relative luminance, 0 to 1: <https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>."""
    digits = colour[1:]
    pairs = [c * 2 for c in digits] if len(digits) == 3 else re.findall("..", digits)  # noqa: PLR2004 - of #abc
    parts = [int(pair, 16) / 255 for pair in pairs]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - as sRGB has it
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
