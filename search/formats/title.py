"""Which line of a page is its headline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from search.formats.authors import byline_names
from search.formats.looks import Look

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from search.formats.lines import Line

_REACH = 40
"""How many lines before the story are looked at; all above them is navigation."""
_INTO = 6
"""How many lines into the story: the lead above a headline may have been taken for its start."""
_MOST_WORDS = 34
_MOST_CHARACTERS = 300
_WORD = re.compile(r"[^\W\d_]{3,}")
_NEAR = 5
_LEAST = 0.6


def find_title(
    lines: Sequence[Line], looks: Sequence[Look], region: range, slug: Set[str]
) -> int | None:
    """Give the place of the headline among the lines, or None when none stands out.

    A headline stands before the story, names what the story names, is followed by the byline
    or the date, and may be said again in the address or further down the page.

    Args:
        region: where the story is.
        slug: the words of the article's own address, if known.
    """
    if not region:
        return None
    story = _content_words(" ".join(lines[i].text for i in region[:12]))
    counts: dict[str, int] = {}
    for line in lines:
        counts[line.text] = counts.get(line.text, 0) + 1
    best, found = _LEAST, None
    nearer = 0
    for place in range(min(region.start + _INTO, len(lines)) - 1, -1, -1):
        line = lines[place]
        if nearer > _REACH:
            break
        nearer += place < region.start
        if not 1 <= line.words <= _MOST_WORDS or len(line.text) > _MOST_CHARACTERS:
            continue
        if looks[place] not in {Look.SHORT, Look.SENTENCE, Look.PROSE}:
            continue
        score = _score(lines, looks, place, story=story, slug=slug)
        score -= 0.06 * nearer
        score += 0.4 * (counts[line.text] > 1 and line.words > 3)  # noqa: PLR2004
        if place >= region.start:
            score -= 0.5 * (place - region.start)
        if score > best:
            best, found = score, place
    return found


def _score(
    lines: Sequence[Line], looks: Sequence[Look], place: int, *, story: Set[str], slug: Set[str]
) -> float:
    line = lines[place]
    words = _content_words(line.text)
    score = min(line.words, 9) / 9
    if words:
        score += 1.6 * len(words & story) / len(words)
        score += 2.0 * len(words & slug) / len(words) if slug else 0.0
    if looks[place] is not Look.SHORT:
        score -= 0.8
    if byline_names(line.text):
        score -= 1.5
    after = range(place + 1, min(place + 1 + _NEAR, len(lines)))
    if any(looks[i] is Look.DATE or byline_names(lines[i].text) for i in after):
        score += 0.6
    if place == 0:
        score += 0.4
    return score


def _content_words(text: str) -> frozenset[str]:
    return frozenset(word.lower()[:6] for word in _WORD.findall(text) if len(word) > 3)  # noqa: PLR2004
