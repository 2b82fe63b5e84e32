"""Titles of works and headlines in quotation marks, whose capitals make no names by themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from search.compare.names.known_words import known

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.compare.annotated_article import Word

_CLOSED_BY = {'"': '"', "“": "”", "‘": "’", "«": "»", "„": "“"}
_MARK = re.compile(f"[{''.join(_CLOSED_BY)}]")
_APOSTROPHES = frozenset({"'", "’"})
_UNCLOSED = 5
"""Words of a title from which on it may go on in the next sentence: “Over: Mayor Just Left Lorn! …”."""
_MOST_WORDS = 24
"""Words of a title at most: what is longer is somebody's speech."""


def quoted_titles(words: Sequence[Word], text: str) -> list[range]:
    """Give the words of a sentence that stand in quotation marks as a title does, range by range.

    Such a title has two words and more that mean something and a small one, all with a capital but
    for articles, prepositions and the like: `The Boy from Lorn`. Cost: linear in the words.
    """
    found: list[range] = []
    if not words or _MARK.search(text, max(0, words[0].start - 2), words[-1].stop) is None:
        return found
    first: int | None = None
    closing = ""
    for k, word in enumerate(words):
        gap = text[words[k - 1].stop if k else max(0, word.start - 2) : word.start]
        if first is not None and closing in gap and gap not in _APOSTROPHES:
            if _is_title(words[first:k]):
                found.append(range(first, k))
            first = None
        opening = _opening(gap) if first is None else None
        if opening is not None:
            first, closing = k, _CLOSED_BY[opening]
    if first is not None and _is_title(words[first:]):
        closed = closing in text[words[-1].stop : words[-1].stop + 3]
        if closed or len(words) - first >= _UNCLOSED:
            found.append(range(first, len(words)))
    return found


def _opening(gap: str) -> str | None:
    """Give the mark that opens a quotation right before a word, if one does."""
    sign = gap.rstrip(" \u00a0\u202f")[-1:]
    if sign not in _CLOSED_BY:
        return None
    if sign == '"':
        begins = gap.endswith(sign) and gap[-2:-1] in {"", " ", "(", "[", "—", "–", "\u00a0"}
        return sign if begins else None
    return sign


def fills(title: range, first: int, last: int) -> bool:
    """Tell whether a row is all of a title, but for an article before it."""
    return first - title.start <= 1 and last == title.stop


def is_quoted(words: Sequence[Word], first: int, last: int, text: str) -> bool:
    """Tell whether a row opens a bracket, or stands in quotation marks as the title of a work does."""
    start, stop = words[first].start, words[last - 1].stop
    before = text[max(0, start - 2) : start].strip()[-1:]
    after = text[stop : stop + 2]
    closing = _CLOSED_BY.get(before)
    closes = (
        closing is not None and closing in after and not after[after.index(closing) + 1 :].isalpha()
    )
    return last > first + 1 and (before == "(" or closes)


def _is_title(words: Sequence[Word]) -> bool:
    content = [word for word in words if not word.stop_word]
    return (
        1 < len(content) < len(words) <= _MOST_WORDS
        and words[0].capitalised
        and all(
            word.capitalised
            or word.form in known("rows.small_in_titles")
            or word.form[:1].isdigit()
            for word in words
        )
    )
