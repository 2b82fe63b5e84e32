"""One article in a list, drawn in a fixed number of lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from tui.render.article_facts import UNKNOWN_SOURCE, day
from tui.render.paint import Mark, paint
from tui.render.wrap import clip, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from search import Excerpt, Hit, Marks

_ROOM_FOR_TWO = 4
"""Rows of at least so many lines may use two for the title."""
_PART = "⋯"
"""The sign of an article of whose text only a part is here."""
_COUNT = 5
"""Cells of the column of matches, up to `×999`."""
_DAY = 11
"""Cells of a day: `31 Dec 2017`."""
_ROOM_FOR_DAY, _ROOM_FOR_COUNTS = 56, 30
"""Cells from which a row of one line has these columns."""


class RowStyles(NamedTuple):
    """The styles of a row; `match` is laid over the others."""

    title: Style
    facts: Style
    text: Style
    match: Style


def row(
    hit: Hit, width: int, height: int, styles: RowStyles, sign: str = "", others: int = 0
) -> list[list[Segment]]:
    """Give the `height` lines of one hit, each at most `width` cells; some may be empty.

    Of one line, title and facts share it. Else the title takes one line, or two if the row has four or more; source, day and number of
    matches take one; the excerpt takes the rest. Text that doesn't fit ends with an ellipsis.
    `sign` and those of the marks stand before the source. `others` is how many other sources have the story.
    """
    if height == 1:
        return [_beside(hit, width, styles, sign, others)]
    most = 2 if height >= _ROOM_FOR_TWO else 1
    title = _lines(hit.head.label, hit.title_spans, width, most, styles.title, styles.match)
    rest = height - len(title) - 1
    text = _excerpt(hit.excerpt, width, rest, styles)
    lines = [*title, _facts(hit, width, styles, sign, others), *text]
    return [*lines, *([] for _ in range(height - len(lines)))][:height]


def _signs(marks: Marks) -> list[str]:
    """Give a sign for each kind of mark: a tick is read, a star starred, a hash tagged, a pen noted."""
    told = (("✓", marks.read), ("★", marks.starred), ("#", marks.tags), ("✎", marks.notes))
    return [sign for sign, there in told if there]


def _facts(hit: Hit, width: int, styles: RowStyles, sign: str, others: int) -> list[Segment]:
    """Give signs, source and day, and the counts at the right end, so that they are aligned."""
    when = day(hit.head.published)
    before = _before(hit, sign)
    source = hit.head.source or UNKNOWN_SOURCE
    counted, count = _counts(hit, others)
    room = max(1, width - cell_len(before) - cell_len(counted) - len(count) - 1)
    if others:
        full = f"{counted} source{'' if others == 1 else 's'}"
        if cell_len(f"{source}  {when}{full}") <= room + cell_len(counted):
            room -= cell_len(full) - cell_len(counted)
            counted = full
    source = clip(source, max(4, room - len(when) - 2))
    loud = styles.facts + styles.match + Style(underline=False)
    told = clip(f"{source}  {when}", room)
    if counted or count:
        told += " " * (room + 1 - cell_len(told)) + counted
    return [
        Segment(before, loud),
        Segment(told, styles.facts),
        Segment(count, loud),
    ]


def _beside(hit: Hit, width: int, styles: RowStyles, sign: str, others: int) -> list[Segment]:
    """Give one line: signs and title, then source, day and counts in columns as wide in every row."""
    counted, count = _counts(hit, others)
    counts = f"{counted:>{_COUNT}}", f"{count:>{_COUNT}}" if width >= _ROOM_FOR_COUNTS else count
    source = clip(hit.head.source or UNKNOWN_SOURCE, max(4, width // 5))
    facts = f"  {source}" + " " * (max(4, width // 5) - cell_len(source))
    if width >= _ROOM_FOR_DAY:
        facts += f"  {day(hit.head.published):>{_DAY}}"
    before = _before(hit, sign)
    loud = styles.facts + styles.match + Style(underline=False)
    room = max(1, width - sum(map(cell_len, (before, facts, *counts))))
    titled = _lines(hit.head.label, hit.title_spans, room, 1, styles.title, styles.match)
    title = titled[0] if titled else []
    gap = room - sum(segment.cell_length for segment in title)
    return [
        Segment(before, loud),
        *title,
        Segment(" " * gap + facts + counts[0], styles.facts),
        Segment(counts[1], loud),
    ]


def _before(hit: Hit, sign: str) -> str:
    part = "" if hit.head.whole else _PART
    return "".join(f"{one} " for one in (sign, *_signs(hit.marks), part) if one)


def _counts(hit: Hit, others: int) -> tuple[str, str]:
    """Give how many other sources have the story, and the number of matches."""
    count = f"{f'×{hit.matches}':>{_COUNT}}" if hit.matches else ""
    return f"+{others}" if others else "", count


def _excerpt(excerpt: Excerpt, width: int, most: int, styles: RowStyles) -> list[list[Segment]]:
    """Show the beginning of an excerpt, or a part that begins a little before its first match.

    The excerpt may be longer than the row has room for; its match should be seen.
    """
    text = excerpt.text
    spans: Sequence[tuple[int, int]] = excerpt.spans
    cuts = wrap(text, width)
    seen = cuts[min(most, len(cuts)) - 1][1] if most > 0 else 0
    if spans and spans[0][1] >= seen:
        # Not so late that the row would have empty lines.
        goal = min(spans[0][0] - width // 3, len(text) - width * most + width // 4)
        start = text.rfind(" ", 0, max(0, goal)) + 1
        if start:
            spans = [(a - start + 1, b - start + 1) for a, b in spans]
            text = "…" + text[start:]
    return _lines(text, spans, width, most, styles.text, styles.match)


def _lines(
    text: str, spans: Iterable[tuple[int, int]], width: int, most: int, base: Style, match: Style
) -> list[list[Segment]]:
    """Wrap a text into at most so many lines; if it is cut, it ends with an ellipsis."""
    if most <= 0 or not text:
        return []
    marks = [Mark(a, b, match) for a, b in spans]
    cuts = wrap(text, width)
    lines = [paint(text, a, b, base, marks) for a, b in cuts[:most]]
    if len(cuts) > most:
        start = cuts[most - 1][0]
        kept = clip(text[start:], width).removesuffix("…")
        lines[-1] = [
            *paint(text, start, start + len(kept), base, marks),
            Segment("…", base),
        ]
    return lines
