"""Passages that are noted: cut out of an article, and found again in it after it has changed."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from search.marks.mark_values import AROUND, Passage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.article import Article

_MOST_PLACES = 1_000
"""Places of a quotation that are weighed against what stood around it."""
_STRETCH = 2
"""How many times as long as it was a passage may have become."""


class PassagePlace(NamedTuple):
    """Where a passage stands: a block's place in `Article.blocks`, and a span of that block."""

    block: int
    start: int
    stop: int


def passage_at(article: Article, place: PassagePlace) -> Passage:
    """Cut a passage out of an article."""
    text = article.blocks[place.block].text
    return Passage(
        quote=text[place.start : place.stop],
        prefix=text[max(0, place.start - AROUND) : place.start],
        suffix=text[place.stop : place.stop + AROUND],
        block=place.block,
        offset=place.start,
    )


def find_quote(article: Article, quote: str) -> PassagePlace | None:
    """Find the first place of a quotation in an article; None if there is none. Cost: linear."""
    if not quote:
        return None
    return next(_places(article, quote), None)


def find_again(article: Article, passage: Passage) -> PassagePlace | None:
    """Find a passage in an article that may have changed; None if it is lost, or never had one.

    Where the same words stand, of several places that with most of what stood around them, then
    where it was, then the first; else what now stands between what stood before and after it, if
    that is no longer than `_STRETCH` times the passage. Cost: linear in the text.
    """
    if not passage.quote:
        return None
    places = islice(_places(article, passage.quote), _MOST_PLACES)
    best = max(places, key=lambda place: _fit(article, place, passage), default=None)
    return best or _between(article, passage)


def _places(article: Article, quote: str) -> Iterator[PassagePlace]:
    for number, block in enumerate(article.blocks):
        at = block.text.find(quote)
        while at >= 0:
            yield PassagePlace(number, at, at + len(quote))
            at = block.text.find(quote, at + len(quote))


def _fit(article: Article, place: PassagePlace, passage: Passage) -> tuple[int, bool]:
    """Count the characters around a place that stood around the passage; tell whether it was here."""
    text = article.blocks[place.block].text
    before = text[max(0, place.start - AROUND) : place.start]
    after = text[place.stop : place.stop + AROUND]
    fit = _common(before[::-1], passage.prefix[::-1]) + _common(after, passage.suffix)
    return fit, (place.block, place.start) == (passage.block, passage.offset)


def _common(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _between(article: Article, passage: Passage) -> PassagePlace | None:
    """Find what stands between the passage's surroundings; both are needed."""
    if not (passage.prefix and passage.suffix):
        return None
    for number, block in enumerate(article.blocks):
        before = block.text.find(passage.prefix)
        if before < 0:
            continue
        start = before + len(passage.prefix)
        stop = block.text.find(
            passage.suffix, start, start + _STRETCH * len(passage.quote) + len(passage.suffix)
        )
        if stop > start:
            return PassagePlace(number, start, stop)
    return None
