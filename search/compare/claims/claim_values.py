"""The claims of a story, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from search.article import ArticleId, Head
    from search.compare.comparison import At

Telling: TypeAlias = Literal["full", "partly", "none"]
"""Whether an outlet has a sentence of a claim, only one that is related to it, or neither."""


class ClaimSentence(NamedTuple):
    """A sentence of a claim, or one related to it.

    Attributes:
        version: the place of its article in `StoryClaims.versions`.
        at: where it stands in that article.
        text: the sentence.
        full: whether it says what the claim does; else it is only related.
    """

    version: int
    at: At
    text: str
    full: bool


@dataclass(frozen=True, slots=True)
class Claim:
    """What one version or several say.

    Attributes:
        text: the sentence of it that is closest to all others.
        sentences: all of them in order of the versions, the related ones included.
        cells: how each of `StoryClaims.outlets` tells it.
        alone: whether one outlet alone has anything of it, though there are others.
    """

    text: str
    sentences: tuple[ClaimSentence, ...]
    cells: tuple[Telling, ...]
    alone: bool

    @property
    def outlets(self) -> int:
        """How many outlets tell it in full."""
        return self.cells.count("full")

    def places(self, *, full: bool) -> Mapping[int, At]:
        """Give by version the first sentence that tells it, or the first that is related to it.

        A version that has a sentence of the claim isn't among the related ones.
        """
        told: dict[int, At] = {}
        for one in self.sentences:
            if one.full:
                told.setdefault(one.version, one.at)
        if full:
            return told
        related: dict[int, At] = {}
        for one in self.sentences:
            if one.version not in told:
                related.setdefault(one.version, one.at)
        return related


@dataclass(frozen=True, slots=True)
class StoryClaims:
    """The claims of a story and who tells them.

    Attributes:
        versions: the articles that were compared, in order of time.
        outlets: their sources in the same order, each once; an unknown one is another than any, so
            that each article without a source has a None of its own.
        claims: told by most outlets first, then related to in most, then by their place in the
            earliest version.
        cuts: what was left out, in phrases; none where nothing was.
    """

    versions: tuple[Head, ...]
    outlets: tuple[str | None, ...]
    claims: tuple[Claim, ...]
    cuts: tuple[str, ...]

    def by_article(self, claim: Claim, *, full: bool) -> dict[ArticleId, At]:
        """Give the places of a claim by article; see `Claim.places`."""
        return {self.versions[at].id: place for at, place in claim.places(full=full).items()}
