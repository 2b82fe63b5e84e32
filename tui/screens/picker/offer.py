"""What the picker offers: counterparts, then everything else that was found."""

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
    """What can be picked: counterparts first, then the rest of an answer.

    Attributes:
        article: that to be compared.
        rivals: as rows, best first.
        answer: what was found.
        passed: the places in it that are not offered again, ascending: the counterparts and the
            article itself.
        index: the current row.
        rows: the first rows, by their places in the offer.
    """

    article: Article
    rivals: tuple[Hit, ...]
    answer: Answer
    passed: tuple[int, ...]
    index: int
    rows: Mapping[int, Hit] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """How many can be picked."""
        return len(self.rivals) + self.answer.total - len(self.passed)

    def place(self, index: int) -> int:
        """Give the place in the answer of a row behind the counterparts."""
        place = index - len(self.rivals)
        for passed in self.passed:
            place += passed <= place
        return place


def offered(
    article: Article, rivals: Sequence[Counterpart], answer: Answer, kept: ArticleId | None
) -> Offer:
    """Put the counterparts among an answer's articles ahead of the others.

    `kept` becomes the current row where it is offered, else the first. Its rows are still to come.
    Cost: asking for the places of the counterparts in the answer; the others are never gone
    through.
    """
    asked = {article.id, *(rival.head.id for rival in rivals), *([kept] if kept else [])}
    places = answer.found.places(asked)
    near = [rival for rival in rivals if rival.head.id in places]
    ids = [rival.head.id for rival in near]
    passed = tuple(sorted(places[one] for one in (article.id, *ids) if one in places))
    index = 0
    if kept in ids:
        index = ids.index(kept)
    elif kept is not None and kept != article.id and kept in places:
        index = len(near) + places[kept] - bisect_left(passed, places[kept])
    return Offer(article, tuple(map(_row, near)), answer, passed, index)


def _row(rival: Counterpart) -> Hit:
    """Show a counterpart as a row: how near it is and why stand in the place of an excerpt."""
    near = f"{round(rival.score * 100)} % close"
    story = ["same story"] if rival.same_story else []
    why = Excerpt(" · ".join([*story, near, *rival.why]), ())
    return Hit(rival.head, rival.score, 0, (), why)
