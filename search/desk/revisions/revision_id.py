"""What the earlier version of an article is called: `ID@N`, and by a user `ARTICLE@N`."""

from __future__ import annotations

import re
from typing import NamedTuple

from search.article import ArticleId

_NAMED = re.compile(r"(.+)@([1-9]\d{0,5})\Z", re.ASCII | re.DOTALL)


class NamedRevision(NamedTuple):
    """What the name of a version says: which article, and which of its versions, counted from 1."""

    article: str
    number: int


def revision_id(article: ArticleId, number: int) -> ArticleId:
    """Give the id of a version that was kept; it can be read and compared as any article can."""
    return ArticleId(f"{article}@{number}")


def named_revision(name: str) -> NamedRevision | None:
    """Take the name or the id of a version apart; None for what names none."""
    found = _NAMED.match(name)
    return NamedRevision(found[1], int(found[2])) if found else None


def article_of(article: ArticleId) -> ArticleId:
    """Give the article that a version is of; any other id as it is. Engines know articles only."""
    named = named_revision(article)
    return ArticleId(named.article) if named else article
