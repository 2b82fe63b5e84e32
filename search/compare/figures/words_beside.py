"""The words of its clause before and after a number, which say what it is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.compare.figures.currency import SIGNS
from search.compare.figures.number_context import hedges, meaning
from search.compare.figures.number_words import currency_named, number_words, percent

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from search.compare.annotated_article import Word

_NEAR = 3
"""Content words before a number that may say what it is of."""
_ABOUT = 5
"""Content words after a number that may say what is counted, and of what."""
_FAR = 50
"""Words on either side among which these are looked for."""
APART = frozenset("-–")
"""What stands between both halves of a score or of a range."""


def words_after(words: Sequence[Word], first: int, text: str) -> Iterator[tuple[str, int]]:
    """Yield the stems of the content words that follow a number in its clause, and where each ends.

    What follows `and` may be of something else: `killing 10 people and wounding others`.
    """
    found = 0
    for k in range(first, min(first + _FAR, len(words))):
        gap = text[words[k - 1].stop : words[k].start]
        end = words[k].form == "and" or found == _ABOUT or _numeric(words, k)
        if end or gap.strip("-%'’s \u00a0"):
            return
        if not words[k].stop_word:
            yield meaning(words[k]), words[k].stop
            found += 1


def words_before(words: Sequence[Word], first: int, text: str) -> Iterator[str]:
    """Yield the stems of content words before a number, nearest first, back to the beginning of its clause.

    There are none where it is the second of two (`12 people and two dogs`).
    """
    found = 0
    if first and words[first - 1].form == "and":
        return
    first -= _score(words, first, text)
    for k in range(first - 1, max(-1, first - 1 - _FAR), -1):
        gap = text[words[k].stop : words[k + 1].start]
        if gap.strip(f"-'’s \u00a0{SIGNS}") or found == _NEAR or _numeric(words, k):
            return
        if not (words[k].stop_word or words[k].form in hedges()):
            yield meaning(words[k])
            found += 1


def _score(words: Sequence[Word], first: int, text: str) -> int:
    """Count the words of the other half of a score before a number: `218-210`, `218 to 212`."""
    to = first > 1 and words[first - 1].form == "to"
    other = words[first - 1 - to] if first else None
    if other is None or not other.form.isdigit():
        return 0
    return 1 + to if to or text[other.stop : words[first].start] in APART else 0


def _numeric(words: Sequence[Word], k: int) -> bool:
    """Tell whether a word belongs to another number: `100 pesos for each of 24 shares`."""
    if _is_number(words[k].form):
        return True
    return k > 0 and _is_number(words[k - 1].form) and bool(currency_named(words[k]))


def _is_number(form: str) -> bool:
    return form[0].isdigit() or form in percent() or form in number_words()
