"""Two versions of one article that are compared: which they are, and those before and after them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from search import Sides
from tui.render.article_facts import moment

if TYPE_CHECKING:
    from search import ArticleId, Comparison, Desk, Revision

    Pair: TypeAlias = tuple[ArticleId, ArticleId]


class VersionPair(NamedTuple):
    """What is known of two versions besides their texts.

    Attributes:
        words: what each is called: its number, and when it came.
        earlier, later: the pair before, which ends with the earlier of the two, and the one after, which
            begins with the later; None where there is none.
    """

    words: Sides[str]
    earlier: Pair | None
    later: Pair | None


def version_pair(desk: Desk, comparison: Comparison) -> VersionPair | None:
    """Look the two up; None where they aren't versions of one article. Raises SearchError."""
    if not comparison.versions:
        return None
    versions = desk.revisions.of(comparison.left.id).versions
    ids = [one.article.id for one in versions]
    left, right = (_place(ids, side.id) for side in (comparison.left, comparison.right))
    first, last = min(left, right), max(left, right)
    return VersionPair(
        Sides(_words(versions[left]), _words(versions[right])),
        (ids[first - 1], ids[first]) if first else None,
        (ids[last], ids[last + 1]) if last + 1 < len(ids) else None,
    )


def _place(ids: list[ArticleId], article: ArticleId) -> int:
    """Give the place of a version; the article itself is the last, though it may have been edited."""
    return ids.index(article) if article in ids else len(ids) - 1


def _words(version: Revision) -> str:
    return f"version {version.number}, {moment(version.seen or None)}"
