"""Collocates and clusters of a word as lines, with small bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment

from tui.render.keyword_line import bar
from tui.render.safe import safe
from tui.render.wrap import clip

if TYPE_CHECKING:
    from search import Concordance
    from tui.render.count_bars import CountInk

_GAP = 1


def collocate_lines(
    concordance: Concordance, width: int, height: int, styles: CountInk
) -> list[list[Segment]]:
    """Give what stands beside the uses, what goes with them most first, each with logDice and times."""
    shown = [
        (safe(one.word), one.log_dice, f"{one.log_dice:4.1f} ×{one.times:,}")
        for one in concordance.collocates[: max(0, height - 1)]
    ]
    heading = "Within five words, by logDice"
    return _lines(heading if shown else "No word comes beside it often.", shown, width, styles)


def cluster_lines(
    concordance: Concordance, width: int, height: int, styles: CountInk
) -> list[list[Segment]]:
    """Give the rows of words that the word is part of, the most frequent first."""
    shown = [
        (safe(one.text), float(one.times), f"×{one.times:,}")
        for one in concordance.clusters[: max(0, height - 1)]
    ]
    return _lines("Words in a row" if shown else "No words recur around it.", shown, width, styles)


def _lines(
    heading: str, shown: list[tuple[str, float, str]], width: int, styles: CountInk
) -> list[list[Segment]]:
    lines = [[Segment(clip(heading, width), styles.heading)]]
    if not shown:
        return lines
    digits = max(len(told) for _, _, told in shown)
    label = min(max(cell_len(word) for word, _, _ in shown), max(1, (width - digits) * 2 // 3))
    cells = max(0, width - label - digits - 2 * _GAP)
    most = max(1, round(max(size for _, size, _ in shown) * 10))
    for word, size, told in shown:
        name = clip(word, label)
        drawn = bar(max(0, round(size * 10)), most, cells)
        lines.append(
            [
                Segment(name + " " * (label - cell_len(name) + _GAP), styles.name),
                Segment(drawn + " " * (cells - len(drawn) + _GAP), styles.bar),
                Segment(told.rjust(digits), styles.number),
            ]
        )
    return lines
