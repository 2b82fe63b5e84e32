"""Source against source over a whole library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.compare import Contrast, Sides, Size, Use, Uses, level, weigh

if TYPE_CHECKING:
    from search.engine.whoosh import Tally


def contrast(left: str | None, right: str | None, tally: Tally) -> Contrast:
    """Weigh what two sources use more, from how often each uses it; see `Desk.sources`."""
    uses = [Uses(one.word, Use(*one.left), Use(*one.right), one.whole) for one in tally.uses]
    ours, theirs = (
        Size(side.articles, side.words, side.squares) for side in (tally.left, tally.right)
    )
    found, weighed = weigh(ours, theirs, tally.whole, uses)
    return Contrast(
        left,
        right,
        articles=Sides(tally.left.articles, tally.right.articles),
        words=Sides(tally.left.words, tally.right.words),
        months=Sides(tally.left.months, tally.right.months),
        stories=None,
        weighed=weighed,
        level=level(weighed),
        preferences=found,
    )
