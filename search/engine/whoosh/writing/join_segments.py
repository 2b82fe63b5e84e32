"""Joining segments into one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from search.engine.whoosh.build.merge import merge
from search.engine.whoosh.build.merge_source import MergeSource
from search.engine.whoosh.codec.array_codec import ArraySegment

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from search.engine.whoosh.codec.checked_storage import ArrayStorage


def join_segments(
    storage: ArrayStorage,
    indexname: str,
    segments: Sequence[ArraySegment],
    cancelled: Callable[[], bool] = lambda: False,
) -> ArraySegment:
    """Write the articles of segments that aren't deleted as a new one; see `merge`."""
    sources = [MergeSource(segment.arrays(storage), segment.alive()) for segment in segments]
    made = ArraySegment(indexname)
    seal = merge(sources, Path(storage.folder, made.filename), cancelled)
    made.written(sum(source.count for source in sources), seal)
    return made
