"""Drawing one line of an article, with its highlights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.render.paint import Mark, paint
from tui.render.passages.page_notes import NOTE_SIGN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tui.render.article_page import ArticlePage, PageLine, Part
    from tui.render.passages.stretch import Stretch

BAR = "▌"
"""The sign beside the lines of the marked passage."""
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
        marked, word: the marked passage, and the word chosen in it.
        noted: the passages with notes.
    """

    width: int
    margin: int
    base: Style
    style_of: Callable[[str], Style]
    current: int | None = None
    count: str = ""
    marked: Stretch | None = None
    word: Stretch | None = None
    noted: tuple[Stretch, ...] = ()


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
    sign, prefix = _margin(part, line, look), part.first if line.start == 0 else part.rest
    before = sign + prefix
    style = look.base + look.style_of(part.kind)
    if part.kind == "fold":
        style += Style(meta={"fold": part.block})
    marks = [*part.listed, *_own_marks(part, look), *_lit(page, line, look), *_word(part, look)]
    if selection is not None:
        first, last = (part.offset(shown - len(before)) for shown in selection)
        start = max(line.start, line.start + first)
        stop = line.stop if selection[1] == -1 else line.start + last
        marks.append(Mark(start, stop, look.style_of("selection")))
    segments = [
        *_before(sign, prefix, style + _UNLINED, look),
        *_painted(part, line, style, marks),
    ]
    if part.kind == "dateline" and look.count and line.stop == len(part.text):
        segments.append(Segment(f" · {look.count}", style))
    return Strip(segments).apply_offsets(0, number).adjust_cell_length(look.width, look.base)


def _painted(part: Part, line: PageLine, style: Style, marks: list[Mark]) -> list[Segment]:
    """Paint the text of a line, with its blank cells."""
    painted: list[Segment] = []
    begin = line.start
    for at, blank in part.pads:
        if line.start <= at <= line.stop:
            painted += paint(part.text, begin, at, style, marks)
            painted.append(Segment(" " * blank, style))
            begin = at
    return painted + paint(part.text, begin, line.stop, style, marks)


def _before(sign: str, prefix: str, style: Style, look: Look) -> list[Segment]:
    if not sign.strip():
        return [Segment(sign + prefix, style)]
    return [Segment(sign, look.base + look.style_of("sign")), Segment(prefix, style)]


def _margin(part: Part, line: PageLine, look: Look) -> str:
    """Give the cells before the column: a bar at the marked passage, a pen at those with notes.

    Where there is room for one sign only, the bar comes first.
    """
    bar = BAR if look.marked is not None and _touches(part, line, look.marked) else ""
    pen = NOTE_SIGN if any(_touches(part, line, at) for at in look.noted) else ""
    if look.margin > 1:
        return f"{pen or ' '}{bar or ' '}".rjust(look.margin) if pen or bar else " " * look.margin
    return (bar or pen).rjust(look.margin)[: look.margin]


def _touches(part: Part, line: PageLine, at: Stretch) -> bool:
    here = part.is_text and part.block == at.block
    return here and at.start < line.stop and at.stop > line.start


def _own_marks(part: Part, look: Look) -> Iterator[Mark]:
    if not part.is_text:
        return
    for at in look.noted:
        if at.block == part.block:
            yield Mark(at.start, at.stop, look.style_of("noted"))
    if look.marked is not None and look.marked.block == part.block:
        yield Mark(look.marked.start, look.marked.stop, look.style_of("marked"))


def _word(part: Part, look: Look) -> Iterator[Mark]:
    if look.word is not None and part.is_text and look.word.block == part.block:
        yield Mark(look.word.start, look.word.stop, look.style_of("word"))


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
