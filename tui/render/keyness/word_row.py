"""A word that one source uses more, as a row of cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment

from tui.render.wrap import clip

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.style import Style

    from search import Contrast, Preference
    from tui.render.comparison import Side

_GAP = 2
_LEAST_WORD, _MOST_WORD = 10, 24
_BAR, _MOST_BAR = 5, 16
_Z = 6


class ColumnInk(NamedTuple):
    """What a row is painted with."""

    word: Style
    number: Style
    bar: Style
    other: Style
    z: Style


class Columns(NamedTuple):
    """How many cells each column has; 0 leaves it out."""

    word: int
    times: int
    rates: int
    articles: int
    bar: int
    z: int


class _Told(NamedTuple):
    times: str
    rates: str
    articles: str


def columns(found: Contrast, words: Iterable[Preference], side: Side, width: int) -> Columns:
    """Share out a width among what is said of words: counts and z first, then rates, articles.

    Cost: linear.
    """
    said = [_Told("times", "in 10,000", "articles")]
    said += [_said(found, one, side) for one in words]
    times, rates, articles = (max(map(len, one)) for one in zip(*said, strict=True))
    left = width - _LEAST_WORD - (times + _GAP) - _Z
    shown = Columns(_LEAST_WORD, times, 0, 0, 0, _Z)
    for name, cells in (("bar", _BAR), ("rates", rates), ("articles", articles)):
        if left >= cells + _GAP:
            shown = shown._replace(**{name: cells})
            left -= cells + _GAP
    word = min(_MOST_WORD - _LEAST_WORD, max(0, left))
    bar = min(_MOST_BAR - _BAR, left - word) if shown.bar else 0
    return shown._replace(word=_LEAST_WORD + word, bar=shown.bar + max(0, bar))


def heading(shown: Columns, style: Style) -> list[Segment]:
    """Give the row that names the columns."""
    cells = ["word".ljust(shown.word)]
    cells += [
        " " * _GAP + name.rjust(width)
        for name, width in (
            ("times", shown.times),
            ("in 10,000", shown.rates),
            ("articles", shown.articles),
            ("", shown.bar),
        )
        if width
    ]
    return [Segment("".join(cells) + "z".rjust(shown.z), style)]


def word_row(
    found: Contrast, one: Preference, side: Side, shown: Columns, ink: ColumnInk
) -> list[Segment]:
    """Give the row of a word: its own source's figures first, then the other's.

    The bar parts in the ratio of the two rates. A z is given for what is significant only.
    """
    word, said = clip(one.word, shown.word), _said(found, one, side)
    segments = [Segment(word + " " * (shown.word - cell_len(word)), ink.word)]
    for text, width in (
        (said.times, shown.times),
        (said.rates, shown.rates),
        (said.articles, shown.articles),
    ):
        if width:
            segments.append(Segment(" " * _GAP + text.rjust(width), ink.number))
    if shown.bar:
        own = _own(found, one, side, shown.bar)
        segments += [
            Segment(" " * _GAP, ink.number),
            Segment("█" * own, ink.bar),
            Segment("░" * (shown.bar - own), ink.other),
        ]
    z = f"{abs(one.z):.1f}" if one.significant else "·"
    return [*segments, Segment(z.rjust(shown.z), ink.z)]


def _own(found: Contrast, one: Preference, side: Side, cells: int) -> int:
    rates = found.rates(one)
    own = rates.left if side == "left" else rates.right
    return round(cells * own / (rates.left + rates.right))


def _said(found: Contrast, one: Preference, side: Side) -> _Told:
    rates = found.rates(one)
    pairs = [
        (f"{one.left:,}", f"{one.right:,}"),
        (f"{rates.left:,.1f}", f"{rates.right:,.1f}"),
        (f"{one.articles.left:,}", f"{one.articles.right:,}"),
    ]
    return _Told(*(" : ".join(pair if side == "left" else pair[::-1]) for pair in pairs))
