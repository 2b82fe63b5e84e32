"""Laying styles over a piece of text by offset."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment

from tui.render.safe import safe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.style import Style


class Mark(NamedTuple):
    """A style for `text[start:stop]`; later marks are laid over earlier ones."""

    start: int
    stop: int
    style: Style


def paint(
    text: str, start: int, stop: int, base: Style, marks: Iterable[Mark] = ()
) -> list[Segment]:
    """Give the segments of `text[start:stop]`, made harmless, with its marks laid over `base`.

    Marks may overlap, reach outside and come in any order; later ones are on top. Cost: pieces
    times marks, so pass the marks of one line, not of an article.
    """
    near = [m for m in marks if m.start < stop and m.stop > start and m.start < m.stop]
    shown = safe(text)
    if not near:
        return [Segment(shown[start:stop], base)] if stop > start else []
    cuts = {start, stop}
    for mark in near:
        cuts.add(max(start, mark.start))
        cuts.add(min(stop, mark.stop))
    edges = sorted(cuts)
    segments = []
    for a, b in pairwise(edges):
        style = base
        for mark in near:
            if mark.start <= a and mark.stop >= b:
                style += mark.style
        segments.append(Segment(shown[a:b], style))
    return segments
