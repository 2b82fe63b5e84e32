"""Source against source over a whole library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.compare import Contrast, Sides, Uses, preferences

if TYPE_CHECKING:
    from collections.abc import Iterable

    from search.index import Tally
    from search.stories import Story


def contrast(
    left: str | None, right: str | None, tally: Tally, stories: Iterable[Story] | None
) -> Contrast:
    """Weigh what two sources use more, from how often each uses it; see `Desk.sources`."""
    uses = {word: Uses(*use) for word, use in tally.uses.items()}
    both = {left, right}
    return Contrast(
        left,
        right,
        articles=Sides(tally.left, tally.right),
        words=Sides(
            sum(use.left for use in uses.values()), sum(use.right for use in uses.values())
        ),
        stories=None if stories is None else sum(both <= set(one.sources) for one in stories),
        preferences=preferences(uses.items()),
    )
