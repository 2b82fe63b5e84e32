"""The words each side uses more, as rows of counts, with what the figures mean."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment

from tui.render.facing.tell import SIDES
from tui.render.facts import UNKNOWN_SOURCE
from tui.render.safe import safe
from tui.render.wrap import clip, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.style import Style

    from search import Comparison, Usage

_FIGURES = 8
_LONGEST = 14
_LEAST_ROWS = 4
_BROAD = 60
"""From so many cells on, the two sides stand beside each other."""

_COUNTS = "Plain counts, left : right, most telling first; one pair of articles proves little."
MEETS = (
    "“Meets”: the share of words in sentences with a match across. "
    "Two outlets on one event share a median of three words in ten."
)
"""What the figure in the heads means."""


class WordsInk(NamedTuple):
    """The styles of the panel; all but `text` are laid over it."""

    text: Style
    heading: Style
    source: Style
    faint: Style
    more: Style


def words(comparison: Comparison, width: int, height: int, ink: WordsInk) -> list[list[Segment]]:
    """Draw the panel: as many words as fit, and what they mean.

    Gives at most `height` rows, none wider than `width` cells.
    """
    notes = _notes(width, height, ink)
    # A plain count must bear out what the heading says, whatever the lengths of the articles.
    left = [use for use in comparison.vocabulary if use.z > 0 and use.left > use.right]
    right = [use for use in comparison.vocabulary if use.z < 0 and use.left < use.right]
    names = (
        f"{SIDES['left']} {comparison.left.source or UNKNOWN_SOURCE}",
        f"{SIDES['right']} {comparison.right.source or UNKNOWN_SOURCE}",
    )
    heading = [Segment(" Words used more", ink.text + ink.heading)]
    room = height - 1 - len(notes)
    if width >= _BROAD:
        half = width // 2
        sides = [
            _side(name, uses, half, max(0, room - 1), ink)
            for name, uses in zip(names, (left, right), strict=True)
        ]
        body = [[*_filled(a, half, ink), *b] for a, b in zip_longest(*sides, fillvalue=[])]
    else:
        share = max(0, (room - 5) // 2)
        more = max(0, share - len(left)), max(0, share - len(right))
        body = [
            [],
            *_side(names[0], left, width, share + more[1], ink),
            [],
            *_side(names[1], right, width, share + more[0], ink),
        ]
    gap: list[list[Segment]] = [[]] if len(body) < room else []
    return [heading, *body, *gap, *notes][: max(0, height)]


def _notes(width: int, height: int, ink: WordsInk) -> list[list[Segment]]:
    """Say what the figures mean, as far as some words still find room."""
    rows: list[list[Segment]] = []
    for note in (_COUNTS, MEETS):
        cuts = wrap(note, max(1, width - 2))
        if height - len(rows) - len(cuts) < _LEAST_ROWS:
            break
        rows += [[Segment(f" {note[a:b]}", ink.text + ink.faint)] for a, b in cuts]
    return rows


def _side(
    name: str, uses: Sequence[Usage], width: int, most: int, ink: WordsInk
) -> list[list[Segment]]:
    rows = [[Segment(" " + clip(safe(name), width - 2), ink.text + ink.source)]]
    if not uses:
        return [*rows, [Segment(clip(" none more than the other", width), ink.text + ink.faint)]][
            : most + 1
        ]
    cell = _cell(uses, width)
    across = max(1, (width - 1) // cell)
    shown = uses[: max(0, most) * across]
    for i in range(0, len(shown), across):
        row = [Segment(" ", ink.text)]
        for use in shown[i : i + across]:
            row += _use(use, cell, ink)
        rows.append(row)
    return rows


def _cell(uses: Iterable[Usage], width: int) -> int:
    longest = max(cell_len(safe(use.word)) for use in uses)
    return min(width - 1, _FIGURES + 1 + min(longest, _LONGEST))


def _use(use: Usage, cell: int, ink: WordsInk) -> list[Segment]:
    style = ink.text + ink.more
    left, right = f"{use.left:>2}", f"{use.right:<2}"
    word = clip(safe(use.word), cell - _FIGURES - 1)
    return [
        Segment(left, style if use.z > 0 else ink.text),
        Segment(" : ", ink.text + ink.faint),
        Segment(right, style if use.z < 0 else ink.text),
        Segment(" " + word, ink.text),
        Segment(" " * (cell - len(left) - len(right) - 4 - cell_len(word)), ink.text),
    ]


def _filled(row: Sequence[Segment], width: int, ink: WordsInk) -> list[Segment]:
    used = sum(cell_len(segment.text) for segment in row)
    return [*row, Segment(" " * max(0, width - used), ink.text)]
