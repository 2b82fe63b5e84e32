"""Reasons why articles may be one story, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.text import fold, stem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

_WORDS = 4
_NAME = 2.0
"""A shared name tells a person more than a shared word of the same weight."""


def shared_words(
    shared: Sequence[tuple[str, float]], shown: dict[str, str], language: str | None = None
) -> str | None:
    """Name up to four names or words that articles share, such as `shares: Guaidó, Vecchio`.

    Args:
        shared: the stems and how much each tells.
        shown: how to show a stem: the word, or a name of two it is part of. Stems without are
            left out.
        language: that of the article whose words are shown.

    Returns:
        The reason, None without a word to name.
    """
    held = {root for root, _ in shared}
    telling = {
        root: (_both(root, shown[root], held, language), weight)
        for root, weight in shared
        if root in shown
    }
    told: list[str] = []
    parts: set[str] = set()
    for root in sorted(telling, key=lambda root: (-_counting(*telling[root]), root)):
        words = set(telling[root][0].split())
        if len(told) < _WORDS and not words & parts:
            told.append(telling[root][0])
            parts |= words
    return f"shares: {', '.join(told)}" if told else None


def days_apart(one: date | None, other: date | None) -> str | None:
    """Say how far apart two days lie; None if one is unknown."""
    if one is None or other is None:
        return None
    days = abs((one - other).days)
    if days == 0:
        return "same day"
    return "1 day apart" if days == 1 else f"{days:,} days apart"


def _counting(shown: str, weight: float) -> float:
    return weight * _NAME if shown[:1].isupper() else weight


def _both(one: str, shown: str, held: set[str], language: str | None) -> str:
    """Show a name only where all of it is held by both: not Carlos Vecchio for any Carlos."""
    words = {stem(fold(word), language): word for word in shown.split()}
    return shown if words.keys() <= held else words.get(one, shown)
