"""Text files, each an article: the text of a page, or Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from search.formats.container import WholeContainer
from search.formats.kinds import Kind
from search.formats.read import read_text

if TYPE_CHECKING:
    from search.article import Article, ArticleId
    from search.formats.container import Container, Source


@dataclass(frozen=True, slots=True)
class TextFile:
    """A text file that isn't read yet; see `search.formats.Draft`."""

    data: bytes
    markdown: bool
    own: str = ""

    def article(self, path: str, article: ArticleId) -> Article:
        """Read it; see `read_text`."""
        return read_text(self.data, path, article, markdown=self.markdown)


def _open_text(source: Source, name: str) -> Container:
    del name
    return WholeContainer(source.size, [TextFile(source.read(0, source.size), markdown=False)])


def _open_markdown(source: Source, name: str) -> Container:
    del name
    return WholeContainer(source.size, [TextFile(source.read(0, source.size), markdown=True)])


TEXT = Kind("the text of a page", (".txt", ".text"), _open_text, single=True)
KINDS = (TEXT, Kind("Markdown", (".md", ".markdown"), _open_markdown, single=True))
