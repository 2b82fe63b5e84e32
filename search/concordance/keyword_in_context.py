"""A concordance (keyword in context), as frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from search.article import Head


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a word.

    Attributes:
        head: the article's.
        block: the place of its block in the article.
        start, stop: where it stands in that block's text.
        match: the word as it is written there.
        before, after: what stands around it in the block, cut between words, at most
            `CONTEXT` code points each; a blank that parts it from the word is kept.
    """

    head: Head
    block: int
    start: int
    stop: int
    before: str
    match: str
    after: str


class Collocate(NamedTuple):
    """A word that stands beside another.

    Attributes:
        word: folded.
        times: how often it stands within some words of a use.
        log_dice: how much the two go together, 14 at most; see `weigh_collocates`.
    """

    word: str
    times: int
    log_dice: float


class Cluster(NamedTuple):
    """Words in a row, the word itself among them: folded, and how often they come."""

    text: str
    times: int


@dataclass(frozen=True, slots=True)
class Concordance:
    """Collecting every use of a word in a library.

    Attributes:
        word: what was asked.
        read_as: how it was understood, in words.
        uses: newest article first, within an article in reading order; see `ordered`.
        articles: how many articles have one.
        sources: how many uses each source has, most first; None is the unknown source.
        months: how many each `YYYY-MM` has, in order; None, last, is the unknown date.
        words: how many words the stories of each source have; empty until all uses are found.
        collocates: the words beside its uses, those that go with it most first; likewise.
        clusters: the rows of words that it is part of, the most frequent first; likewise.
    """

    word: str
    read_as: str
    uses: tuple[Use, ...]
    articles: int
    sources: tuple[tuple[str | None, int], ...]
    months: tuple[tuple[str | None, int], ...]
    words: Mapping[str | None, int] = field(default_factory=dict)
    collocates: tuple[Collocate, ...] = ()
    clusters: tuple[Cluster, ...] = ()

    def rate(self, source: str | None) -> float | None:
        """Say how often the word comes in 10,000 words of a source; None where that isn't known."""
        words = self.words.get(source, 0)
        return 10_000 * dict(self.sources).get(source, 0) / words if words else None
