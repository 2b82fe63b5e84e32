"""A concordance (keyword in context), as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
    """

    word: str
    read_as: str
    uses: tuple[Use, ...]
    articles: int
    sources: tuple[tuple[str | None, int], ...]
    months: tuple[tuple[str | None, int], ...]
