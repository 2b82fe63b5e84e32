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
    """The styles of a row."""

    word: Style
    number: Style
    bar: Style
    other: Style
    z: Style


class Columns(NamedTuple):
    """The width of each column in cells; 0 hides it."""

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


def columns(contrast: Contrast, words: Iterable[Preference], side: Side, width: int) -> Columns:
    """Distribute a width among columns: counts and z first, then bar, rates and articles.

    Cost: linear.
    """
    rows = [_Told("times", "in 10,000", "articles")]
    rows += [_figures(contrast, one, side) for one in words]
    times, rates, articles = (max(map(len, one)) for one in zip(*rows, strict=True))
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
    """Give the row with the names of the columns."""
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
    contrast: Contrast, preference: Preference, side: Side, shown: Columns, styles: ColumnInk
) -> list[Segment]:
    """Give the row of a word: the figures of its side first, then the other side's.

    The bar is divided in the ratio of the two rates. Only significant words have a z.
    """
    word, figures = clip(preference.word, shown.word), _figures(contrast, preference, side)
    segments = [Segment(word + " " * (shown.word - cell_len(word)), styles.word)]
    for text, width in (
        (figures.times, shown.times),
        (figures.rates, shown.rates),
        (figures.articles, shown.articles),
    ):
        if width:
            segments.append(Segment(" " * _GAP + text.rjust(width), styles.number))
    if shown.bar:
        own = _own(contrast, preference, side, shown.bar)
        segments += [
            Segment(" " * _GAP, styles.number),
            Segment("█" * own, styles.bar),
            Segment("░" * (shown.bar - own), styles.other),
        ]
    z = f"{abs(preference.z):.1f}" if preference.significant else "·"
    return [*segments, Segment(z.rjust(shown.z), styles.z)]


def _own(contrast: Contrast, preference: Preference, side: Side, cells: int) -> int:
    rates = contrast.rates(preference)
    own = rates.left if side == "left" else rates.right
    return round(cells * own / (rates.left + rates.right))


def _figures(contrast: Contrast, preference: Preference, side: Side) -> _Told:
    rates = contrast.rates(preference)
    pairs = [
        (f"{preference.left:,}", f"{preference.right:,}"),
        (f"{rates.left:,.1f}", f"{rates.right:,.1f}"),
        (f"{preference.articles.left:,}", f"{preference.articles.right:,}"),
    ]
    return _Told(*(" : ".join(pair if side == "left" else pair[::-1]) for pair in pairs))
