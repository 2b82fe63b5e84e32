"""One article of a list, as lines of a fixed number."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment

from tui.render.facts import UNKNOWN_SOURCE, day
from tui.render.paint import Mark, paint
from tui.render.safe import safe
from tui.render.wrap import clip, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.style import Style

    from search import Hit, Span

_ROOM_FOR_TWO = 4
"""From so many lines on, a row may spend two on its title."""


class RowStyles(NamedTuple):
    """What a row is painted with; `match` lies over the others."""

    title: Style
    facts: Style
    text: Style
    match: Style


def row(
    hit: Hit, width: int, height: int, styles: RowStyles, sign: str = ""
) -> list[list[Segment]]:
    """Give the `height` lines of one hit, each at most `width` cells, some of them empty.

    The title takes one line, or two where the row has four or more; source, day and count of
    matches one; the excerpt the rest. What doesn't fit ends with an ellipsis. `sign` stands
    before the facts.
    """
    most = 2 if height >= _ROOM_FOR_TWO else 1
    title = _lines(hit.label, hit.title_spans, width, most, styles.title, styles.match)
    rest = height - len(title) - 1
    excerpt = hit.excerpt
    text = _lines(excerpt.text, excerpt.spans, width, rest, styles.text, styles.match)
    lines = [*title, _facts(hit, width, styles, sign), *text]
    return [*lines, *([] for _ in range(height - len(lines)))][:height]


def _facts(hit: Hit, width: int, styles: RowStyles, sign: str) -> list[Segment]:
    when = day(hit.published)
    count = f"  ×{hit.matches}" if hit.matches else ""
    before = f"{sign} " if sign else ""
    room = width - cell_len(before) - cell_len(count) - len(when) - 2
    source = clip(safe(hit.source or UNKNOWN_SOURCE), max(4, room))
    return [
        Segment(before, styles.match),
        Segment(
            clip(f"{source}  {when}", width - cell_len(before) - cell_len(count)), styles.facts
        ),
        Segment(count, styles.facts + styles.match if count else styles.facts),
    ]


def _lines(
    text: str, spans: Iterable[Span], width: int, most: int, base: Style, match: Style
) -> list[list[Segment]]:
    """Wrap a text into at most so many lines, cutting the last with an ellipsis."""
    if most <= 0 or not text:
        return []
    marks = [Mark(span.start, span.stop, match) for span in spans]
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
