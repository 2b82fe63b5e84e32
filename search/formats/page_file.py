"""Web pages as they were saved: HTML, MHTML, Safari's archives, each an article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from search.formats.container import WholeContainer
from search.formats.kinds import Kind

if TYPE_CHECKING:
    from search.article import Article, ArticleId
    from search.formats.container import Container, Source


@dataclass(frozen=True, slots=True)
class PageFile:
    """A page that isn't read yet; see `search.formats.Draft`."""

    data: bytes
    own: str = ""

    def article(self, path: str, article: ArticleId) -> Article:
        """Read it; see `read_web_page`."""
        from search.formats.web import read_web_page  # noqa: PLC0415 - a text needs none of it

        return read_web_page(self.data, path, article)


def _open(source: Source, name: str) -> Container:
    del name
    return WholeContainer(source.size, [PageFile(source.read(0, source.size))])


def _is_page(sample: bytes) -> bool:
    from search.formats.web import is_web_page  # noqa: PLC0415 - as above

    return is_web_page(sample)


_HTML = (".html", ".htm", ".xhtml")
KINDS = (
    Kind(
        "a web page",
        _HTML,
        _open,
        _is_page,
        signed=True,
        single=True,
        illustrated=True,
        extra="pages",
    ),
    Kind("a web page", _HTML, _open, single=True, illustrated=True, extra="pages"),
    Kind(
        "a web archive",
        (".mhtml", ".mht", ".webarchive"),
        _open,
        single=True,
        illustrated=True,
        extra="pages",
    ),
)
