"""The content of each column of a comparison."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from search import own_words
from tui.render.comparison import (
    SideLayout,
    SideView,
    lay_out_side,
    linked_sentences,
    other_end,
    other_side,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeAlias

    from search import At, Sides
    from tui.render.comparison import Choice, ComparedSide, PairLayout, Side
    from tui.render.passages.stretch import Stretch
    from tui.screens.comparison.view_model import ComparisonView

    Spans: TypeAlias = tuple[tuple[int, int], ...]


def side_view(
    view: ComparisonView,
    sides: Sides[ComparedSide],
    pair_layout: PairLayout,
    side: Side,
    choice: Choice | None,
    gone_to: tuple[Side, At] | None,
    marked: Mapping[Side, int],
) -> SideView:
    """Give the view of one side, with the selected sentence, or the one linked to it.

    `sides` have the links that are shown; `gone_to` is the place gone to last: a match, or a place
    of the panel's entry; `marked` are the sentences marked for judging.
    """
    chosen_links: tuple[int, ...] = ()
    if choice is not None:
        chosen_links = _of(sides, choice.side).links[choice.sentence]
        if choice.side != side:
            choice = other_end(view.comparison.links, choice)
    shared, own = _words(view, side, choice.link if choice else None)
    return SideView(
        _of(sides, side),
        pair_layout.layout(side),
        view.comparison.links,
        view.lit_on(side),
        gone_to[1] if gone_to is not None and gone_to[0] == side else None,
        choice.sentence if choice else None,
        choice.link if choice else None,
        frozenset(chosen_links),
        _noted(view, side),
        shared,
        own,
        marked.get(side),
    )


def _of(sides: Sides[ComparedSide], side: Side) -> ComparedSide:
    return sides.left if side == "left" else sides.right


def _words(view: ComparisonView, side: Side, link: int | None) -> tuple[Spans, Spans]:
    """Give what one end of a link shares with the other, and what it has by itself."""
    if link is None:
        return (), ()
    shared = view.comparison.links[link].words
    own = own_words(view.comparison, view.comparison.links[link])
    return (shared.left, own.left) if side == "left" else (shared.right, own.right)


def linked_view(
    view: ComparisonView,
    sides: Sides[ComparedSide],
    side: Side,
    choice: Choice | None,
    width: int,
) -> SideView:
    """Give the view for the drawer: all sentences linked to the selected one of `side`.

    It is empty if no sentence is selected, or if that has no links.
    """
    links = view.comparison.links
    this_side, that_side = _of(sides, side), _of(sides, other_side(side))
    if choice is None:
        return SideView(replace(that_side, sentences=(), links=()), SideLayout((), ()), links)
    linked = linked_sentences(this_side, that_side, links, choice.sentence)
    index = this_side.links[choice.sentence].index(choice.link) if choice.link is not None else None
    shared, own = _words(view, that_side.side, choice.link)
    return SideView(
        linked,
        lay_out_side(linked, width),
        links,
        view.lit_on(that_side.side),
        None,
        index,
        choice.link,
        noted=_noted(view, that_side.side),
        shared=shared,
        own=own,
    )


def _noted(view: ComparisonView, side: Side) -> tuple[Stretch, ...]:
    return tuple(at for note in view.notes_on(side) for at in note.places)
