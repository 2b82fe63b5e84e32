"""Cutting the parts of an article into lines of one column."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from tui.render.article_page import ArticlePage, Match, PageLine, Part, Place
from tui.render.passages.page_notes import NOTE_SIGN
from tui.render.table_rows import aligned, cells
from tui.render.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tui.render.passages.page_notes import Inlay

_INLAID = (f"  {NOTE_SIGN} ", "    ")


def lay_out(page_parts: Sequence[Part], width: int, inlay: Inlay | None = None) -> ArticlePage:
    """Cut parts into lines of at most `width` cells, with blank lines between parts.

    Tables that fit are aligned. What is inlaid stands below the line on which its passage ends, in parts of its own, after the
    others. Cost: linear in the text.
    """
    lines: list[PageLine] = []
    places: list[Place] = []
    matches: list[Match] = []
    more = _inlaid_parts(inlay)
    page_parts = aligned(page_parts, width)
    before: Part | None = None
    for number, part in enumerate(page_parts):
        for _ in range(_gap(before, part)):
            lines.append(PageLine(-1, 0, 0))
            places.append(Place(part.block, -2))
        cuts = wrap(part.text, max(1, width - len(part.first)))
        starts = [start for start, _ in cuts]
        below = -1
        if inlay is not None and part.is_text and part.block == inlay.block:
            below = max(0, bisect_left(starts, inlay.stop) - 1)
        where: list[int] = []
        for at, (start, stop) in enumerate(cuts):
            where.append(len(lines))
            lines.append(PageLine(number, start, stop))
            places.append(_place(part, start))
            if at == below:
                added = list(_inlaid(more, len(page_parts), width))
                lines.extend(added)
                places.extend(Place(part.block, max(start, stop - 1)) for _ in added)
        matches.extend(_matches(part, number, where, starts))
        before = part
    return ArticlePage((*page_parts, *more), tuple(lines), tuple(matches), tuple(places))


def _inlaid_parts(inlay: Inlay | None) -> tuple[Part, ...]:
    """Give the parts of what is inlaid; none without."""
    if inlay is None:
        return ()
    first, rest = _INLAID
    return tuple(
        Part("remark", text, inlay.block, (), rest if number else first, rest)
        for number, text in enumerate(inlay.paragraphs)
    )


def _inlaid(more: Sequence[Part], begin: int, width: int) -> Iterator[PageLine]:
    for number, part in enumerate(more, begin):
        for start, stop in wrap(part.text, max(1, width - len(part.first))):
            yield PageLine(number, start, stop)


def _place(part: Part, offset: int) -> Place:
    return Place(part.block, -1 if part.kind == "fold" else part.base + offset)


def _matches(part: Part, number: int, lines: list[int], starts: list[int]) -> Iterable[Match]:
    for start, stop in part.spans:
        yield Match(number, start, stop, lines[max(0, bisect_right(starts, start) - 1)])


def _gap(before: Part | None, part: Part) -> int:
    """Give how many blank lines stand before a part."""
    if before is None or part.kind in {"dateline", "tags"}:
        return 0
    if before.kind == part.kind == "list" and bool(cells(before)) != bool(cells(part)):
        return 1  # a table ends, or begins
    if before.kind == part.kind and part.kind in {"list", "code", "boilerplate", "note", "remark"}:
        return 0
    if before.kind == "fold" and part.kind == "boilerplate":
        return 0
    return 1
