"""Passages that are noted: cut out of an article, and found again in it after it has changed."""

from __future__ import annotations

from collections import deque
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from search.marks.mark_values import AROUND, Passage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from search.article import Article
    from search.marks.mark_values import Note

_MOST_PLACES = 1_000
"""Places of a quotation that are weighed against what stood around it."""
_BETWEEN_BLOCKS = "\n\n"
"""What a quotation has between two blocks; no block has it within."""
_STRETCH = 2
"""How many times as long as it was a passage may have become."""


class PassagePlace(NamedTuple):
    """Where a passage stands: a block's place in `Article.blocks`, and a span of that block."""

    block: int
    start: int
    stop: int


class PlacedNote(NamedTuple):
    """A note, and where its passage stands now, in each block that it is over.

    There is no place where that is lost, or it never had one.
    """

    note: Note
    places: tuple[PassagePlace, ...]

    @property
    def at(self) -> PassagePlace | None:
        """Where its passage begins; None without a place."""
        return self.places[0] if self.places else None


def passage_at(article: Article, first: PassagePlace, *others: PassagePlace) -> Passage:
    """Cut a passage out of an article, over several blocks where there are `others`, in order."""
    places = (first, *others)
    last = places[-1]
    before, after = article.blocks[first.block].text, article.blocks[last.block].text
    return Passage(
        quote=_BETWEEN_BLOCKS.join(
            article.blocks[one.block].text[one.start : one.stop] for one in places
        ),
        prefix=before[max(0, first.start - AROUND) : first.start],
        suffix=after[last.stop : last.stop + AROUND],
        block=first.block,
        offset=first.start,
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


def find_each(article: Article, passage: Passage) -> tuple[PassagePlace, ...]:
    """Find the places of a passage in the blocks it is over, in order; none if it is lost.

    Of several blocks, those that aren't found again are left out: what was cut within the first and the
    last is found as by `find_again`, the whole blocks between by all of their text. Cost: linear in the text.
    """
    if place := find_again(article, passage):
        return (place,)
    first, *others = passage.quote.split(_BETWEEN_BLOCKS)
    if not others:
        return ()
    begin = find_again(article, passage._replace(quote=first, suffix=""))
    places = [begin] if begin else []
    places += _whole_blocks(article, others[:-1], begin.block if begin else -1)
    ahead = places[-1].block if places else passage.block
    after = Passage(others[-1], "", passage.suffix, ahead + 1)
    end = find_again(article, after)
    if end and (not places or end.block > ahead):
        places.append(end)
    return tuple(places)


def _whole_blocks(article: Article, texts: Sequence[str], after: int) -> Iterator[PassagePlace]:
    """Give the blocks that have these texts, one after another, from behind a block on."""
    wanted = set(texts)
    known: dict[str, deque[int]] = {}
    for number, block in enumerate(article.blocks):
        if number > after and block.text in wanted:
            known.setdefault(block.text, deque()).append(number)
    for text in texts:
        there = known.get(text, deque())
        while there and there[0] <= after:
            there.popleft()
        if there:
            after = there.popleft()
            yield PassagePlace(after, 0, len(text))


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
