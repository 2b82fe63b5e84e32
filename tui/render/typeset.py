"""Drawing one line of an article, with its highlights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.render.paint import Mark, paint

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.render.article_page import ArticlePage, PageLine

_UNLINED = Style(underline=False, italic=False)


@dataclass(frozen=True, slots=True)
class Look:
    """How an article is drawn.

    Attributes:
        width: of the window, in cells.
        margin: blank cells before the column.
        base: the style of the window.
        style_of: gives the style of a part's kind, of `match`, `current` and `selection`; an
            empty one for other names.
        current: the current match.
        count: the number of matches in words, for the end of the dateline; may be empty.
    """

    width: int
    margin: int
    base: Style
    style_of: Callable[[str], Style]
    current: int | None = None
    count: str = ""


def typeset(
    page: ArticlePage, number: int, look: Look, selection: tuple[int, int] | None = None
) -> Strip:
    """Draw one line, as wide as the window; lines below the last are blank.

    Segments have offsets for selecting text, and `match` or `fold` in their meta for clicks.
    `selection` has the selected characters of the line, margin included, half-open, with -1 for
    the end of the line.
    """
    if number >= len(page.lines):
        return Strip.blank(look.width, look.base)
    line = page.lines[number]
    if line.part < 0:
        return Strip.blank(look.width, look.base).apply_offsets(0, number)
    part = page.parts[line.part]
    before = " " * look.margin + (part.first if line.start == 0 else part.rest)
    style = look.base + look.style_of(part.kind)
    if part.kind == "fold":
        style += Style(meta={"fold": part.block})
    marks = _lit(page, line, look)
    if selection is not None:
        start = max(line.start, line.start + selection[0] - len(before))
        stop = line.stop if selection[1] == -1 else line.start + selection[1] - len(before)
        marks.append(Mark(start, stop, look.style_of("selection")))
    segments = [
        Segment(before, style + _UNLINED),
        *paint(part.text, line.start, line.stop, style, marks),
    ]
    if part.kind == "dateline" and look.count and line.stop == len(part.text):
        segments.append(Segment(f" · {look.count}", style))
    return Strip(segments).apply_offsets(0, number).adjust_cell_length(look.width, look.base)


def _lit(page: ArticlePage, line: PageLine, look: Look) -> list[Mark]:
    match, current = look.style_of("match"), look.style_of("current")
    return [
        Mark(
            lit.start,
            lit.stop,
            (current if i == look.current else match) + Style(meta={"match": i}),
        )
        for i, lit in page.matches_on(line)
    ]
