"""Who else says this: the passages of other outlets that meet a passage of an article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from search.desk.revisions.revision_id import article_of

if TYPE_CHECKING:
    from search.article import Article, ArticleId, Head
    from search.compare import At, Comparison, Link, Tier
    from search.desk.desk import Desk

MOST_ARTICLES = 12
"""Articles that are compared for one passage, at most; the closest."""
_TIERS: tuple[Tier, ...] = ("same words", "says the same", "related")


@dataclass(frozen=True, slots=True)
class MeetingPassage:
    """A sentence of another article that meets a passage, as the comparison of the two links them.

    Attributes:
        head: the other article's.
        at: where the sentence stands in it.
        text: the sentence.
        tier, score: as in `Link`.
    """

    head: Head
    at: At
    text: str
    tier: Tier
    score: float

    @property
    def rank(self) -> tuple[int, float]:
        """What sorts the best first."""
        return _TIERS.index(self.tier), -self.score


def near_articles(desk: Desk, article: ArticleId) -> list[ArticleId]:
    """Give the articles to look in, the closest of the same story first; `MOST_ARTICLES` at most.

    Those of the article's own source are left out. Raises ArticleError, NoSuchArticleError.
    """
    close = [one.head.id for one in desk.counterparts(article, MOST_ARTICLES)]
    told = [head.id for head in desk.story_groups.told_by_others(article_of(article))]
    near = set(told)
    order = dict.fromkeys([*(one for one in close if one in near), *told, *close])
    return list(order)[:MOST_ARTICLES]


def meeting_passage(
    desk: Desk, article: ArticleId, passage: tuple[int, int, int], other: ArticleId
) -> MeetingPassage | None:
    """Give the sentence of another article that meets a passage best; None without any.

    `passage` is `blocks[block].text[start:stop]` of the article. Raises ArticleError,
    NoSuchArticleError. Cost: a comparison of the two.
    """
    compared = desk.compare(article, other)
    block, start, stop = passage
    meant = {
        number
        for number, at in enumerate(compared.sentences.left)
        if at.block == block and at.start < stop and start < at.stop
    }
    links = [link for link in compared.links if link.left in meant]
    if not links:
        return None
    return _passage(compared, min(links, key=lambda one: (_TIERS.index(one.tier), -one.score)))


def _passage(compared: Comparison, link: Link) -> MeetingPassage:
    at = compared.sentences.right[link.right]
    return MeetingPassage(compared.right.head, at, _text(compared.right, at), link.tier, link.score)


def _text(article: Article, at: At) -> str:
    return article.blocks[at.block].text[at.start : at.stop]
