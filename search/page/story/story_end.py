"""Where a story ends: what belongs to it below its last paragraph."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from search.page.boilerplate_cues import cue_weight
from search.page.line_class import LineClass
from search.word_lists import word_lists

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.page.lines import Line

_LEAST_ITEMS = 2
_LEAST_WORDS = 2
_BOX = 14
"""Lines of a box within a story, at most."""
_SENTENCE = 8
_WHOLE = 15
"""Words of a paragraph that is no teaser."""
_LONGEST_TITLE = 40
_MARKED = re.compile(r"\W{0,2}\d{1,3}(?:[\].):]|\s)|[*†‡^]|\[\w{1,8}\]")
"""How a reference begins: `[1]`, `1.`, `*`."""
_CITED = re.compile(
    r"\bet al\.\s[A-Z]|\bdoi:\s?10\.|\b(?:19|20)\d\d(?:\s[A-Z][a-z]{2}(?:\s\d{1,2})?)?;\s?\d{1,4}(?:\(\w{1,9}\))?:\s?e?\d"
)
"""What a work in a journal is cited by: its many authors, its DOI, its year, volume and page."""
_BETWEEN_WORKS = 2
_NO_BOX = frozenset({LineClass.OTHERS, LineClass.COMMENTS, LineClass.ADDRESS})
_HEADING_WORDS = 12
_TOLD = frozenset({LineClass.PROSE, LineClass.SENTENCE})
_LISTED = frozenset({LineClass.ITEM, LineClass.ROW, LineClass.RULE})
_POSTED = frozenset({LineClass.POST, LineClass.QUOTED, LineClass.POSTED})


def whole_story(lines: Sequence[Line], classes: Sequence[LineClass], region: range) -> range:
    """Give a story's lines with those at its end that weigh too little to be found.

    Numbered references at the end don't belong to it. A short last sentence, a list or a table below its last words or below a heading of its own, and
    a post belong to it; links, and whatever comes after them, don't. Empty stays empty.
    Cost: linear in what is added.
    """
    stop = region.stop
    if not region:
        return region
    stop = _references(lines, region)
    if stop < region.stop:
        return range(region.start, stop)
    while stop < len(lines):
        further = _further(lines, classes, stop)
        if further == stop:
            break
        stop = further
    return range(region.start, stop)


def _references(lines: Sequence[Line], region: range) -> int:
    """Give where a story's numbered references begin, with their heading; its end without any."""
    for place in region:
        text = lines[place].text
        if len(text) > _LONGEST_TITLE or text.lower().strip(" :") not in _titles():
            continue
        below = lines[place + 1 : region.stop]
        marked = sum(_MARKED.match(line.text) is not None for line in below)
        if marked >= _LEAST_ITEMS and 2 * marked > len(below):
            return place
    return _cited_works(lines, region)


def _cited_works(lines: Sequence[Line], region: range) -> int:
    """Give where works begin that are cited at a story's end as journals have it: two at least."""
    begin, found = region.stop, 0
    for place in range(region.stop - 1, region.start, -1):
        if _CITED.search(lines[place].text):
            begin, found = place, found + 1
        elif begin - place > _BETWEEN_WORKS:
            break
    return begin if found >= _LEAST_ITEMS else region.stop


@cache
def _titles() -> frozenset[str]:
    return frozenset(word_lists("page/boilerplate")["references"]["titles"])


def _further(lines: Sequence[Line], classes: Sequence[LineClass], stop: int) -> int:
    """Give the end of the one thing that a story goes on with, or `stop`."""
    seen = classes[stop]
    if seen in _POSTED:
        return stop + 1
    if seen is LineClass.SENTENCE or (seen is LineClass.SHORT and _is_told(lines, stop)):
        return stop + 1
    if further := _beyond_box(lines, classes, stop):
        return further
    return _end_of_list(lines, classes, stop)


def _is_told(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a few words are a sentence: they end as one, answer a question, or ask one."""
    line = lines[place]
    if line.text.endswith("?"):
        return place + 1 < len(lines) and lines[place + 1].ends
    stopped = line.ends and "!" not in line.text[-2:]  # links and thanks shout
    return stopped and (lines[place - 1].text.endswith("?") or line.words >= _LEAST_WORDS)


def _beyond_box(lines: Sequence[Line], classes: Sequence[LineClass], stop: int) -> int:
    """Give the end of the paragraph that follows a box in a story; 0 if what follows is none.

    A box is a few lines of links, an offer, a player, the cells of a table: short ones, of which
    none opens a list of other stories. The paragraph has none of the words of boilerplate; shorter
    ones are two at least.
    """
    for place in range(stop, min(stop + _BOX, len(lines))):
        line, seen = lines[place], classes[place]
        if seen in _TOLD and place > stop and line.words >= _SENTENCE:
            several = place + 1 < len(lines) and _tells(lines[place + 1])
            whole = line.words >= _WHOLE and seen is LineClass.PROSE
            return place + 1 if _tells(line) and (whole or several) else 0
        if seen in _NO_BOX:
            return 0
    return 0


def _tells(line: Line) -> bool:
    """Tell whether a line ends as a sentence that tells something, and no offer or question."""
    return line.ends and line.text[-1] not in "?!" and not cue_weight(line.text)


def _end_of_list(lines: Sequence[Line], classes: Sequence[LineClass], stop: int) -> int:
    """Give the end of a list or a table, with or without a heading; `stop` where there is none."""
    seen, line = classes[stop], lines[stop]
    headed = seen is LineClass.SHORT and line.words <= _HEADING_WORDS
    first = stop + 1 if headed else stop
    last = first
    while last < len(lines) and classes[last] in _LISTED:
        last += 1
    listed = last - first >= _LEAST_ITEMS and (
        not headed
        or line.text.endswith((":", "?"))
        or LineClass.ROW in classes[first:last]
        or any(item.ends for item in lines[first:last])
    )
    return last if listed else stop
