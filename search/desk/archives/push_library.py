"""Pushing a library to an archive: what is new or changed is sent, what is gone is removed."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from search.archive_address import archive_address
from search.archive_options import options_of
from search.article import ArticleId
from search.desk.archives.stamp_table import StampTable
from search.engine import engine_choice, never_cancelled
from search.engine.archive_protocol import ArticleToPut
from search.errors import ArticleError, CancelledError, NoSuchArticleError
from search.library import FilesUpdate

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.archive_address import ArchiveAddress
    from search.archive_options import Archives
    from search.article import Article
    from search.desk.desk import Desk
    from search.engine.archive_protocol import ArchiveWriter, Rejected

_NOTHING_OF_FILES = FilesUpdate((), (), (), "")
_SENT_AT_ONCE = 250
"""Articles that are handed over together, some megabytes."""
_SETTLED_EACH = 30
"""Seconds between two moments from which all that was sent is found: each makes a segment there."""
_MOST_UNSETTLED = 50_000


_Done: TypeAlias = Literal["added", "changed", "removed"]


class RejectedArticle(NamedTuple):
    """An article that an archive doesn't take, or doesn't give up.

    Attributes:
        path: where it is in the library; its id if it isn't there any more.
        reason: why, as the archive says it.
        article: the article; None if it isn't in the library any more.
    """

    path: str
    reason: str
    article: Article | None


@dataclass(frozen=True, slots=True)
class PushReport:
    """The report of a push.

    Attributes:
        archive: where it went.
        articles: how many the library has.
        added, changed, removed: how many were new there, differed, and were taken away.
        kept: how many are there that the library hasn't got, and were to be kept.
        unread: what could not be read here, by path; what the archive has of it stays.
        rejected: what the archive doesn't take; the rest went on.
        seconds: wall time.
    """

    archive: ArchiveAddress
    articles: int
    added: int
    changed: int
    removed: int
    kept: int
    unread: tuple[str, ...]
    rejected: tuple[RejectedArticle, ...]
    seconds: float


def push_library(
    desk: Desk,
    address: str,
    progress: Callable[[int, int], None] = lambda _, __: None,
    cancelled: Callable[[], bool] = never_cancelled,
    *,
    keep_gone: bool = False,
    archives: Archives = (),
) -> PushReport:
    """Bring an archive up to date with the articles of a library.

    The library is gone through as it was indexed; an article is sent where the archive has none or
    another text of it. Cancelled or killed, what was sent stays, and the next push goes on there;
    another one meanwhile is refused (IndexLockedError). Cost: reading every article here, and
    sending those that differ; memory for what the archive holds, 25 bytes an article.

    Args:
        desk: the library, with its index up to date.
        address: of the archive; raises LibraryError if it isn't one.
        progress: told the articles looked at, and how many there are.
        cancelled: asked before each; raises CancelledError once it says so.
        keep_gone: whether what the library hasn't got stays there.
        archives: how archives are asked of which something is said.
    """
    where = archive_address(address)
    archive = engine_choice.open_archive(where, options_of(where, archives))
    begun = time.monotonic()
    try:
        push = _Push(desk, progress, cancelled, keep_gone=keep_gone)
        archive.write_archive(push.run)
    finally:
        archive.close()
    return PushReport(
        where,
        push.articles,
        *push.counts,
        push.kept,
        tuple(sorted(push.unread)),
        tuple(push.rejected),
        time.monotonic() - begun,
    )


class _Push:
    """One push; its counts grow as it goes on."""

    def __init__(
        self,
        desk: Desk,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
        *,
        keep_gone: bool,
    ) -> None:
        self._desk = desk
        self._progress = progress
        self._cancelled = cancelled
        self._keep_gone = keep_gone
        self._gathered = 0
        self._unsettled: dict[ArticleId, _Done] = {}
        self._settled = time.monotonic()
        self._told = 0
        self._counts: Counter[_Done] = Counter()
        self.articles = 0
        self.kept = 0
        self.unread: list[str] = []
        self.rejected: list[RejectedArticle] = []

    @property
    def counts(self) -> tuple[int, int, int]:
        """How many were added, changed and removed."""
        return self._counts["added"], self._counts["changed"], self._counts["removed"]

    def run(self, writer: ArchiveWriter) -> None:
        """Go through the library, then through what only the archive has."""
        there = StampTable(writer.stamps())
        total = self._desk.articles
        known = (ArticleToPut(*one, there.take(one.head.id)) for one in self._desk.every_article())
        for one, outcome in writer.put_changed(known, self._desk.read_head, total):
            self.articles += 1
            if outcome == "unread":
                self.unread.append(one.head.path)
            elif outcome == "put":
                self._count(writer, one.head.id, "added" if one.digest is None else "changed")
            self._progress(self.articles, max(total, self.articles))
            if self._cancelled():
                writer.save()
                self._settle(writer)
                raise CancelledError
        for left in there.left():
            self._gone(writer, left)
        writer.commit()
        self._settle(writer)

    def _gone(self, writer: ArchiveWriter, one: ArticleId) -> None:
        if self._keep_gone:
            self.kept += 1
            return
        writer.remove([one])
        self._count(writer, one, "removed")

    def _count(self, writer: ArchiveWriter, one: ArticleId, done: _Done) -> None:
        """Count a change, and send it with others once they are many."""
        self._unsettled[one] = done
        self._counts[done] += 1
        self._gathered += 1
        if self._gathered >= _SENT_AT_ONCE:
            writer.save()
            self._gathered = 0
            if (
                time.monotonic() - self._settled > _SETTLED_EACH
                or len(self._unsettled) >= _MOST_UNSETTLED
            ):
                self._settle(writer)

    def _settle(self, writer: ArchiveWriter) -> None:
        """Have all that was saved be there and found, and learn what was rejected."""
        writer.note(_NOTHING_OF_FILES)
        for one in writer.rejected[self._told :]:
            self._counts[self._unsettled[ArticleId(one.id)]] -= 1
            self.rejected.append(self._rejected(one))
        self._told = len(writer.rejected)
        self._unsettled.clear()
        self._gathered = 0
        self._settled = time.monotonic()

    def _rejected(self, one: Rejected) -> RejectedArticle:
        if not one.document:
            return RejectedArticle(one.id, f"can't be taken away: {one.reason}", None)
        try:
            article = self._desk.read(ArticleId(one.id))
        except (ArticleError, NoSuchArticleError):  # it has gone since it was sent
            return RejectedArticle(one.id, one.reason, None)
        return RejectedArticle(article.path, one.reason, article)
