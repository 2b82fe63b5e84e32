"""Two sources compared, as a JSON document."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from search.compare.gathered_wording import GatheredWording
    from search.export.json_output import Document
    from search.keyness import Contrast, Preference


def contrast_document(
    contrast: Contrast, limit: int | None = None, wording: GatheredWording | None = None
) -> Document:
    """Give the document; `vocabulary` has at most `limit` words that each side uses more.

    With `wording` also what one puts in place of what the other says, at most `limit` of them. A word is
    `significant` where |z| is `level` or more. Rates are per 10,000 words.
    """
    articles, words, months = contrast.articles, contrast.words, contrast.months
    return {
        "left": contrast.left,
        "right": contrast.right,
        "articles": {"left": articles.left, "right": articles.right},
        "words": {"left": words.left, "right": words.right},
        "months": {"left": _dated(months.left), "right": _dated(months.right)},
        "unknown": {"date": {"left": _undated(months.left), "right": _undated(months.right)}},
        "stories": contrast.stories,
        "weighed": contrast.weighed,
        "significant": contrast.significant,
        "level": round(contrast.level, 4),
        "vocabulary": [_word(contrast, one) for one in _at_most(contrast.preferences, limit)],
        "within": "shared stories" if contrast.within else "library",
        **(_wording(wording, limit) if wording is not None else {}),
    }


def _wording(wording: GatheredWording, limit: int | None) -> Document:
    """Give the replacements, those of most stories first, and over what they were gathered."""
    return {
        "wording": [
            {
                "left": one.left,
                "right": one.right,
                "times": one.times,
                "stories": one.stories,
                "examples": [
                    {
                        "left": {"id": had.left, "text": had.left_text},
                        "right": {"id": had.right, "text": had.right_text},
                    }
                    for had in one.examples
                ],
            }
            for one in wording.replacements[:limit]
        ],
        "wording_of": {
            "stories": wording.stories,
            "pairs": wording.pairs,
            "left_out": list(wording.cuts),
        },
    }


def _at_most(preferences: Iterable[Preference], limit: int | None) -> Iterator[Preference]:
    """Yield at most `limit` words of each side, in their order."""
    yielded = {True: 0, False: 0}
    for one in preferences:
        yielded[one.z > 0] += 1
        if limit is None or yielded[one.z > 0] <= limit:
            yield one


def _word(contrast: Contrast, one: Preference) -> Document:
    rates = contrast.rates(one)
    return {
        "word": one.word,
        "left": one.left,
        "right": one.right,
        "z": round(one.z, 4),
        "significant": one.significant,
        "articles": {"left": one.articles.left, "right": one.articles.right},
        "rates": {"left": round(rates.left, 4), "right": round(rates.right, 4)},
    }


def _dated(months: Iterable[tuple[str | None, int]]) -> Document:
    return {month: count for month, count in months if month is not None}


def _undated(months: Iterable[tuple[str | None, int]]) -> int:
    return sum(count for month, count in months if month is None)
