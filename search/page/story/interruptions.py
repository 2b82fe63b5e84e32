"""What interrupts a story and belongs to it: posts, tables and the times of a live page."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from search.page.line_class import LineClass
from search.page.lines import has_ink
from search.word_lists import alternation, word_lists

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.page.lines import Line

_BELOW_POST = 14
"""How many lines below a post its time, its counts and its buttons may reach."""
_POST_WORDS = 60
_BUTTON_WORDS = 6
_LEAST_ROWS = 2
_ROW_WORDS = 14
_WORDS_A_FIGURE = 4
_LEAST_TIMES = 3
_LONGEST_TIME = 30

_HANDLE = re.compile(r"@[\w.]{2,30}(?:@[\w.-]{3,40})?(?:\s?[·•]\s?.{1,30})?")
_ABOVE_POST = frozenset({"follow", "following", "verified", "·"})
"""Buttons between who posts and what is posted."""
_COUNT = re.compile(r"[\d.,]+\s?(?:[kKmM]|thousand|million)?")
_CLOCK = r"\d{1,2}(?:[:.h]\d{2}){1,2}(?:\s?[aApP]\.?[mM]\.?)?|\d{1,2}\s?[aApP]\.?[mM]\.?"
_POST_TIME = re.compile(rf"(?:{_CLOCK})\s?[·|,•-]\s?\S.{{3,40}}|.{{3,30}}\s(?:at|·)\s(?:{_CLOCK})")
_AGO = r"\d{1,3}\s?(?:s|m|h|d|min|mins|hr|hrs|sec|secs|minutes?|hours?|days?|seconds?)(?:\sago)?"
_TIME = re.compile(rf"(?:{_CLOCK}|{_AGO})(?:\s\(?[A-Z]{{2,5}}\)?)?")
_FIGURE = re.compile(r"[(+−–-]?[$€£¥]?\d[\d.,:/]*(?:%|[a-zA-Z]{1,3})?\)?")
_NOTHING = frozenset({"-", "–", "—", "n/a", "N/A", "..", "…", "nil"})


def with_interruptions(lines: Sequence[Line], classes: Sequence[LineClass]) -> list[LineClass]:
    """Give the class of each line, with what its neighbours tell: see the `LineClass`es below.

    `POSTED` is what stands below a post: when it was sent, how many liked it, what one can do with
    it. `ROW` is a row of a table, in figures or between strokes, of two at least; the line
    right above is its head. `TIME` is the time of an entry, where three at least stand alone, as
    on a live page. Cost: linear.
    """
    seen = list(classes)
    for place in range(1, len(lines)):
        if _answers(lines[place - 1], lines[place], seen[place]):
            seen[place] = LineClass.SENTENCE
    _mark_posts(lines, seen)
    _mark_rows(lines, seen)
    times = [i for i, line in enumerate(lines) if _is_time(line) and seen[i] in _MAY_BE_TIME]
    if len(times) >= _LEAST_TIMES:
        for place in times:
            seen[place] = LineClass.TIME
    return seen


def _answers(before: Line, line: Line, seen: LineClass) -> bool:
    return (
        seen is LineClass.BOILERPLATE
        and line.words == 1
        and line.text.endswith(".")
        and before.text.endswith("?")
    )


def _mark_posts(lines: Sequence[Line], seen: list[LineClass]) -> None:
    place = 0
    while place < len(lines):
        text = lines[place].text
        alone = text[0] == "@" and _HANDLE.fullmatch(text) is not None
        if not alone and seen[place] is not LineClass.POST:
            place += 1
            continue
        last = _last_of_post(lines, seen, place)
        if alone and last > place:  # else it may be an author's, below the byline
            seen[place] = LineClass.POST
            named = place > 0 and not lines[place].gap and seen[place - 1] is LineClass.SHORT
            if named and lines[place - 1].words <= _BUTTON_WORDS:
                seen[place - 1] = LineClass.POST
        for below in range(place + 1, last + 1):
            if _is_button(lines[below], seen[below]):
                seen[below] = LineClass.POSTED
            elif seen[below] is not LineClass.POST:
                seen[below] = LineClass.QUOTED
        place = last + 1


def _last_of_post(lines: Sequence[Line], seen: Sequence[LineClass], place: int) -> int:
    """Give the last line of a post that has anything below it that only posts have."""
    last = place
    ended, said = False, seen[place] is LineClass.POST and lines[place].words > _BUTTON_WORDS
    for below in range(place + 1, min(place + 1 + _BELOW_POST, len(lines))):
        line = lines[below]
        if seen[below] is LineClass.OTHERS or line.words > _POST_WORDS:
            break
        if _is_button(line, seen[below]):
            last = below
            ended = ended or line.text.lower() not in _ABOVE_POST
        elif ended or (line.gap and seen[below] is LineClass.PROSE and (said or last == place)):
            break  # what stands below the buttons is no part of it
        else:
            said = True
    return last


def _is_button(line: Line, seen: LineClass) -> bool:
    """Tell whether a line is what only posts have: a count, a time, a button."""
    if line.words > _BUTTON_WORDS + len("12:30") or seen is LineClass.POST:
        return False
    text = line.text
    return (
        text == "·"
        or _COUNT.fullmatch(text) is not None
        or _POST_TIME.fullmatch(text) is not None
        or (line.words <= _BUTTON_WORDS and _buttons().fullmatch(text) is not None)
    )


@cache
def _buttons() -> re.Pattern[str]:
    words = alternation(word_lists("page/boilerplate")["posts"]["buttons"])
    count = r"[\d.,]+\s?[kKmM]?"
    return re.compile(
        rf"(?:(?:{count}|read|view|show|see|all)\s)*(?:{words})(?:\s{count})?", re.IGNORECASE
    )


def _mark_rows(lines: Sequence[Line], seen: list[LineClass]) -> None:
    """Mark the rows of tables, and the line above that heads them."""
    start = 0
    while start < len(lines):
        stop = start
        while (
            stop < len(lines)
            and (seen[stop] in _MAY_BE_ROW or lines[stop].text[0] == "|" or _has_cells(lines[stop]))
            and (stop == start or not lines[stop].gap)
            and _is_row(lines[stop])
        ):
            stop += 1
        if stop - start >= _LEAST_ROWS:
            for place in range(start, stop):
                ruled = not has_ink(lines[place].text)  # below a table's head
                seen[place] = LineClass.RULE if ruled else LineClass.ROW
            strokes = lines[start].text.count("|")
            alike = strokes and lines[start - 1].text.count("|") == strokes
            headed = start > 0 and not lines[start].gap
            headed = headed and (seen[start - 1] in _MAY_BE_ROW or bool(alike))
            if headed and lines[start - 1].words <= _ROW_WORDS and not lines[start - 1].ends:
                seen[start - 1] = LineClass.ROW
        start = max(stop, start + 1)


def _is_row(line: Line) -> bool:
    """Tell whether a line could be a row: words, then figures, or cells between strokes."""
    if line.words > _ROW_WORDS or line.ends:
        return False
    parts = line.text.split()
    if "|" in line.text:  # without figures, and without a stroke at its edge, it may be a menu
        return line.text[0] == "|" or any(map(_is_figure, parts))
    if len(parts) == 1 or not _is_figure(parts[-1]):
        return False
    return sum(map(_is_figure, parts)) * _WORDS_A_FIGURE >= len(parts)


def _has_cells(line: Line) -> bool:
    """Tell whether what looks like a menu, words between strokes, has figures in most of its cells."""
    cells = [cell.strip() for cell in line.text.split("|")]
    return not line.cues and 2 * sum(map(_is_figure, cells)) >= len(cells) > 1


def _is_figure(part: str) -> bool:
    return part in _NOTHING or _FIGURE.fullmatch(part) is not None


def _is_time(line: Line) -> bool:
    text = line.text
    return text[0].isdigit() and len(text) <= _LONGEST_TIME and _TIME.fullmatch(text) is not None


_MAY_BE_ROW = frozenset({LineClass.SHORT, LineClass.ITEM, LineClass.SENTENCE})
_MAY_BE_TIME = frozenset({LineClass.SHORT, LineClass.DATE, LineClass.BOILERPLATE})
