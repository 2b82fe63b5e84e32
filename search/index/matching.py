"""Leaves that Whoosh has no query for: stretches of words, sets of words, spans of days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from whoosh.query.terms import Term

from search.index.schema import GAP
from search.index.whole import Whole, gather

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


class Stretch(Whole):
    """Words of one field that stand together.

    Without a slop: next to each other in this order. With one: in any order, with at most
    `slop` other words among them; a word given twice must stand twice. Never across blocks, for
    these lie `GAP` apart.
    """

    def __init__(self, fieldname: str, words: tuple[str, ...], slop: int | None) -> None:
        self.fieldname = fieldname
        self.words = words
        self.slop = slop

    def find(self, searcher: Any, context: Any) -> dict[int, float]:
        """Read the words' positions in every article that has them all."""
        distinct = sorted(set(self.words))
        parts = [Term(self.fieldname, word).matcher(searcher, context) for word in distinct]
        scores: dict[int, float] = {}
        for doc in _common(parts):
            at = {
                word: part.value_as("positions") for word, part in zip(distinct, parts, strict=True)
            }
            if self._stands(at):
                scores[doc] = sum(part.score() for part in parts)
        return scores

    def _stands(self, at: dict[str, list[int]]) -> bool:
        if self.slop is not None:
            return near(at, self.words, min(self.slop, GAP - 1))
        held = {word: set(positions) for word, positions in at.items()}
        return any(
            all(first + i in held[word] for i, word in enumerate(self.words))
            for first in at[self.words[0]]
        )


def _common(parts: list[Any]) -> Iterator[int]:
    """Yield the articles all matchers have; each stands there while it is looked at."""
    while all(part.is_active() for part in parts):
        last = max(part.id() for part in parts)
        behind = [part for part in parts if part.id() < last]
        if behind:
            for part in behind:
                part.skip_to(last)
        else:
            yield last
            for part in parts:
                part.next()


def near(places: dict[str, list[int]], words: Iterable[str], slop: int) -> bool:
    """Tell whether all words stand within one stretch that holds at most `slop` others.

    `places` gives for each word its positions, ascending. Cost: n log n in the positions.
    """
    need: dict[str, int] = {}
    for word in words:
        need[word] = need.get(word, 0) + 1
    size = sum(need.values())
    at = sorted((position, word) for word in need for position in places[word])
    have = dict.fromkeys(need, 0)
    missing, head = size, 0
    for position, word in at:
        have[word] += 1
        missing -= have[word] <= need[word]
        while have[at[head][1]] > need[at[head][1]]:
            have[at[head][1]] -= 1
            head += 1
        if not missing and position - at[head][0] + 1 - size <= slop:
            return True
    return False


class AnyWord(Whole):
    """Every word of one field that passes a test.

    `begin` is what all such words begin with, so that only those are tried. An article scores
    as its best word does: many forms of one thing are no more than one thing.
    """

    def __init__(self, fieldname: str, begin: str, test: Callable[[str], bool]) -> None:
        self.fieldname = fieldname
        self.begin = begin
        self.test = test

    def find(self, searcher: Any, context: Any) -> dict[int, float]:
        """Try every word that begins right, and read the articles of those that pass."""
        scores: dict[int, float] = {}
        for raw in searcher.reader().expand_prefix(self.fieldname, self.begin):
            word = raw.decode()
            if self.test(word):
                for doc, score in gather(Term(self.fieldname, word), searcher, context).items():
                    scores[doc] = max(scores.get(doc, 0.0), score)
        return scores


class Between(Whole):
    """Articles whose day, as an ordinal in a column, lies in a range; undated ones never do."""

    def __init__(self, first: int, last: int) -> None:
        self.first = max(1, first)
        self.last = last

    def find(self, searcher: Any, context: Any) -> dict[int, float]:  # noqa: ARG002 - see Whole
        """Read the whole column."""
        reader = searcher.reader()
        day = reader.column_reader("day")
        return {doc: 0.0 for doc in reader.all_doc_ids() if self.first <= day[doc] <= self.last}
