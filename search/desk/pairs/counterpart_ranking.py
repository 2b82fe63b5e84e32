"""Counterparts of an article: the same story in other sources."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from search.desk.revisions.revision_id import article_of
from search.stories import (
    SMALL_LIBRARY,
    Counterpart,
    days_apart,
    profile,
    same_story,
    shared_words,
    term_vector,
)

if TYPE_CHECKING:
    from search.article import Article
    from search.engine import Similar, Snapshot

MOST = 64


def rank_counterparts(
    snapshot: Snapshot, article: Article, limit: int | None, *, same_source: bool
) -> list[Counterpart]:
    """Give the articles closest to one, best first, with the reasons; see `Desk.counterparts`.

    Its own other versions aren't among them.
    """
    article = replace(article, id=article_of(article.id))
    vector = term_vector(article)
    shown = {term.stem: term.shown for term in vector.terms}
    most = MOST if limit is None else limit
    asked = max(most, SMALL_LIBRARY)
    stems = profile(article, vector)
    found = snapshot.similar(article, stems, asked, same_source=same_source)

    def told(one: Similar) -> bool:
        dated = article.day is not None and one.head.day is not None
        return same_story(one.closeness, one.score, others=len(found), size=len(stems), dated=dated)

    return [_counterpart(article, one, shown, same=told(one)) for one in found[:most]]


def _counterpart(
    article: Article, one: Similar, shown: dict[str, str], *, same: bool
) -> Counterpart:
    reasons = (
        shared_words(one.shared, shown, article.language),
        days_apart(article.day, one.head.day),
    )
    return Counterpart(
        one.head,
        score=one.score,
        same_story=same,
        why=tuple(reason for reason in reasons if reason),
    )
