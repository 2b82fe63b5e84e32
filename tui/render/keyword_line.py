"""Lines of a concordance: the word in the middle, with its context on both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len, split_graphemes

from tui.render.safe import safe
from tui.render.wrap import clip

if TYPE_CHECKING:
    from search import Use

_LEVELS = "▏▎▍▌▋▊▉█"


class KeywordLine(NamedTuple):
    """One use, fitted to a width; `before` is padded so that the matches are aligned."""

    before: str
    match: str
    after: str


def keyword_line(use: Use, width: int) -> KeywordLine:
    """Fit a use into so many cells; its word begins in the middle.

    What doesn't fit is cut from the ends; the word itself is cut only if nothing else is left.
    """
    left = width // 2
    before = " ".join(safe(use.before).split())
    spaced = bool(before) and use.before[-1].isspace()
    before = _padded(_tail(f"{before} " if spaced else before, left), left)
    match = clip(use.match, width - left)
    after = clip(use.after.rstrip(), max(0, width - left - cell_len(match)))
    return KeywordLine(before, match, after)


def _padded(text: str, width: int) -> str:
    """Pad a text on the left."""
    return " " * max(0, width - cell_len(text)) + text


def _tail(text: str, width: int) -> str:
    """Keep as much of the end of a text as fits after an ellipsis."""
    if cell_len(text) <= width:
        return text
    start, cells = len(text), 0
    for first, _, wide in reversed(split_graphemes(text)[0]):
        if cells + wide > width - 1:
            break
        start, cells = first, cells + wide
    return f"…{text[start:]}" if width > 0 else ""


def bar(count: int, most: int, cells: int) -> str:
    """Draw a count as a bar of at most so many cells; any count above 0 is visible."""
    if count <= 0 or most <= 0 or cells <= 0:
        return ""
    eighths = max(1, round(count * cells * 8 / most))
    full, rest = divmod(eighths, 8)
    return "█" * full + (_LEVELS[rest - 1] if rest else "")
