"""What a reader did with articles, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from search.article import ArticleId

LONGEST_NAME = 100
"""Characters of a tag, and of the name of a saved search."""
LONGEST_NOTE = 100_000
"""Characters of a note."""
AROUND = 40
"""Characters kept of what stands before a noted passage, and after it."""


class Marks(NamedTuple):
    """What is marked of one article: `tags` in alphabetical order, and how many notes there are."""

    read: bool = False
    starred: bool = False
    tags: tuple[str, ...] = ()
    notes: int = 0


NO_MARKS = Marks()


class Passage(NamedTuple):
    """A passage of an article, as it stood when it was noted.

    Attributes:
        quote: its text; empty where a note speaks of the whole article. Over several blocks, their texts
            with an empty line between.
        prefix, suffix: what stood before and after it in its block, `AROUND` characters at most.
        block: its place in `Article.blocks`, of several blocks that of the first.
        offset: where it began in that, in code points.
    """

    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    block: int = 0
    offset: int = 0


WHOLE_ARTICLE = Passage()


class Note(NamedTuple):
    """A note of the reader's.

    Attributes:
        number: its own, for as long as it is kept.
        article: of which; None where that isn't in the library any more.
        path: the article's, or its last one.
        text: what the reader wrote, in any number of lines.
        passage: what it speaks of.
        made, changed: ISO 8601 times with offset.
    """

    number: int
    article: ArticleId | None
    path: str
    text: str
    passage: Passage
    made: str
    changed: str


class SavedSearch(NamedTuple):
    """A search that the reader gave a name."""

    name: str
    query: str


@dataclass(frozen=True, slots=True)
class MarkChange:
    """What is to be changed of some articles; None, and empty, leave things as they are.

    `tags` and `untags` are names as `tag_name` gives them.
    """

    read: bool | None = None
    starred: bool | None = None
    tags: tuple[str, ...] = ()
    untags: tuple[str, ...] = ()
    note: str | None = None
    passage: Passage = WHOLE_ARTICLE

    def said(self, articles: int) -> str:
        """Say in a few words what is changed of so many articles, such as `star, tags of 3 articles`."""
        said = [
            word
            for word, changes in (
                ("read" if self.read else "unread", self.read is not None),
                ("star" if self.starred else "star taken", self.starred is not None),
                ("tags", self.tags or self.untags),
                ("note", self.note is not None),
            )
            if changes
        ]
        return ", ".join(said) + ("" if articles == 1 else f" of {articles:,} articles")

    def on(self, passage: Passage) -> MarkChange:
        """Give the same change with its note on a passage."""
        return replace(self, passage=passage)
