"""Drawing the rows of one side of a comparison."""

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
from tui.render.passages.stretch import Stretch
from tui.render.wrap import clip

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from search import At, BlockKind, Link, Span
    from tui.render.comparison.side import ComparedSide
    from tui.render.comparison.side_layout import SideLayout, SideRow

BAR, CHOSEN_BAR, WEAK_BAR = "│", "┃", " ┆"


class SideInk(NamedTuple):
    """The styles of a side; all but `text` are laid over others.

    `sign` is for links of the upper tiers, `weak` for related sentences, `kin` for the links that the
    selected sentence has; `shared` and `own` for the words that both ends of the selected link have,
    and that only one has; `marked` for sentences marked for judging.
    """

    text: Style
    heading: Style
    lead: Style
    caption: Style
    faint: Style
    sign: Style
    weak: Style
    kin: Style
    chosen_sign: Style
    chosen: Style
    shared: Style
    own: Style
    marked: Style
    run: Style
    noted: Style
    match: Style
    current: Style


@dataclass(frozen=True, slots=True)
class SideView:
    """A side's layout with everything that is shown on it.

    Attributes:
        links: the links of the comparison.
        lit: the matches of the search, for each block that has any.
        current: the current match.
        sentence: the selected sentence.
        link: the selected link.
        chosen_links: all links of the selected sentence, which may be on the other side.
        noted: the passages with notes.
        shared: the words of the selected sentence that the other end of the link has too.
        own: its other content words.
        marked: the sentence marked for judging.
    """

    compared: ComparedSide
    layout: SideLayout
    links: Sequence[Link]
    lit: Mapping[int, tuple[Span, ...]] = field(default_factory=dict)
    current: At | None = None
    sentence: int | None = None
    link: int | None = None
    chosen_links: frozenset[int] = frozenset()
    noted: tuple[Stretch, ...] = ()
    shared: tuple[tuple[int, int], ...] = ()
    own: tuple[tuple[int, int], ...] = ()
    marked: int | None = None


def gutter_width(links: int) -> int:
    """Give the gutter's width for so many links: a cell by which weak signs stand in, sign, number, space."""
    return 3 + len(str(links))


def draw_side(
    view: SideView, row: SideRow, styles: SideInk, listed: Sequence[Mark] = ()
) -> list[Segment]:
    """Draw one row, gutter first; it is not padded. `listed` are marks below all others.

    For clicks, the styles' `meta` has `sentence` on the text of a sentence, also `link` on a sign,
    and `fold` on a fold: the first sentence it hides. Cost: linear in the marks of the row.
    """
    room = gutter_width(len(view.links))
    if row.kind == "blank":
        return []
    if row.kind == "fold":
        label = "1 sentence" if row.nth == 1 else f"{row.nth} sentences"
        style = styles.text + styles.faint + Style(meta={"fold": row.sentence})
        return [Segment(" " * room, styles.text), Segment(f"⋯ {label}", style)]
    kind = view.compared.article.blocks[row.block].kind
    base = styles.text + _face(kind, styles)
    first, rest = PREFIXES.get(kind, ("", ""))
    opens = row.start <= _begin(view.compared, row)
    text = view.compared.article.blocks[row.block].text
    return [
        *_signs(view, row, room, styles),
        Segment(first if opens else rest, styles.text + styles.faint),
        *paint(text, row.start, row.stop, base, [*listed, *_marks(view, row, styles)]),
    ]


def is_noted(view: SideView, row: SideRow) -> bool:
    """Tell whether a note is on some text of a row."""
    own = Stretch(row.block, row.start, row.stop)
    return row.kind == "text" and any(at.meets(own) for at in view.noted)


def is_marked(view: SideView, row: SideRow) -> bool:
    """Tell whether some text of a row belongs to the sentence marked for judging."""
    if view.marked is None or row.kind != "text":
        return False
    at = view.compared.sentences[view.marked]
    return at.block == row.block and at.start < row.stop and row.start < at.stop


def _face(kind: BlockKind, styles: SideInk) -> Style:
    faces = {"heading": styles.heading, "lead": styles.lead, "caption": styles.caption}
    return faces.get(kind, styles.text)


def _begin(compared: ComparedSide, row: SideRow) -> int:
    """Give the offset of the first sentence of a row's block."""
    at = bisect_left(compared.sentences, (row.block, 0))
    return compared.sentences[at].start


def _signs(view: SideView, row: SideRow, room: int, styles: SideInk) -> Iterator[Segment]:
    places = view.compared.links[row.sentence] if row.sentence is not None else ()
    if not places:
        yield Segment(" " * room, styles.text)
        return
    chosen = row.sentence == view.sentence
    shown = _fitting(places, row.rows, view.link)
    if row.nth < len(shown):
        place = shown[row.nth]
        weak = view.links[place].tier == "related"
        if weak:
            yield Segment(" ", styles.text)
            room -= 1
        label = f"{SIGNS[view.links[place].tier]}{place + 1}"
        style = styles.kin if place in view.chosen_links else styles.weak if weak else styles.sign
        if place == view.link:
            style = styles.chosen_sign
        meta = Style(meta={"sentence": row.sentence, "link": place})
        yield Segment(label, styles.text + style + meta)
    elif row.nth == len(shown) and len(shown) < len(places):
        label = clip(f"+{len(places) - len(shown)}", room - 1)
        yield Segment(label, styles.text + styles.sign)
    else:
        label = CHOSEN_BAR if chosen else BAR if _stands_out(view, places) else WEAK_BAR
        yield Segment(label, styles.text + (styles.sign if chosen else styles.faint))
    yield Segment(" " * (room - cell_len(label)), styles.text)


def _stands_out(view: SideView, places: Sequence[int]) -> bool:
    return any(view.links[place].tier != "related" for place in places)


def _fitting(places: Sequence[int], rows: int, chosen: int | None) -> Sequence[int]:
    """Give the links whose signs fit beside so many rows; the selected one is always included.

    If not all fit, the last row is reserved for the number of the others.
    """
    if len(places) <= rows:
        return places
    most = max(1, rows - 1)
    at = places.index(chosen) if chosen in places else 0
    start = max(0, min(at - most + 1, len(places) - most))
    return places[start : start + most]


def _marks(view: SideView, row: SideRow, styles: SideInk) -> Iterator[Mark]:
    yield from _sentences(view, row, styles)
    yield from _words(view, row, styles)
    yield from _new(view, row, styles)
    runs = view.compared.runs
    for i in range(bisect_left(runs, (row.block, 0)), len(runs)):
        if runs[i].block != row.block or runs[i].start >= row.stop:
            break
        yield Mark(runs[i].start, runs[i].stop, styles.run)
    for at in view.noted:
        if at.block == row.block:
            yield Mark(at.start, at.stop, styles.noted)
    for span in view.lit.get(row.block, ()):
        yield Mark(span.start, span.stop, styles.match)
    if view.current is not None and view.current.block == row.block:
        yield Mark(view.current.start, view.current.stop, styles.current)


def _sentences(view: SideView, row: SideRow, styles: SideInk) -> Iterator[Mark]:
    sentences = view.compared.sentences
    for i in range(max(0, bisect_right(sentences, (row.block, row.start)) - 1), len(sentences)):
        if sentences[i][:2] >= (row.block, row.stop):
            break
        if sentences[i].block == row.block:
            style = Style(meta={"sentence": i})
            if i == view.sentence:
                style += styles.chosen
            if i == view.marked:
                style += styles.marked
            yield Mark(sentences[i].start, sentences[i].stop, style)


def _new(view: SideView, row: SideRow, styles: SideInk) -> Iterator[Mark]:
    """Yield what the other version of the article hasn't."""
    new = view.compared.new or ()
    for i in range(max(0, bisect_right(new, (row.block, row.start)) - 1), len(new)):
        if new[i][:2] >= (row.block, row.stop):
            break
        if new[i].block == row.block:
            yield Mark(new[i].start, new[i].stop, styles.run + styles.own)


def _words(view: SideView, row: SideRow, styles: SideInk) -> Iterator[Mark]:
    """Yield what both ends of the selected link have, and what this one has by itself."""
    if view.sentence is None or view.compared.sentences[view.sentence].block != row.block:
        return
    for spans, style in ((view.shared, styles.shared), (view.own, styles.own)):
        for start, stop in spans:
            yield Mark(start, stop, style)
