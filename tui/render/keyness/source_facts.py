"""Sentences about two compared sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.render.article_facts import UNKNOWN_SOURCE, month
from tui.render.safe import safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search import Contrast, Preference

MEANING = (
    "z is the log-odds ratio of the two rates, with the whole library as prior (Monroe, Colaresi "
    "and Quinn 2008), over its deviation, widened for words that come in heaps (Rao and Scott "
    "1992). It tells that use differs, not why; nothing here is a judgement."
)
TOO_FEW = (
    "Too few articles: a word is weighed from three articles of a source on, and no word has "
    "them. Significance means nothing here."
)


def source_name(source: str | None) -> str:
    """Give a source's name, made safe to show."""
    return safe(source) if source is not None else UNKNOWN_SOURCE


def size_note(articles: int, words: int) -> str:
    """Give the size of a source: `1,240 articles · 512,300 words`."""
    return f"{_many(articles, 'article')} · {_many(words, 'word')}"


def months_note(months: Sequence[tuple[str | None, int]]) -> str:
    """Give the months a source covers: `Jan 2019 to May 2020 · 3 undated`."""
    known = [name for name, _ in months if name]
    undated = sum(count for name, count in months if name is None)
    parts = []
    if known:
        first, last = month(known[0]), month(known[-1])
        parts.append(first if first == last else f"{first} to {last}")
    if undated:
        parts.append(f"{undated:,} undated" if known else "no dates")
    return " · ".join(parts)


def stories_note(stories: int | None) -> str:
    """Say how many stories both sources have; empty while that is not known."""
    return "" if stories is None else f"{_many(stories, 'story', 'stories')} told by both"


def level_note(contrast: Contrast) -> str:
    """Say how many words are significant, and from which z on."""
    many = _many(contrast.weighed, "word")
    least = f"±{contrast.level:.2f}"
    if not contrast.significant:
        return (
            f"None of {many} reaches z {least}, which chance alone brings any to in 1 of 20 "
            "comparisons (Bonferroni): all of these may be chance."
        )
    reach = "reaches" if contrast.significant == 1 else "reach"
    return (
        f"{contrast.significant:,} of {many} {reach} z {least}, which chance alone brings any to in "
        "1 of 20 comparisons (Bonferroni). The others, without a z, may be chance."
    )


def lack_note(contrast: Contrast) -> str:
    """Say why there are no words; empty if there are any."""
    for source, articles in (
        (contrast.left, contrast.articles.left),
        (contrast.right, contrast.articles.right),
    ):
        if not articles:
            return f"There is no article of {source_name(source)}."
    if not contrast.weighed:
        return TOO_FEW
    return "" if contrast.preferences else "Neither uses any word more."


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
        f"{source_name(source)} {_many(times, 'time')}, {rate:,.1f} in 10,000 words, "
        f"in {articles:,} of {_many(of, 'article')}"
        for source, times, rate, articles, of in sides
    )


def _many(count: int, noun: str, nouns: str = "") -> str:
    return f"{count:,} {noun if count == 1 else nouns or noun + 's'}"
