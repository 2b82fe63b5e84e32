"""Which articles a reader set store by: those starred, tagged or noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.marks.marked_articles import marks_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from search.article import ArticleId
    from search.marks.marks_access import MarksAccess


def valued_articles(access: MarksAccess, articles: Collection[ArticleId]) -> set[ArticleId] | None:
    """Give those of some articles that are starred, tagged or noted; None where that can't be read."""
    if not access.kept:
        return set()
    found = access.read(lambda at: marks_of(at, access.library, articles), None)
    if found is None:
        return None
    return {one for one, its in found.items() if its.starred or its.tags or its.notes}
