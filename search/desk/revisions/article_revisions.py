"""The versions of the articles of one library, and what their publishers changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from search.desk.revisions.kept_versions import has_kept, versions_of
from search.desk.revisions.revision_id import article_of, named_revision, revision_id
from search.errors import ArticleError, NoSuchArticleError, SearchError
from search.untrusted import iso_time

if TYPE_CHECKING:
    from pathlib import Path

    from search.article import Article, ArticleId
    from search.compare.version_changes import VersionChange
    from search.desk.article_texts import ArticleTexts
    from search.library import Location


@dataclass(frozen=True, slots=True)
class Revision:
    """One version of an article.

    Attributes:
        number: counted from 1.
        seen: when it came, in ISO 8601: what its file says, for want of that when the file was written.
        article: what it says. Its id is that of the article where the article's file holds it.
        edited: whether its user edited it since, and it wasn't kept as it came.
    """

    number: int
    seen: str
    article: Article
    edited: bool = False


@dataclass(frozen=True, slots=True)
class Revisions:
    """The versions of one article, the first first, the last being what was read of it last.

    Attributes:
        article: its id.
        path: where it lies.
        versions: one at least.
        failed: what lies among those that were kept and can't be read.
    """

    article: ArticleId
    path: str
    versions: tuple[Revision, ...]
    failed: tuple[ArticleError, ...] = ()

    def numbered(self, number: int) -> Revision:
        """Give one version; raise NoSuchArticleError if it isn't there."""
        for one in self.versions:
            if one.number == number:
                return one
        last = self.versions[-1].number
        raise NoSuchArticleError(
            f"{self.path}@{number}",
            "it was not kept" if number < last else f"its latest version is {last}",
        )

    def before(self, number: int) -> Revision | None:
        """Give the version before one; None before the first."""
        return next((one for one in reversed(self.versions) if one.number < number), None)


class ArticleRevisions:
    """The versions of the articles of one library. Safe to call from several threads."""

    def __init__(self, where: Location, texts: ArticleTexts) -> None:
        """Take the library, and what reads its articles."""
        self._where = where
        self._texts = texts

    def earlier(self, article: Article) -> int:
        """Count the versions before the one that an article is, as `of` has them; never raises.

        None of one that is an earlier version itself. Cost: a look; where any were kept, reading them.
        """
        if self._where.archive or named_revision(article.id) or article.place:
            return 0
        root, path = self._where.root, article.path
        return len(versions_of(root, path).earlier) if has_kept(root, path) else 0

    def of(self, article: ArticleId) -> Revisions:
        """Give all versions of an article, whichever of them is named.

        The last is what was read of its publisher last, without what its user edited since, where that was
        kept. Raises ArticleError, NoSuchArticleError for the article itself; of the others one that
        can't be read is among `failed`. Cost: reading each.
        """
        article = article_of(article)
        (now,) = self._texts.read([article])
        if self._where.archive or now.place:
            return Revisions(article, now.path, (Revision(1, "", now),))
        root = self._where.root
        there = versions_of(root, now.path)
        failed = list(there.failed)
        found: list[Revision] = []
        for one in there.kept:
            if one.number < there.current or there.edited:
                try:
                    (read,) = self._texts.read([revision_id(article, one.number)])
                except SearchError as error:
                    failed.append(ArticleError(error.what, error.reason))
                else:
                    found.append(Revision(one.number, _seen(one.head.seen, one.file), read))
        if not found or found[-1].number < there.current:
            seen = _seen(there.seen, root / now.path)
            found.append(Revision(there.current, seen, now, there.edited))
        return Revisions(article, now.path, tuple(found), tuple(failed))

    def changes(self, before: Article, after: Article) -> tuple[VersionChange, ...]:
        """Tell what differs between two versions; see `version_changes`."""
        from search.compare.version_changes import version_changes  # noqa: PLC0415 - a search doesn't wait for it

        return version_changes(before, after)

    def version(self, article: ArticleId, number: int) -> ArticleId:
        """Give the id of an article's version, that of the article where its file holds it.

        Raises NoSuchArticleError if it isn't there. Cost: see `of`.
        """
        return self.of(article).numbered(number).article.id


def _seen(said: str, file: Path) -> str:
    """Say when a version came; empty where nothing tells."""
    if iso_time(said):
        return said
    try:
        return datetime.fromtimestamp(file.stat().st_mtime, UTC).isoformat(timespec="seconds")
    except (OSError, ValueError, OverflowError):
        return ""
