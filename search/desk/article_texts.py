"""Full articles, from the engine if it stores texts, else from their files."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from search.desk.revisions.kept_versions import version_file
from search.desk.revisions.revision_id import article_of, named_revision
from search.errors import ArticleError, NoSuchArticleError
from search.library import Presence
from search.library.article_files import ArticleFiles
from search.library.head_reader import HeadReader, file_path, read_head

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from search.article import Article, ArticleId, Head
    from search.desk.archives.articles_elsewhere import ArticlesElsewhere
    from search.desk.resolve import Named
    from search.engine import Engine, Row
    from search.library import Location


class ArticleTexts:
    """The articles of one library, and files and articles outside it that were named.

    Safe to call from several threads, but for `read_head`, which reads those of a folder by their heads.
    """

    def __init__(self, where: Location, engine: Engine, elsewhere: ArticlesElsewhere) -> None:
        """Know a library and its engine; raise LibraryError if its folder isn't there."""
        self._where = where
        self._root = where.root
        self._engine = engine
        self._elsewhere = elsewhere
        lost = (lambda: False) if where.archive else Presence(where).lost
        self._files = ArticleFiles(lost, where.columns)
        self.read_head = HeadReader(where)
        self._visitors: dict[ArticleId, Named] = {}

    def name(self, named: Named) -> ArticleId:
        """Remember a file that was named, so that it can be read by its id, which is given."""
        self._visitors[named.id] = named
        return named.id

    def read(self, articles: Sequence[ArticleId]) -> list[Article]:
        """Read articles, in one question; raise ArticleError or NoSuchArticleError for the first.

        A version that was kept of an article (see `search.desk.revisions`) is read as the article is.
        """
        kept = {one: there for one in articles if (there := self._elsewhere.read(one))}
        others = [one for one in articles if one not in kept]
        kept |= {one: self._version(one) for one in others if named_revision(one)}
        read = iter(self._read([one for one in articles if one not in kept]))
        return [kept[one] if one in kept else next(read) for one in articles]

    def _read(self, articles: Sequence[ArticleId]) -> list[Article]:
        if not articles:
            return []
        if self._engine.holds_texts:
            whole = self._engine.read(lambda snapshot: snapshot.articles(articles))
            pairs = zip(articles, whole, strict=True)
            return [article or self._visitor(one) for one, article in pairs]
        heads = self._engine.read(lambda snapshot: snapshot.heads(articles))
        pairs_of_heads = zip(articles, heads, strict=True)
        return [self._of(head) if head else self._visitor(one) for one, head in pairs_of_heads]

    def path(self, article: ArticleId) -> str:
        """Give an article's path without reading it; raise NoSuchArticleError."""
        if there := self._elsewhere.read(article):
            return there.path
        if version := named_revision(article):
            return f"{self.path(article_of(article))}@{version.number}"
        (head,) = self._engine.read(lambda snapshot: snapshot.heads([article]))
        return head.path if head else self._named(article).path

    def file(self, article: Article) -> Path:
        """Say which file an article is in, absolute; asks the engine nothing."""
        if article.id in self._visitors:
            return self._visitors[article.id].file
        if version := named_revision(article.id):
            path = article.path.removesuffix(f"@{version.number}")
            return version_file(self._root, path, version.number) or self._root / path
        return self._root / file_path(article.path, article.place)

    def of_row(self, row: Row) -> Article | None:
        """Give the article of a row, None if it can't be read; asks the engine nothing."""
        return row.article or self.of_head(row.head)

    def of_head(self, head: Head) -> Article | None:
        """Give the article of a head, None if it can't be read.

        Asks the engine nothing, unless it is the one that holds texts.
        """
        try:
            if self._engine.holds_texts:
                return self._engine.read(lambda snapshot: snapshot.articles([head.id]))[0]
            return self._of(head)
        except ArticleError:
            return None

    def close(self) -> None:
        """Let go of open files."""
        self._files.close()
        self.read_head.close()

    def _of(self, head: Head) -> Article:
        return read_head(self._files, self._where, head)

    def _version(self, version: ArticleId) -> Article:
        """Read an earlier version; of what its file doesn't say the library may know day and outlet."""
        number = int(version.rpartition("@")[2])
        (now,) = self._read([article_of(version)])
        path = f"{now.path}@{number}"
        file = version_file(self._root, now.path, number)
        if file is None or now.place:
            raise NoSuchArticleError(path, "no such version was kept")
        article = self._files.read(file, file.relative_to(self._root).as_posix(), version)
        published = article.published or now.published
        return replace(article, path=path, source=article.source or now.source, published=published)

    def _visitor(self, article: ArticleId) -> Article:
        named = self._named(article)
        return self._files.read(named.file, named.path, article, named.place)

    def _named(self, article: ArticleId) -> Named:
        if article not in self._visitors:
            raise NoSuchArticleError(article, "no article has this id")
        return self._visitors[article]
