"""Moving from one entry of a panel page to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.render.panel.panel_cells import Spot

Way: TypeAlias = Literal["up", "down", "left", "right"]


def next_entry(spots: Sequence[Spot], here: int, direction: Way) -> int:
    """Give the next entry in a direction; the same one if there is none.

    Up and down stay in a column of entries up to its end, then go on in the nearest other one.
    Cost: linear.
    """
    if not 0 <= here < len(spots):
        return here
    at = spots[here]
    if direction in ("left", "right"):
        beside = [
            i
            for i, spot in enumerate(spots)
            if (spot.x < at.x if direction == "left" else spot.x > at.x)
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
    sign = 1 if direction == "down" else -1
    ahead = [i for i, spot in enumerate(spots) if (spot.row - at.row) * sign > 0]
    return min(
        ahead,
        key=lambda i: (spots[i].x != at.x, abs(spots[i].row - at.row), abs(spots[i].x - at.x)),
        default=here,
    )
