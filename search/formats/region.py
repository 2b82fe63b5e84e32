"""Where the story of a page begins and ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.formats.looks import Look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.formats.lines import Line

_WEIGHTS = {
    Look.SENTENCE: 0.5,
    Look.SHORT: -0.45,
    Look.FURNITURE: -0.8,
    Look.COMMENTS: -12.0,
    Look.OTHERS: -4.0,
    Look.CREDIT: 0.0,
    Look.CAPTION: 0.2,
    Look.DATE: -0.8,
    Look.ADDRESS: -0.5,
    Look.ITEM: 0.0,
    Look.POST: 0.2,
}
_WORDS_A_POINT = 20
_MOST_POINTS = 4.0


def story_region(lines: Sequence[Line], looks: Sequence[Look]) -> range:
    """Give the lines among which the story stands: the run whose weights add up to most.

    Paragraphs weigh for the story by their length, links and furniture against it. Empty when
    no line reads like a story. Cost: linear.

    Source: J. Pasternack and D. Roth, Extracting Article Text from the Web with Maximum
    Subsequence Segmentation (2009).
    """
    best = total = 0.0
    begin = 0
    region = range(0)
    for place, (line, seen) in enumerate(zip(lines, looks, strict=True)):
        if total <= 0:
            total, begin = 0.0, place
        total += weight(line, seen)
        if total > best:
            best, region = total, range(begin, place + 1)
    return region


def weight(line: Line, seen: Look) -> float:
    """Give how much a line speaks for the story, positive, or against it."""
    if seen is Look.PROSE:
        return min(_MOST_POINTS, line.words / _WORDS_A_POINT + 0.3)
    if seen is Look.FURNITURE and line.words > _WORDS_A_POINT:
        return -1.5
    return _WEIGHTS[seen]
