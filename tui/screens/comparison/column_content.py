"""What each column shows of an opened comparison."""

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
    from tui.screens.comparison.view_model import ComparisonView


def side_view(
    view: ComparisonView,
    pair_layout: PairLayout,
    side: Side,
    choice: Choice | None,
    marked: tuple[Side, At] | None,
) -> SideView:
    """Give one side's leaf, with the chosen sentence or the one it is linked to.

    `marked` is the place gone to last, a match or what the panel tells of.
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
    )


def linked_view(view: ComparisonView, side: Side, choice: Choice | None, width: int) -> SideView:
    """Give what the drawer shows under `side`: all that its chosen sentence meets across.

    Empty without a choice and for a sentence without a match.
    """
    links = view.comparison.links
    there = view.compared(other_side(side))
    if choice is None:
        return SideView(replace(there, sentences=(), links=()), SideLayout((), ()), links)
    here = view.compared(side)
    met = linked_sentences(here, there, links, choice.sentence)
    at = here.links[choice.sentence].index(choice.link) if choice.link is not None else None
    return SideView(
        met, lay_out_side(met, width), links, view.lit_on(there.side), None, at, choice.link
    )
