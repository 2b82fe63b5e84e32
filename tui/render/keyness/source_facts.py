"""Sentences about two compared sources, as a screen shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import search
from search import counted
from tui.render.article_facts import UNKNOWN_SOURCE
from tui.render.safe import safe

if TYPE_CHECKING:
    from search import Contrast, Preference


def source_name(source: str | None) -> str:
    """Give a source's name, made safe to show."""
    return safe(source) if source is not None else UNKNOWN_SOURCE


def lack_note(contrast: Contrast) -> str:
    """Say why there are no words, made safe to show; empty if there are any."""
    return safe(search.lack_note(contrast))


def detail(contrast: Contrast, preference: Preference) -> str:
    """Give all figures of a word."""
    rates = contrast.rates(preference)
    sides = (
        (
            contrast.left,
            preference.left,
            rates.left,
            preference.articles.left,
            contrast.articles.left,
        ),
        (
            contrast.right,
            preference.right,
            rates.right,
            preference.articles.right,
            contrast.articles.right,
        ),
    )
    return f"{safe(preference.word)}: " + " · ".join(
        f"{source_name(source)} {counted(times, 'time')}, {rate:,.1f} in 10,000 words, "
        f"in {articles:,} of {counted(of, 'article')}"
        for source, times, rate, articles, of in sides
    )
