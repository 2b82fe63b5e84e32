"""Pushing a library to an archive: what is new or changed is sent, what is gone is removed."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from search.archive_address import archive_address
from search.article import ArticleId
from search.engine import engine_choice, never_cancelled
from search.errors import ArticleError, CancelledError, NoSuchArticleError
from search.library import FilesUpdate

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.archive_address import ArchiveAddress
    from search.article import Article
    from search.desk.desk import Desk
    from search.engine.archive_protocol import Archive, ArchiveWriter, Rejected

_NOTHING_OF_FILES = FilesUpdate((), (), (), "")
_SAVED_EACH = 250
"""Articles sent between two moments from which a push that was killed goes on."""


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
) -> PushReport:
    """Bring an archive up to date with the articles of a library.

    Both are gone through side by side, by id; an article is sent where the archive has none or
    another text of it. Cancelled or killed, what was sent stays, and the next push goes on there;
    another one meanwhile is refused (IndexLockedError). Cost: reading every article here, and
    sending those that differ; memory for the ids, some 70 bytes each.

    Args:
        desk: the library, with its index up to date.
        address: of the archive; raises LibraryError if it isn't one.
        progress: told the articles looked at, and how many there are.
        cancelled: asked before each; raises CancelledError once it says so.
        keep_gone: whether what the library hasn't got stays there.
    """
    where = archive_address(address)
    archive = engine_choice.open_archive(where)
    begun = time.monotonic()
    try:
        push = _Push(desk, archive, progress, cancelled, keep_gone=keep_gone)
        archive.write_archive(push.run)
    finally:
        archive.close()
    return PushReport(
        where,
        len(push.ids),
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
        archive: Archive,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
        *,
        keep_gone: bool,
    ) -> None:
        self._desk = desk
        self._archive = archive
        self._progress = progress
        self._cancelled = cancelled
        self._keep_gone = keep_gone
        self._unsaved: dict[ArticleId, _Done] = {}
        self._told = 0
        self.ids = sorted(desk.ids())
        self._counts: Counter[_Done] = Counter()
        self.kept = 0
        self.unread: list[str] = []
        self.rejected: list[RejectedArticle] = []

    @property
    def counts(self) -> tuple[int, int, int]:
        """How many were added, changed and removed."""
        return self._counts["added"], self._counts["changed"], self._counts["removed"]

    def run(self, writer: ArchiveWriter) -> None:
        """Go through both sides; what was sent is safe, and found, every 250 articles."""
        there = self._archive.stamps()
        other = next(there, None)
        for done, one in enumerate(self.ids):
            if self._cancelled():
                raise CancelledError
            while other and other[0] < one:
                self._gone(writer, ArticleId(other[0]))
                other = next(there, None)
            same = other if other and other[0] == one else None
            other = next(there, None) if same else other
            self._send(writer, one, same[1] if same else None)
            self._save(writer, _SAVED_EACH)
            self._progress(done + 1, len(self.ids))
        while other:
            self._gone(writer, ArticleId(other[0]))
            other = next(there, None)
        self._save(writer, 0)

    def _send(self, writer: ArchiveWriter, one: ArticleId, digest: str | None) -> None:
        try:
            article = self._desk.read(one)
        except ArticleError as error:
            self.unread.append(error.path)
            return
        except NoSuchArticleError:
            return  # it has gone since this push began; the next one takes it away
        if digest != self._archive.stamp(article):
            writer.put(article)
            self._count(one, "added" if digest is None else "changed")

    def _gone(self, writer: ArchiveWriter, one: ArticleId) -> None:
        if self._keep_gone:
            self.kept += 1
            return
        writer.remove([one])
        self._count(one, "removed")

    def _count(self, one: ArticleId, done: _Done) -> None:
        self._unsaved[one] = done
        self._counts[done] += 1

    def _save(self, writer: ArchiveWriter, most: int) -> None:
        """Save if more than `most` changes aren't, and learn what was rejected."""
        if most and len(self._unsaved) < most:
            return
        writer.save()
        writer.note(_NOTHING_OF_FILES)
        for one in writer.rejected[self._told :]:
            self._counts[self._unsaved[ArticleId(one.id)]] -= 1
            self.rejected.append(self._rejected(one))
        self._told = len(writer.rejected)
        self._unsaved.clear()

    def _rejected(self, one: Rejected) -> RejectedArticle:
        if not one.document:
            return RejectedArticle(one.id, f"can't be taken away: {one.reason}", None)
        try:
            article = self._desk.read(ArticleId(one.id))
        except (ArticleError, NoSuchArticleError):  # it has gone since it was sent
            return RejectedArticle(one.id, one.reason, None)
        return RejectedArticle(article.path, one.reason, article)
