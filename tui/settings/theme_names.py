"""Whether there is a theme of the name that the settings give. Loads all of Textual's themes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.settings.key_lines import key_lines
from tui.settings.problem_list import short
from tui.settings.settings_file import UnreadableSettingsError, read_text, settings_path
from tui.settings.settings_value import THEME, Problem

if TYPE_CHECKING:
    from tui.settings.settings_value import Settings

_OWN = frozenset({THEME, "diptych-light"})


def theme_names(chosen: Settings) -> list[str]:
    """Give the names of all themes there are, the user's own first, then by the alphabet."""
    from textual.theme import BUILTIN_THEMES  # noqa: PLC0415 - verbs don't load textual

    own = [theme.name for theme in chosen.themes]
    return list(dict.fromkeys([*own, *sorted(_OWN | set(BUILTIN_THEMES))]))


def with_theme_problem(chosen: Settings, text: str | None = None) -> Settings:
    """Add to the problems that there is no theme of the name in the settings, if that is so.

    Args:
        chosen: the settings.
        text: what they were read from; the settings file when None.
    """
    if chosen.theme is None or chosen.theme in theme_names(chosen):
        return chosen
    try:
        text = read_text(settings_path()) if text is None else text
        line = key_lines(text or "").get(("theme",), 0)
    except (UnreadableSettingsError, ValueError):  # changed since it was read
        line = 0
    problem = Problem(line, f'there is no theme called "{short(chosen.theme)}"')
    problems = sorted((*chosen.problems, problem), key=lambda one: one.line)
    return replace(chosen, problems=tuple(problems), given=chosen.given - {"theme"})
