"""What the article picker offers: counterparts first, then all other articles."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from search import Excerpt, Hit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from search import Answer, Article, ArticleId, Counterpart


@dataclass(frozen=True, slots=True, eq=False)
class Offer:
    """The articles to pick from: counterparts first, then the rest of an answer.

    Attributes:
        article: the article to compare.
        counterparts: as rows, best first.
        answer: the answer to the search.
        excluded: indexes in the answer that are not offered again, ascending: those of the
            counterparts and of the article itself.
        index: the current row.
        rows: the first rows, by index.
    """

    article: Article
    counterparts: tuple[Hit, ...]
    answer: Answer
    excluded: tuple[int, ...]
    index: int
    rows: Mapping[int, Hit] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """How many articles can be picked."""
        return len(self.counterparts) + self.answer.total - len(self.excluded)

    def place(self, index: int) -> int:
        """Give the index in the answer of a row after the counterparts."""
        place = index - len(self.counterparts)
        for excluded in self.excluded:
            place += excluded <= place
        return place


def offer_of(
    article: Article, counterparts: Sequence[Counterpart], answer: Answer, kept: ArticleId | None
) -> Offer:
    """Put the counterparts in an answer before its other articles.

    `kept` becomes the current row if it is offered, else the first row does. Rows are not loaded
    yet. Cost: one request for the indexes of the counterparts in the answer.
    """
    ids_asked = {
        article.id,
        *(counterpart.head.id for counterpart in counterparts),
        *([kept] if kept else []),
    }
    places = answer.found.places(ids_asked)
    found_counterparts = [
        counterpart for counterpart in counterparts if counterpart.head.id in places
    ]
    ids = [counterpart.head.id for counterpart in found_counterparts]
    excluded = tuple(sorted(places[one] for one in (article.id, *ids) if one in places))
    index = 0
    if kept in ids:
        index = ids.index(kept)
    elif kept is not None and kept != article.id and kept in places:
        index = len(found_counterparts) + places[kept] - bisect_left(excluded, places[kept])
    return Offer(article, tuple(map(_row, found_counterparts)), answer, excluded, index)


def _row(counterpart: Counterpart) -> Hit:
    """Give a counterpart as a row, with its closeness and the reasons for it as the excerpt."""
    closeness = f"{round(counterpart.score * 100)} % close"
    story = ["same story"] if counterpart.same_story else []
    why = Excerpt(" · ".join([*story, closeness, *counterpart.why]), ())
    return Hit(counterpart.head, counterpart.score, 0, (), why)
