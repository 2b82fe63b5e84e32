"""The rows of a sheet as styled cells."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from tui.render.comparison.side import SIGNS
from tui.render.comparison.side_layout import PREFIXES
from tui.render.paint import Mark, paint
from tui.render.wrap import clip

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from search import At, BlockKind, Link, Span
    from tui.render.comparison.side import ComparedSide
    from tui.render.comparison.side_layout import SideLayout, SideRow

BAR, CHOSEN_BAR = "│", "┃"


class SideInk(NamedTuple):
    """The styles a sheet is drawn in; all but `text` are laid over others."""

    text: Style
    heading: Style
    lead: Style
    caption: Style
    faint: Style
    sign: Style
    kin: Style
    chosen_sign: Style
    chosen: Style
    run: Style
    match: Style
    current: Style


@dataclass(frozen=True, slots=True)
class SideView:
    """A sheet with all that is shown on it.

    Attributes:
        links: those of the comparison.
        lit: what the search lights, for each block that has any.
        current: the match walked to last.
        sentence: the chosen one.
        link: the chosen one.
        kin: links of the chosen sentence, on whichever side it is.
    """

    telling: ComparedSide
    sheet: SideLayout
    links: Sequence[Link]
    lit: Mapping[int, tuple[Span, ...]] = field(default_factory=dict)
    current: At | None = None
    sentence: int | None = None
    link: int | None = None
    kin: frozenset[int] = frozenset()


def gutter(links: int) -> int:
    """Say how many cells the gutter takes for so many links: sign, number, space; at least 3."""
    return 2 + len(str(links))


def draw_side(leaf: SideView, row: SideRow, ink: SideInk) -> list[Segment]:
    """Draw one row, gutter first; not filled up to any width.

    What belongs to a sentence carries it in its style's `meta` as `sentence`, a sign also its
    `link`, a fold the first sentence it hides as `fold`, so that a click finds them. Cost: linear in the marks of the row.
    """
    room = gutter(len(leaf.links))
    if row.kind == "blank":
        return []
    if row.kind == "fold":
        said = "1 sentence" if row.nth == 1 else f"{row.nth} sentences"
        style = ink.text + ink.faint + Style(meta={"fold": row.sentence})
        return [Segment(" " * room, ink.text), Segment(f"⋯ {said}", style)]
    kind = leaf.telling.article.blocks[row.block].kind
    base = ink.text + _face(kind, ink)
    first, rest = PREFIXES.get(kind, ("", ""))
    opens = row.start <= _begin(leaf.telling, row)
    text = leaf.telling.article.blocks[row.block].text
    return [
        *_signs(leaf, row, room, ink),
        Segment(first if opens else rest, ink.text + ink.faint),
        *paint(text, row.start, row.stop, base, _marks(leaf, row, ink)),
    ]


def _face(kind: BlockKind, ink: SideInk) -> Style:
    faces = {"heading": ink.heading, "lead": ink.lead, "caption": ink.caption}
    return faces.get(kind, ink.text)


def _begin(telling: ComparedSide, row: SideRow) -> int:
    """Give the offset at which the first sentence of a row's block begins."""
    at = bisect_left(telling.sentences, (row.block, 0))
    return telling.sentences[at].start


def _signs(leaf: SideView, row: SideRow, room: int, ink: SideInk) -> Iterator[Segment]:
    places = leaf.telling.links[row.sentence] if row.sentence is not None else ()
    if not places:
        yield Segment(" " * room, ink.text)
        return
    chosen = row.sentence == leaf.sentence
    shown = _fitting(places, row.rows, leaf.link)
    if row.nth < len(shown):
        place = shown[row.nth]
        label = f"{SIGNS[leaf.links[place].tier]}{place + 1}"
        style = ink.kin if place in leaf.kin else ink.sign
        if place == leaf.link:
            style = ink.chosen_sign
        meta = Style(meta={"sentence": row.sentence, "link": place})
        yield Segment(label, ink.text + style + meta)
    elif row.nth == len(shown) and len(shown) < len(places):
        label = clip(f"+{len(places) - len(shown)}", room - 1)
        yield Segment(label, ink.text + ink.sign)
    else:
        label = CHOSEN_BAR if chosen else BAR
        yield Segment(label, ink.text + (ink.sign if chosen else ink.faint))
    yield Segment(" " * (room - cell_len(label)), ink.text)


def _fitting(places: Sequence[int], rows: int, chosen: int | None) -> Sequence[int]:
    """Choose the links whose signs fit beside so many rows, the chosen one always among them.

    When not all fit, the last row is left for their number.
    """
    if len(places) <= rows:
        return places
    most = max(1, rows - 1)
    at = places.index(chosen) if chosen in places else 0
    start = max(0, min(at - most + 1, len(places) - most))
    return places[start : start + most]


def _marks(leaf: SideView, row: SideRow, ink: SideInk) -> Iterator[Mark]:
    said = leaf.telling.sentences
    for i in range(max(0, bisect_right(said, (row.block, row.start)) - 1), len(said)):
        if said[i][:2] >= (row.block, row.stop):
            break
        if said[i].block == row.block:
            style = Style(meta={"sentence": i})
            yield Mark(
                said[i].start, said[i].stop, style + ink.chosen if i == leaf.sentence else style
            )
    runs = leaf.telling.runs
    for i in range(bisect_left(runs, (row.block, 0)), len(runs)):
        if runs[i].block != row.block or runs[i].start >= row.stop:
            break
        yield Mark(runs[i].start, runs[i].stop, ink.run)
    for span in leaf.lit.get(row.block, ()):
        yield Mark(span.start, span.stop, ink.match)
    if leaf.current is not None and leaf.current.block == row.block:
        yield Mark(leaf.current.start, leaf.current.stop, ink.current)
