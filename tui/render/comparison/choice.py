"""The selected sentence and link of a comparison, and moving between links."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.render.comparison.side import SIGNS, other_side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search import Comparison, Link
    from tui.render.comparison.side import ComparedSide, Show, Side


class Choice(NamedTuple):
    """The selection: a sentence of one side, and one of its links.

    `link` is None for a sentence without links.
    """

    side: Side
    sentence: int
    link: int | None


def _end(link: Link, side: Side) -> int:
    return link.left if side == "left" else link.right


def walkable(links: Sequence[Link], show: Show, *, versions: bool = False) -> list[int]:
    """Give the indexes of the links that are shown, in their order; of versions those that changed."""
    if versions:
        return [i for i, link in enumerate(links) if link.tier != "same words"]
    return [i for i, link in enumerate(links) if show != "upper tiers" or link.tier != "related"]


def by_strength(links: Sequence[Link], among: Sequence[int]) -> list[int]:
    """Sort indexes of links: the upper tiers first, then by falling score, then in their order."""
    tiers = list(SIGNS)
    return sorted(among, key=lambda i: (tiers.index(links[i].tier), -links[i].score, i))


def next_link(
    links: Sequence[Link],
    side: Side,
    here: tuple[int, int | None],
    direction: int,
    among: Sequence[int] | None = None,
) -> Choice | None:
    """Give the link after (`direction` 1) or before (-1) a position, in one side's reading order.

    Args:
        links: the links of the comparison.
        side: the side whose reading order counts.
        here: a sentence of that side, and its selected link; if that is None, the sentence's
            first link (last, going back) may be the answer.
        direction: 1 or -1.
        among: indexes of the links to walk, the selected one among them; all when None.

    Returns:
        The choice; None after the last link and before the first. Cost: linear.
    """
    order = sorted(
        (_end(links[place], side), _end(links[place], other_side(side)), place)
        for place in (range(len(links)) if among is None else among)
    )
    sentence, chosen = here
    if chosen is not None:
        at = next(i for i, (_, _, place) in enumerate(order) if place == chosen) + direction
    elif direction > 0:
        at = sum(1 for end, _, _ in order if end < sentence)
    else:
        at = sum(1 for end, _, _ in order if end <= sentence) - 1
    if not 0 <= at < len(order):
        return None
    return Choice(side, order[at][0], order[at][2])


def other_end(links: Sequence[Link], choice: Choice) -> Choice | None:
    """Give the sentence at the other end of the selected link; None without a link."""
    if choice.link is None:
        return None
    across = other_side(choice.side)
    return Choice(across, _end(links[choice.link], across), choice.link)


def apart_at(comparison: Comparison, choice: Choice) -> tuple[int, int] | None:
    """Give the last pair with the selected sentence that the reader said doesn't meet, if any."""
    end = 0 if choice.side == "left" else 1
    return next((pair for pair in reversed(comparison.apart) if pair[end] == choice.sentence), None)


def pick(compared: ComparedSide, sentence: int, before: Choice | None) -> Choice:
    """Select a sentence with its first link, or with its next link if it is selected already."""
    places = compared.links[sentence]
    if not places:
        return Choice(compared.side, sentence, None)
    if before is not None and before[:2] == (compared.side, sentence) and before.link in places:
        return Choice(
            compared.side, sentence, places[(places.index(before.link) + 1) % len(places)]
        )
    if before is not None and before.link in places:
        return Choice(compared.side, sentence, before.link)
    return Choice(compared.side, sentence, places[0])
