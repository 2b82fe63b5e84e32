"""The region of a page that is its story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.page.authors import byline_names, is_open_byline
from search.page.line_class import LineClass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.page.lines import Line

_WEIGHTS = {
    LineClass.SENTENCE: 0.5,
    LineClass.SHORT: -0.3,
    LineClass.BOILERPLATE: -0.6,
    LineClass.COMMENTS: -12.0,
    LineClass.OTHERS: -4.0,
    LineClass.CREDIT: 0.0,
    LineClass.CAPTION: 0.2,
    LineClass.DATE: -0.8,
    LineClass.ADDRESS: -0.5,
    LineClass.ITEM: 0.0,
    LineClass.POST: 0.2,
    LineClass.QUOTED: 0.1,
    LineClass.POSTED: 0.0,
    LineClass.ROW: 0.0,
    LineClass.RULE: 0.0,
    LineClass.TIME: 0.0,
    LineClass.TEASER: 0.0,
}
_WORDS_A_POINT = 20
_MOST_POINTS = 4.0
_HEAD_REACH = 8
_SIGNED = 3
"""How much more a run is worth with a byline or a date above it."""


def story_region(lines: Sequence[Line], classes: Sequence[LineClass]) -> range:
    """Give the lines among which the story stands: the run whose weights add up to most.

    Paragraphs weigh for the story by their length, links and boilerplate against it. Empty when
    no line reads like a story. A run with a byline or a date above it is worth more, for lists
    of teasers have none. Cost: linear.

    Source: J. Pasternack and D. Roth, Extracting Article Text from the Web with Maximum
    Subsequence Segmentation (2009).
    """
    best = total = peak = 0.0
    begin, factor, signed = 0, 1, -_HEAD_REACH - 1
    region = range(0)
    for place, (line, seen) in enumerate(zip(lines, classes, strict=True)):
        if total <= 0:
            total, peak, begin = 0.0, 0.0, place
            factor = _SIGNED if place - signed <= _HEAD_REACH else 1
        if seen is LineClass.DATE or byline_names(line.text) or is_open_byline(line.text):
            signed = place
        total += weight(line, seen)
        if total > peak:
            peak = total
            if peak * factor > best:
                best, region = peak * factor, range(begin, place + 1)
    return region


def weight(line: Line, seen: LineClass) -> float:
    """Give how much a line speaks for the story, positive, or against it."""
    if seen is LineClass.PROSE:
        return min(_MOST_POINTS, line.words / _WORDS_A_POINT + 0.3)
    if seen is LineClass.BOILERPLATE and line.words > _WORDS_A_POINT:
        return -1.5
    return _WEIGHTS[seen]
