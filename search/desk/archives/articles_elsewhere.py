"""Articles of other archives than the library: `ARCHIVE#ID`, read there once one is named."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from search.archive_address import archive_address
from search.archive_options import archive_and_article, options_of
from search.article import ArticleId
from search.engine import engine_choice
from search.errors import NoSuchArticleError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from search.archive_address import ArchiveAddress
    from search.archive_options import Archives
    from search.article import Article
    from search.engine import Engine


class ArticlesElsewhere:
    """What was named of other archives; it is read and compared, but not searched.

    Its id here is `ARCHIVE#ID` in full, by which it can be named again; the id that it has there may be
    another article's here, as an archive that a folder was pushed to has the same ids. Safe to call from
    several threads once all are named.
    """

    def __init__(
        self, own: ArchiveAddress | None, archives: Archives, tell: Callable[[str], None]
    ) -> None:
        """Know which archive the library is, if it is one, and how others are asked."""
        self._own = own
        self._archives = archives
        self._tell = tell
        self._engines: dict[ArchiveAddress, Engine] = {}
        self._named: dict[ArticleId, tuple[Engine, ArticleId]] = {}

    def resolve(
        self,
        names: Sequence[str],
        own: Callable[[Sequence[str]], Sequence[ArticleId]],
        within: Callable[[str, Engine], ArticleId],
    ) -> tuple[ArticleId, ...]:
        """Find articles by what they are called; raise NoSuchArticleError, LibraryError.

        Args:
            names: of articles anywhere.
            own: finds those of the library, which may be an archive itself.
            within: finds one in another archive.
        """
        parts = [self._parts(name) for name in names]
        ours = [name for address, name in parts if address is None]
        found = iter(own(ours) if ours else ())
        return tuple(
            next(found) if address is None else self._remembered(called, address, name, within)
            for called, (address, name) in zip(names, parts, strict=True)
        )

    def read(self, article: ArticleId) -> Article | None:
        """Read one that was named; None if it is none of these."""
        there = self._named.get(article)
        if there is None:
            return None
        engine, name = there
        (found,) = engine.read(lambda snapshot: snapshot.articles([name]))
        if found is None:
            raise NoSuchArticleError(article, "no article has this id")
        return replace(found, id=article)

    def close(self) -> None:
        """Let go of those archives."""
        for engine in self._engines.values():
            engine.close()

    def _parts(self, name: str) -> tuple[ArchiveAddress | None, str]:
        """Give the other archive that an article is in, and what it is called there; None for the library."""
        archive, article = archive_and_article(name, self._archives)
        if not archive:
            return None, name
        address = archive_address(archive)
        return (None, article) if address == self._own else (address, article)

    def _remembered(
        self,
        called: str,
        address: ArchiveAddress,
        name: str,
        within: Callable[[str, Engine], ArticleId],
    ) -> ArticleId:
        if address not in self._engines:
            options = options_of(address, self._archives)
            self._engines[address] = engine_choice.open_any_archive(address, options, self._tell)
        engine = self._engines[address]
        try:
            found = within(name, engine)
        except NoSuchArticleError as error:
            raise NoSuchArticleError(called, error.reason) from None
        known = ArticleId(f"{address}#{found}")
        self._named[known] = engine, found
        return known
