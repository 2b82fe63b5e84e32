"""Which line of a page is its headline."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from search.formats.authors import byline_names, is_open_byline
from search.formats.looks import Look

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from search.formats.lines import Line

_REACH = 80
"""How many lines before the story are looked at; all above them is navigation."""
_INTO = 6
"""How many lines into the story: the lead above a headline may have been taken for its start."""
_MOST_WORDS = 34
_WORD = re.compile(r"[^\W\d_]{3,}")
_NEAR = 5
_LEAST = 0.6
_STORY_LINES = 24
_A_LINE_AWAY = 0.025
_INSIDE = 0.4
_FULL = 8
_FEW = 3
_HEADLINES = frozenset({Look.SHORT, Look.SENTENCE, Look.PROSE})


def find_title(
    lines: Sequence[Line], looks: Sequence[Look], region: range, slug: AbstractSet[str]
) -> int | None:
    """Give the place of the headline among the lines, or None when none stands out.

    A headline stands before the story, names what the story names, is followed by the byline
    or the date, and may be said again in the address or further down the page.

    Args:
        lines: the page's.
        looks: what each looks like.
        region: where the story is.
        slug: the words of the article's own address, if known.
    """
    if not region:
        return None
    story = _content_words(
        " ".join(lines[i].text for i in region[:_STORY_LINES] if i != region.start)
    )
    counts = Counter(line.text for line in lines)
    best, found = _LEAST, None
    last = min(region.start + _INTO, len(lines)) - 1
    for place in range(last, max(-1, region.start - _REACH), -1):
        line = lines[place]
        if looks[place] not in _HEADLINES or not 1 <= line.words <= _MOST_WORDS:
            continue
        score = _score(lines, looks, place, story=story, slug=slug)
        score -= _A_LINE_AWAY * abs(region.start - place) + _INSIDE * max(0, place - region.start)
        score += 0.4 * (counts[line.text] > 1 and line.words > _FEW)
        if score > best:
            best, found = score, place
    return found


def _score(
    lines: Sequence[Line],
    looks: Sequence[Look],
    place: int,
    *,
    story: AbstractSet[str],
    slug: AbstractSet[str],
) -> float:
    line = lines[place]
    words = _content_words(line.text)
    score = min(line.words, _FULL) / _FULL
    if words:
        sure = min(1.0, len(words) / _FEW) / len(words)
        score += 1.6 * len(words & story) * sure + 2.0 * len(words & slug) * sure
    if looks[place] is not Look.SHORT:
        score -= 0.7
    if byline_names(line.text):
        score -= 1.5
    following = lines[place + 1 : place + 1 + _NEAR]
    if any(
        looks[place + 1 + i] is Look.DATE or byline_names(near.text) or is_open_byline(near.text)
        for i, near in enumerate(following)
    ):
        score += 0.6
    if line.gap and (not following or following[0].gap):
        score += 0.3
    if place == 0:
        score += 0.4
    elif looks[place - 1] in {Look.SHORT, Look.SENTENCE} and lines[place - 1].words > _FEW:
        score -= 0.35  # a headline stands above its sub-headline, and apart from lists of links
    return score


def _content_words(text: str) -> frozenset[str]:
    return frozenset(word.lower()[:6] for word in _WORD.findall(text) if len(word) > 3)  # noqa: PLR2004
