"""Two sources set against each other, over the whole library or within the stories both tell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from search.keyness import contrast
from search.sides import Sides

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from search.engine import Engine, SharedStory
    from search.keyness import Contrast


def contrast_sources(
    engine: Engine,
    left: str | None,
    right: str | None,
    within: Sequence[SharedStory] | None,
    progress: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> Contrast:
    """Count and weigh the words of two sources; with `within` only in articles of these stories.

    Asks one question. Cancelled, it counts what it has seen.
    """
    among = None
    if within is not None:
        among = {article for story in within for article in (*story.left, *story.right)}
    counts = engine.read(
        lambda snapshot: snapshot.source_counts(left, right, progress, cancelled, among),
        aside=True,
    )
    found = contrast(left, right, Sides(*counts[:2]), counts.whole, counts.uses)
    if within is None:
        return found
    return replace(found, within=True, stories=len(within))
