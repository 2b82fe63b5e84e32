"""The problems of a settings file, gathered while it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search import did_you_mean
from tui.settings.key_lines import key_lines, line_of
from tui.settings.settings_value import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.settings.key_lines import KeyPath

LONGEST_NAME = 60
"""Characters of a name that a problem repeats."""

MOST_PROBLEMS = 20
"""Problems that are listed one by one: a screenful."""


class ProblemList:
    """Gathers problems by key; lines are looked for only if there are any.

    Args:
        text: the file, which is TOML.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: list[tuple[KeyPath, str]] = []

    def add(self, path: KeyPath, what: str) -> None:
        """Note what is wrong with the value of a key."""
        self._found.append((path, what))

    def concerns(self, name: str) -> bool:
        """Tell whether anything is wrong with a top-level setting."""
        return any(path[:1] == (name,) for path, _ in self._found)

    def problems(self) -> tuple[Problem, ...]:
        """Give the problems in the order of their lines; those beyond a screenful are counted."""
        if not self._found:
            return ()
        lines = key_lines(self._text)
        found = sorted(
            (Problem(line_of(lines, path), what) for path, what in self._found),
            key=lambda problem: problem.line,
        )
        if (more := len(found) - MOST_PROBLEMS) > 0:
            rest = Problem(found[MOST_PROBLEMS].line, f"{more:,} more problems from here on")
            found[MOST_PROBLEMS:] = [rest]
        return tuple(found)


def unknown(name: str, known: Iterable[str]) -> str:
    """Quote a name that isn't one of those known, with the nearest of them."""
    return f'"{short(name)}"{did_you_mean(name, known)}'


def short(name: str) -> str:
    """Cut a name to what a sentence can hold."""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
