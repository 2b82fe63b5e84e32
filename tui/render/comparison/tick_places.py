"""Where linked sentences and matches of one side stand in its whole height, for its scroll bar."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.render.comparison.pair_layout import row_of

if TYPE_CHECKING:
    from tui.render.comparison.side_rows import SideView


class TickPlaces(NamedTuple):
    """Places as shares of the whole height, 0 to 1, in reading order.

    Attributes:
        upper: sentences with a link of the upper tiers; the selected one comes last if its links
            are all weaker.
        current: the index in `upper` of the selected sentence; None if it has no links.
        weak: the other linked sentences.
        matches: matches of the search.
    """

    upper: tuple[float, ...]
    current: int | None
    weak: tuple[float, ...]
    matches: tuple[float, ...]


def tick_places(view: SideView) -> TickPlaces:
    """Give the places of what the scroll bar marks. Cost: linear in sentences and matches."""
    layout, linked = view.layout, view.compared.links
    height = max(1, layout.height)
    upper = [
        sentence
        for sentence, places in enumerate(linked)
        if any(view.links[place].tier != "related" for place in places)
    ]
    if view.sentence is not None and linked[view.sentence] and view.sentence not in upper:
        upper.append(view.sentence)
    standing_out = set(upper)
    weak = [i for i, places in enumerate(linked) if places and i not in standing_out]
    return TickPlaces(
        tuple(layout.first[i] / height for i in upper),
        upper.index(view.sentence) if view.sentence in standing_out else None,
        tuple(layout.first[i] / height for i in weak),
        tuple(
            row_of(view.compared, layout, block, span.start) / height
            for block, spans in view.lit.items()
            for span in spans
        ),
    )
