"""From one entry to the next, as they stand on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.render.panel.panel_layout import Spot

Way: TypeAlias = Literal["up", "down", "left", "right"]


def step(spots: Sequence[Spot], here: int, way: Way) -> int:
    """Give the entry next to one, in a direction; the same one where there is none.

    Up and down stay in one column of entries to its end and go on in the nearest other one.
    Cost: linear.
    """
    if not 0 <= here < len(spots):
        return here
    at = spots[here]
    if way in ("left", "right"):
        beside = [
            i for i, spot in enumerate(spots) if (spot.x < at.x if way == "left" else spot.x > at.x)
        ]
        return min(
            beside,
            key=lambda i: (
                not (spots[i].row < at.stop and spots[i].stop > at.row),
                abs(spots[i].row - at.row),
                abs(spots[i].x - at.x),
            ),
            default=here,
        )
    sign = 1 if way == "down" else -1
    ahead = [i for i, spot in enumerate(spots) if (spot.row - at.row) * sign > 0]
    return min(
        ahead,
        key=lambda i: (spots[i].x != at.x, abs(spots[i].row - at.row), abs(spots[i].x - at.x)),
        default=here,
    )
