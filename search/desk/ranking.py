"""The same story in other sources."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from search.stories import SAME_STORY, Rival, apart, profile, shares, terms

if TYPE_CHECKING:
    from search.article import Article
    from search.engine.whoosh import Facts, Near, Reader

MOST = 64


def rivals(reader: Reader, article: Article, limit: int | None, *, every: bool) -> list[Rival]:
    """Give the articles closest to one, best first, with the reasons; see `Desk.rivals`."""
    vector = terms(article)
    shown = {term.stem: term.shown for term in vector.terms}
    most = MOST if limit is None else limit
    found = reader.alike(article, profile(article, vector), most, every=every)
    return [_rival(article, facts, near, shown) for facts, near in found]


def _rival(article: Article, facts: Facts, near: Near, shown: dict[str, str]) -> Rival:
    day = date.fromisoformat(facts.published[:10]) if facts.published else None
    reasons = (shares(near.shared, shown, article.language), apart(article.day, day))
    return Rival(
        *facts,
        score=near.score,
        same_story=near.closeness >= SAME_STORY,
        why=tuple(reason for reason in reasons if reason),
    )
