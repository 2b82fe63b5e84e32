"""Articles as frozen values, safe to pass between threads."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple, NewType

from search.untrusted import iso_day

if TYPE_CHECKING:
    from datetime import date

ArticleId = NewType("ArticleId", str)
"""Sixteen hexadecimal digits, a hash of the article's path within its library.

Stable while the file keeps its name, whatever happens to its content. That of an article in a
container is a hash of the container's path and what names its record there, if anything does.
"""

BlockKind = Literal[
    "lead", "heading", "paragraph", "quote", "caption", "list", "code", "boilerplate"
]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or other block of an article, never empty.

    Attributes:
        kind: what part it plays. `boilerplate` is what the page says besides the story.
        text: plain text in one line: no line breaks, no control characters, no markup.
        depth: how far it is set in: an item of a list within others, from 1 on; a line of code,
            by its spaces.
    """

    kind: BlockKind
    text: str
    depth: int = 0


class Head(NamedTuple):
    """What a list shows of an article; each as in `Article`."""

    id: ArticleId
    path: str
    title: str | None
    source: str | None
    published: str | None
    place: str = ""
    whole: bool = True

    @property
    def label(self) -> str:
        """What to call it on screen: its title, else the name of its file."""
        return self.title or self.path.rpartition("/")[2]

    @property
    def day(self) -> date | None:
        """The day of publication, when known."""
        return iso_day(self.published) if self.published else None


@dataclass(frozen=True, slots=True)
class Article:
    """One article, parsed from its file.

    A head field is None (or empty, for `authors` and `tags`) when the text doesn't say it;
    `evidence` has a key for each head field that it does say, and where.

    Attributes:
        id: see `ArticleId`.
        path: relative to the library, with `/` between parts; `path#N` in a container file.
        blocks: in reading order; the title is not among them.
        published: ISO 8601: a day `YYYY-MM-DD`, or a full time with its offset.
        updated: likewise.
        language: a BCP 47 tag such as `en`.
        cuts: what was left out for being too long, a phrase each, such as `the text after
            1,000,000 characters`; see `search.formats.limits`.
        whole: False where the text is known to be only a part: a feed's teaser, what a paywall
            shows, what was too long. True proves nothing: most cuts leave no mark.
        evidence: field name to the place that says it, such as `front matter`, `text: line 3`.
        place: where it lies in a container file; see `search.library.place`. Empty for one that is
            a file of its own.
    """

    id: ArticleId
    path: str
    blocks: tuple[Block, ...]
    title: str | None = None
    source: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    url: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    cuts: tuple[str, ...] = ()
    whole: bool = True
    evidence: dict[str, str] = field(default_factory=dict)
    place: str = ""

    @property
    def head(self) -> Head:
        """What a list shows of it."""
        return Head(
            self.id, self.path, self.title, self.source, self.published, self.place, self.whole
        )

    @property
    def label(self) -> str:
        """What to call it on screen; see `Head.label`."""
        return self.head.label

    @property
    def day(self) -> date | None:
        """The day of publication, when known."""
        return self.head.day

    @property
    def story(self) -> tuple[tuple[int, Block], ...]:
        """The blocks that tell the story, each with its place in `blocks`."""
        return tuple((i, b) for i, b in enumerate(self.blocks) if b.kind != "boilerplate")

    @property
    def folded(self) -> tuple[tuple[int, Block], ...]:
        """The blocks that a page has besides its story, each with its place in `blocks`."""
        return tuple((i, b) for i, b in enumerate(self.blocks) if b.kind == "boilerplate")
