"""The content of each column of a comparison."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.render.comparison import (
    SideLayout,
    SideView,
    lay_out_side,
    linked_sentences,
    other_end,
    other_side,
)

if TYPE_CHECKING:
    from search import At
    from tui.render.comparison import Choice, PairLayout, Side
    from tui.render.passages.stretch import Stretch
    from tui.screens.comparison.view_model import ComparisonView


def side_view(
    view: ComparisonView,
    pair_layout: PairLayout,
    side: Side,
    choice: Choice | None,
    marked: tuple[Side, At] | None,
) -> SideView:
    """Give the view of one side, with the selected sentence, or the one linked to it.

    `marked` is the place gone to last: a match, or a place of the panel's entry.
    """
    chosen_links: tuple[int, ...] = ()
    if choice is not None:
        chosen_links = view.compared(choice.side).links[choice.sentence]
        if choice.side != side:
            choice = other_end(view.comparison.links, choice)
    return SideView(
        view.compared(side),
        pair_layout.layout(side),
        view.comparison.links,
        view.lit_on(side),
        marked[1] if marked is not None and marked[0] == side else None,
        choice.sentence if choice else None,
        choice.link if choice else None,
        frozenset(chosen_links),
        _noted(view, side),
    )


def linked_view(view: ComparisonView, side: Side, choice: Choice | None, width: int) -> SideView:
    """Give the view for the drawer: all sentences linked to the selected one of `side`.

    It is empty if no sentence is selected, or if that has no links.
    """
    links = view.comparison.links
    that_side = view.compared(other_side(side))
    if choice is None:
        return SideView(replace(that_side, sentences=(), links=()), SideLayout((), ()), links)
    this_side = view.compared(side)
    linked = linked_sentences(this_side, that_side, links, choice.sentence)
    index = this_side.links[choice.sentence].index(choice.link) if choice.link is not None else None
    return SideView(
        linked,
        lay_out_side(linked, width),
        links,
        view.lit_on(that_side.side),
        None,
        index,
        choice.link,
        noted=_noted(view, that_side.side),
    )


def _noted(view: ComparisonView, side: Side) -> tuple[Stretch, ...]:
    return tuple(note.at for note in view.notes_on(side) if note.at is not None)
