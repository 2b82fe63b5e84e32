"""Which line of a page is its headline."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from search.page.authors import byline_names, is_open_byline, lone_names
from search.page.line_class import LineClass
from search.page.lines import content_words
from search.page.offices import names_an_office

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from search.page.lines import Line

_REACH = 80
"""How many lines before the story are looked at; all above them is navigation."""
_INTO = 6
"""How many lines into the story: the lead above a headline may have been taken for its start."""
_ENTRY = 4
"""How many lines above an entry's first paragraph its time may stand, with a heading between."""
_LEAST_ENTRIES = 3
_MOST_WORDS = 34
_NEAR = 5
_LEAST = 0.6
_STORY_LINES = 24
_A_LINE_AWAY = 0.025
_INSIDE = 0.8
_MOST_BESIDES = 2.75
"""More than a line can score by its classes, its neighbours and its being said again."""
_FULL = 8
_FEW = 3
_OFFICE_WORDS = 4
_LONGEST = 300
_HEADLINES = frozenset({LineClass.SHORT, LineClass.SENTENCE, LineClass.PROSE})


def find_title(
    lines: Sequence[Line], classes: Sequence[LineClass], region: range, slug: AbstractSet[str]
) -> int | None:
    """Give the place of the headline among the lines, or None when none stands out.

    A headline stands before the story, names what the story names, is followed by the byline
    or the date, and may be said again in the address or further down the page.

    Args:
        lines: the page's.
        classes: what each looks like.
        region: where the story is.
        slug: the words of the article's own address, if known.
    """
    if not region:
        return None
    told = region[:_STORY_LINES]
    story = Counter(word for i in told for word in content_words(lines[i].text))
    window = range(max(0, region.start - _REACH), min(region.start + _REACH, len(lines)))
    around = "\n".join(lines[i].text[:_LONGEST] for i in window)
    best, found = _LEAST, None
    last = min(region.start + _INTO, len(lines), _first_entry(classes, region)) - 1
    for place in range(last, max(-1, region.start - _REACH), -1):
        line = lines[place]
        if not _may_be_headline(line, classes[place]):
            continue
        words = content_words(line.text)
        shared = sum(story[word] > (place in told) for word in words)  # not with itself
        named = _named(words, shared, slug)
        if named + _MOST_BESIDES <= best:
            continue
        score = _score(lines, classes, place) + named
        score -= _A_LINE_AWAY * abs(region.start - place) + _INSIDE * max(0, place - region.start)
        score += 0.4 * (line.words > _FEW and around.count(line.text) > 1)
        if score > best:
            best, found = score, place
    return found


def _first_entry(classes: Sequence[LineClass], region: range) -> int:
    """Give where the first entry of a live page begins, by its time; the page's end on others.

    The headline of an entry is none of the page.
    """
    near = range(max(0, region.start - _ENTRY), region.stop)
    times = [place for place in near if classes[place] is LineClass.TIME]
    return times[0] if len(times) >= _LEAST_ENTRIES else len(classes)


def _may_be_headline(line: Line, seen: LineClass) -> bool:
    """Tell whether a line can be a headline at all: a paragraph's full stop rules it out."""
    stopped = seen is LineClass.PROSE and line.text.endswith(".")
    return seen in _HEADLINES and 1 <= line.words <= _MOST_WORDS and not stopped


def _named(words: AbstractSet[str], shared: int, slug: AbstractSet[str]) -> float:
    """Give how far the words of a line are those of the story and of the address."""
    sure = min(1.0, len(words) / _FEW) / len(words) if words else 0.0
    return 1.6 * shared * sure + 2.0 * len(words & slug) * sure


def _score(lines: Sequence[Line], classes: Sequence[LineClass], place: int) -> float:
    """Give how much a line looks like a headline, by itself and by what is next to it."""
    line = lines[place]
    score = min(line.words, _FULL) / _FULL
    if classes[place] is not LineClass.SHORT and not (line.text.endswith("?") and not line.breaks):
        score -= 0.7
    if byline_names(line.text) or len(lone_names(line.text)) > 1 or _is_office(line):
        score -= 1.5
    following = lines[place + 1 : place + 1 + _NEAR]
    if any(
        classes[place + 1 + i] is LineClass.DATE
        or byline_names(near.text)
        or is_open_byline(near.text)
        for i, near in enumerate(following)
    ):
        score += 0.6
    if line.gap and (not following or following[0].gap):
        score += 0.3
    if place == 0:
        score += 0.4
    elif _heads_apart(lines, classes, place - 1):
        score -= 0.35  # a headline stands above its sub-headline, and apart from lists of links
    return score


def _is_office(line: Line) -> bool:
    """Tell whether a line is what somebody is, `Science correspondent`, as it stands below a name."""
    return line.words <= _OFFICE_WORDS and names_an_office(line.text)


def _heads_apart(lines: Sequence[Line], classes: Sequence[LineClass], place: int) -> bool:
    """Tell whether a line stands apart like a headline."""
    line = lines[place]
    return (
        classes[place] in {LineClass.SHORT, LineClass.SENTENCE} and line.words > _FEW and line.gap
    )
