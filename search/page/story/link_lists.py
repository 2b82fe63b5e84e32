"""Long lists of links to other stories, whose headlines read like sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from search.page.line_class import LineClass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.page.lines import Line

_LEAST_LINKS = 8
_MOST_ENDED = 0.4
_CLOSING = "\"'”’»)]」』）"
_REFERENCES = re.compile(r"(?:\s?\[\w{1,4}\])+\Z")
"""What encyclopedias set behind a full stop: `.[12]`."""
_NEAR_END = 80
_LONG, _LONG_UNSPACED = 25, 60
"""Words, or characters where there are no spaces, that no headline has."""
_READS_AS_STORY = frozenset({LineClass.PROSE, LineClass.SENTENCE})
_NO_LINKS = frozenset({LineClass.ITEM, LineClass.ROW, LineClass.QUOTED, LineClass.POST})


def mark_link_lists(lines: Sequence[Line], classes: Sequence[LineClass]) -> list[LineClass]:
    """Give the classes of lines, with boilerplate for what reads like a story in a list of links.

    Such a list is eight lines and more without a gap and without a paragraph that comes to a full
    stop, of which few end as sentences do; headlines
    with a sentence in them (`So close! Why the ferry turned round`) look like paragraphs one by
    one. Lists with bullets, tables and posts are none. Cost: linear.
    """
    seen = list(classes)
    start = 0
    while start < len(lines):
        stop = start + 1
        while stop < len(lines) and not lines[stop].gap and not _is_none(lines[stop], seen[stop]):
            stop += 1
        ended = sum(_stops(lines[i]) for i in range(start, stop))
        if stop - start >= _LEAST_LINKS and ended <= _MOST_ENDED * (stop - start):
            for place in range(start, stop):
                if seen[place] in _READS_AS_STORY and not _is_none(lines[place], seen[place]):
                    seen[place] = LineClass.BOILERPLATE
        start = stop
    return seen


def _is_none(line: Line, seen: LineClass) -> bool:
    """Tell whether a line is no link to another story: a paragraph that ends, an item, a row, a post."""
    return seen in _NO_LINKS or (seen in _READS_AS_STORY and _stops(line))


def _stops(line: Line) -> bool:
    """Tell whether a line comes to a full stop; a headline that was cut has three.

    A line that is too long for a headline may end as any sentence does.
    """
    said = _REFERENCES.sub("", line.text[-_NEAR_END:]).rstrip(_CLOSING)
    if said[-1:] in {".", "。"} and not said.endswith(".."):
        return True
    ended = said[-1:] in {"!", "?", "…", "！", "？", "।"} or line.text[-1:] in {"」", "』"}
    unspaced = " " not in line.text and not line.text.isascii()
    return ended and (len(line.text) >= _LONG_UNSPACED if unspaced else line.words >= _LONG)
