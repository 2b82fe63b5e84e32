"""What is said of two sources set against each other."""

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


def named(source: str | None) -> str:
    """Give a source's name as it may be shown."""
    return safe(source) if source is not None else UNKNOWN_SOURCE


def size_note(articles: int, words: int) -> str:
    """Say how much a source has: `1,240 articles · 512,300 words`."""
    return f"{_many(articles, 'article')} · {_many(words, 'word')}"


def months_note(months: Sequence[tuple[str | None, int]]) -> str:
    """Say which months a source covers: `Jan 2019 to May 2020 · 3 undated`."""
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
    """Say how many stories both tell; empty while nobody has looked."""
    return "" if stories is None else f"{_many(stories, 'story', 'stories')} told by both"


def level_note(found: Contrast) -> str:
    """Say from which z on one is given, and what that means."""
    many = _many(found.weighed, "word")
    least = f"±{found.level:.2f}"
    if not found.significant:
        return (
            f"None of {many} reaches z {least}, which chance alone brings any to in 1 of 20 "
            "comparisons (Bonferroni): all of these may be chance."
        )
    reach = "reaches" if found.significant == 1 else "reach"
    return (
        f"{found.significant:,} of {many} {reach} z {least}, which chance alone brings any to in "
        "1 of 20 comparisons (Bonferroni). The others, without a z, may be chance."
    )


def lack_note(found: Contrast) -> str:
    """Say why there are no words; empty if there are any."""
    for source, articles in (
        (found.left, found.articles.left),
        (found.right, found.articles.right),
    ):
        if not articles:
            return f"There is no article of {named(source)}."
    if not found.weighed:
        return TOO_FEW
    return "" if found.preferences else "Neither uses any word more."


def detail(found: Contrast, one: Preference) -> str:
    """Say all that is counted of a word."""
    rates = found.rates(one)
    sides = (
        (found.left, one.left, rates.left, one.articles.left, found.articles.left),
        (found.right, one.right, rates.right, one.articles.right, found.articles.right),
    )
    return f"{safe(one.word)}: " + " · ".join(
        f"{named(source)} {_many(times, 'time')}, {rate:,.1f} in 10,000 words, "
        f"in {articles:,} of {_many(of, 'article')}"
        for source, times, rate, articles, of in sides
    )


def _many(count: int, noun: str, nouns: str = "") -> str:
    return f"{count:,} {noun if count == 1 else nouns or noun + 's'}"
