"""Choosing a sentence and one of its links."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.render.comparison.side import other

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search import Link
    from tui.render.comparison.side import ComparedSide, Side


class Choice(NamedTuple):
    """What the reader points at: a sentence of one side, and the link chosen among its links.

    `link` is None for a sentence without a match.
    """

    side: Side
    sentence: int
    link: int | None


def _end(link: Link, side: Side) -> int:
    return link.left if side == "left" else link.right


def step(
    links: Sequence[Link], side: Side, here: tuple[int, int | None], direction: int
) -> Choice | None:
    """Give the link after (`direction` 1) or before (-1) a place, in one side's reading order.

    Args:
        links: those of the comparison.
        side: whose reading order counts.
        here: a sentence of that side, and the link chosen in it; with None the sentence itself
            counts as the place, and its first (last, going back) link may be the answer.
        direction: 1 or -1.

    Returns:
        The choice, or None past the last and before the first. Cost: linear.
    """
    order = sorted(
        (_end(link, side), _end(link, other(side)), place) for place, link in enumerate(links)
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


def counterpart(links: Sequence[Link], choice: Choice) -> Choice | None:
    """Give the sentence across that the chosen link leads to; None without a link."""
    if choice.link is None:
        return None
    across = other(choice.side)
    return Choice(across, _end(links[choice.link], across), choice.link)


def pick(telling: ComparedSide, sentence: int, before: Choice | None) -> Choice:
    """Choose a sentence: its first link, or the one after when it is chosen already."""
    places = telling.links[sentence]
    if not places:
        return Choice(telling.side, sentence, None)
    if before is not None and before[:2] == (telling.side, sentence) and before.link in places:
        return Choice(telling.side, sentence, places[(places.index(before.link) + 1) % len(places)])
    if before is not None and before.link in places:
        return Choice(telling.side, sentence, before.link)
    return Choice(telling.side, sentence, places[0])
