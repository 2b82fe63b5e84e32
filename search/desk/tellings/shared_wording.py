"""What one source puts in place of what, over all stories that it shares with another."""

from __future__ import annotations

from itertools import islice, product
from typing import TYPE_CHECKING

from search.compare.gathered_wording import WordingGatherer
from search.desk.pairs.pair_comparison import compare_pair
from search.errors import ArticleError, CancelledError, NoSuchArticleError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from search.article import Article, ArticleId
    from search.compare.gathered_wording import GatheredWording
    from search.engine import Engine, SharedStory
    from search.marks.judged_links import JudgedLinks

MOST_PAIRS = 400
"""Pairs of articles that are compared: some seconds of work."""
MOST_OF_A_STORY = 4
"""Pairs of one story that are compared, so that a long story isn't all."""


def shared_wording(
    engine: Engine,
    stories: Sequence[SharedStory],
    read: Callable[[Sequence[ArticleId]], list[Article]],
    judged: JudgedLinks,
    progress: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> GatheredWording:
    """Compare articles of two sources that tell the same, and gather what stands in place of what.

    Articles that can't be read any more are left out. `progress` is told the share that is done;
    raises CancelledError once `cancelled` says so. Cost: that of so many comparisons, 400 at most.
    """
    gatherer = WordingGatherer()
    pairs = list(islice(_pairs(stories), MOST_PAIRS + 1))
    for done, (story, left, right) in enumerate(pairs[:MOST_PAIRS]):
        if cancelled():
            raise CancelledError
        progress(done / len(pairs))
        try:
            both = read([left, right])
        except (ArticleError, NoSuchArticleError):
            continue  # it has gone since stories were gathered
        gatherer.add(story, compare_pair(engine, both, judged))
    every = sum(len(one.left) * len(one.right) for one in stories)
    left_out = every - min(len(pairs), MOST_PAIRS)
    return gatherer.gathered((f"{left_out:,} of {every:,} pairs of articles",) if left_out else ())


def _pairs(stories: Sequence[SharedStory]) -> Iterator[tuple[int, ArticleId, ArticleId]]:
    """Yield a pair of each story, then the second of each that has one, and so on."""
    for turn in range(MOST_OF_A_STORY):
        for number, story in enumerate(stories):
            for left, right in islice(product(story.left, story.right), turn, turn + 1):
                yield number, left, right
