"""Copying text from a laid-out article without the line breaks of wrapping."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.render.passages.stretch import Stretch
from tui.render.safe import harmless

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.render.article_page import ArticlePage


def passage(page: ArticlePage, line: int) -> str | None:
    """Give the whole part on a line, or the first part after it; None if there is none."""
    for line_shown in page.lines[max(0, line) :]:
        part = page.parts[line_shown.part]
        if line_shown.part >= 0 and part.block >= 0 and part.kind not in {"fold", "note", "remark"}:
            return harmless(part.text)
    return None


def selected(
    page: ArticlePage, columns: Callable[[int], tuple[int, int] | None], margin: int
) -> str:
    """Give the text between two screen positions as it was written; see `selected_pieces`."""
    pieces = selected_pieces(page, columns, margin)
    return "\n\n".join(harmless(page.parts[i].text[a:b]) for i, (a, b) in pieces.items())


def selected_places(
    page: ArticlePage, columns: Callable[[int], tuple[int, int] | None], margin: int
) -> tuple[Stretch, ...]:
    """Give what is selected of each block that any is selected of, in order."""
    places = []
    for number, (start, stop) in selected_pieces(page, columns, margin).items():
        part = page.parts[number]
        text = part.text[start:stop]
        if part.is_text and text.strip():
            begin = start + len(text) - len(text.lstrip())
            places.append(Stretch(part.block, begin, begin + len(text.strip())))
    return tuple(places)


def selected_pieces(
    page: ArticlePage, columns: Callable[[int], tuple[int, int] | None], margin: int
) -> dict[int, tuple[int, int]]:
    """Give which parts have text between two screen positions, each with the span of that.

    Args:
        page: the layout that is shown.
        columns: gives for a line its selected characters, half-open, margin included, with -1
            for its end; None when none are selected.
        margin: blank characters before each line's prefix.

    Lines of one part are joined by the space they were broken at.
    """
    pieces: dict[int, tuple[int, int]] = {}
    for number, line in enumerate(page.lines):
        if line.part < 0 or (span := columns(number)) is None:
            continue
        part = page.parts[line.part]
        before = margin + len(part.first if line.start == 0 else part.rest)
        length = line.stop - line.start
        start = max(0, part.offset(span[0] - before))
        stop = length if span[1] == -1 else min(length, part.offset(span[1] - before))
        if start >= stop:
            continue
        first, _ = pieces.get(line.part, (line.start + start, 0))
        pieces[line.part] = first, line.start + stop
    return pieces
