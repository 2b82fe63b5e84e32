"""Reading the articles of a library's files by their heads, here or in a helping process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.errors import ArticleError
from search.library.article_files import ArticleFiles
from search.library.file_names import as_indexed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from search.article import Article, Head
    from search.library.location import Location


def file_of(head: Head, root: Path) -> Path:
    """Give the file that an article is in, of a library at `root`."""
    return root / file_path(head.path, head.place)


def file_path(path: str, place: str) -> str:
    """Give the path of the file that an article is in: that of one in a container is `path#N`."""
    return path.rpartition("#")[0] if place else path


def read_head(files: ArticleFiles, where: Location, head: Head) -> Article:
    """Give the article of a head as the index has it; raise ArticleError."""
    article = files.read(file_of(head, where.root), head.path, head.id, head.place)
    return as_indexed(article, head.published, head.source, where.names)


class HeadReader:
    """Gives the article of a head, None if it can't be read.

    Another process may be given it: there it opens files of its own.
    """

    def __init__(self, where: Location) -> None:
        """Take the library's place; no file is opened yet."""
        self._where = where
        self._files = ArticleFiles(_never, where.columns)

    def __call__(self, head: Head) -> Article | None:
        """Read an article. Cost: reading it; one after another, each file is opened once."""
        try:
            return read_head(self._files, self._where, head)
        except ArticleError:
            return None

    def __reduce__(self) -> tuple[Callable[[Location], HeadReader], tuple[Location]]:
        """Pickle the place only."""
        return HeadReader, (self._where,)

    def close(self) -> None:
        """Let go of open files."""
        self._files.close()


def _never() -> bool:
    return False
