"""The stories of what a search finds, each once, however many articles there are."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from search.desk.all_rows import every_row
from search.errors import CancelledError

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.desk.desk import Desk
    from search.engine import Sort
    from search.stories import StoryHead

_AT_ONCE = 256
"""Articles whose stories are asked for at a time."""


def listed_stories(
    desk: Desk, query: str, sort: Sort | None, cancelled: Callable[[], bool]
) -> list[StoryHead]:
    """Give the stories, brought up to date, in the order in which the search finds the first of each.

    Raises QueryError, and CancelledError once `cancelled` says so. Cost: the heads of all articles of
    these stories; memory: what is told of each.
    """
    answer = desk.search(query, sort, cancelled=cancelled)
    desk.story_groups.gather(cancelled, answer.query)
    read = desk.marks.sets().read
    ids = (row.head.id for row in every_row(answer.found, _AT_ONCE) if row)
    told: dict[str, StoryHead] = {}
    while batch := list(islice(ids, _AT_ONCE)):
        if cancelled():
            raise CancelledError
        for story in desk.story_groups.heads(batch, read):
            told.setdefault(story.id, story)
    return list(told.values())
