"""Sentences about two compared sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.article_words import UNKNOWN_SOURCE, counted, month

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.compare.gathered_wording import GatheredWording
    from search.keyness import Contrast, Preference

MEANING = (
    "z is the log-odds ratio of the two rates, with the whole library as prior (Monroe, Colaresi "
    "and Quinn 2008), over its deviation, widened for words that come in heaps (Rao and Scott "
    "1992). It tells that use differs, not why; nothing here is a judgement."
)
TOO_FEW = (
    "Too few articles: a word is weighed from three articles of a source on, and no word has "
    "them. Significance means nothing here."
)


def size_note(articles: int, words: int) -> str:
    """Give the size of a source: `1,240 articles · 512,300 words`."""
    return f"{counted(articles, 'article')} · {counted(words, 'word')}"


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


def wording_note(wording: GatheredWording) -> str:
    """Say over what wording was gathered, and what was left out."""
    said = (
        f"Gathered from {counted(wording.pairs, 'pair')} of articles in "
        f"{counted(wording.stories, 'story', 'stories')} that both tell."
    )
    return f"{said} Left out: {', '.join(wording.cuts)}." if wording.cuts else said


def stories_note(stories: int | None) -> str:
    """Say how many stories both sources have; empty while that is not known."""
    return "" if stories is None else f"{counted(stories, 'story', 'stories')} told by both"


def scope_note(contrast: Contrast) -> str:
    """Say of which articles the words are."""
    if contrast.within:
        return "Within shared stories: only articles of stories that both tell."
    return "Over the whole library."


def level_note(contrast: Contrast) -> str:
    """Say how many words are significant, and from which z on."""
    many = counted(contrast.weighed, "word")
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
    """Say why there are no words; empty if there are any. A source's name stands in it as it is."""
    if contrast.within and not contrast.stories:
        return "The two share no story."
    for source, articles in (
        (contrast.left, contrast.articles.left),
        (contrast.right, contrast.articles.right),
    ):
        if not articles:
            return f"There is no article of {UNKNOWN_SOURCE if source is None else source}."
    if not contrast.weighed:
        return TOO_FEW
    return "" if contrast.preferences else "Neither uses any word more."


def size_notes(contrast: Contrast) -> tuple[str, str]:
    """Give the size and the months of each source, the left one first.

    Within shared stories these are those of the articles that tell them.
    """
    left, right = (
        " · ".join(filter(None, (size_note(articles, words), months_note(months))))
        for articles, words, months in (
            (contrast.articles.left, contrast.words.left, contrast.months.left),
            (contrast.articles.right, contrast.words.right, contrast.months.right),
        )
    )
    return left, right


def used_more(contrast: Contrast, sign: int, limit: int | None = None) -> list[Preference]:
    """Give the words that the left (`sign` 1) or the right (-1) uses more, the most telling first."""
    return [one for one in contrast.preferences if one.z * sign > 0][:limit]
