"""What an article tells besides two linked sentences: its other numbers, and whom it names."""

from __future__ import annotations

from functools import cached_property
from math import sqrt
from typing import TYPE_CHECKING

from search.compare.english import english
from search.compare.figures.number_context import named_holders
from search.compare.figures.number_extent import step
from search.compare.figures.numbers import numbers
from search.untrusted import iso_day

if TYPE_CHECKING:
    from datetime import date

    from search.compare.annotated_article import AnnotatedArticle, Sentence
    from search.compare.figures.number_kinds import Number

_SHARED = 0.2
"""How much of what two reports on one event name they share at least, as a cosine."""
_TO_WORDS = 0.8
"""What that cosine is at least beside the one of all words: two quakes share the words of quakes, not the names."""
_LEADING = 4
"""Sentences in which news says whom, and where, it is about."""
_LEADING_SHARED = 0.4
"""How many of the names there the other report on one event has, too, on the average of both."""
_TELLING = 100
"""How many times its last digit that is no nought a number is at least, so that it hardly means two things: 10,572."""
_DAYS = 7
"""Days between two articles beyond which they hardly tell one event, and if they do, another state of it."""
_FEW_NAMES = 3
"""Names of an article below which they say nothing of its event."""


class ArticleReading:
    """The numbers and the words of an article; a sentence is read when it is first asked for.

    Args:
        annotated: the article.
        names: the stems that mostly stand in names, in both that are compared.
    """

    def __init__(self, annotated: AnnotatedArticle, names: frozenset[str]) -> None:
        self._annotated, self._names = annotated, names
        self._known: dict[tuple[int, int], tuple[Number, ...]] = {}

    def numbers(self, sentence: Sentence) -> tuple[Number, ...]:
        """Give the numbers of a sentence. Cost: linear in it, once."""
        place = sentence.at.block, sentence.at.start
        if place not in self._known:
            self._known[place] = numbers(sentence.words, self._annotated.text(sentence))
        return self._known[place]

    def tells_elsewhere(self, number: Number) -> bool:
        """Tell whether the article has a number somewhere, of a like thing: counts of one noun, if both have any.

        One of three digits and more, such as 10,572, is the same whatever it is of.

        Ages go by the name they stand by, and are not looked for. Cost: constant, but for reading
        the article once.
        """
        if number.kind == "age":
            return False
        written = _as_written(number)
        if number.kind != "day" and abs(written) >= _TELLING * step(written):
            return written in self._written
        heads = self._heads.get((number.kind, number.unit, number.value), frozenset())
        head = _head(number)
        return bool(heads) and (not head or head in heads or "" in heads)

    def names_strangers(self, sentence: Sentence, other: ArticleReading) -> bool:
        """Tell whether a sentence of this article names somebody, or a place, of whom the other says nothing.

        Who says something is not meant.
        """
        text, everywhere = self._annotated.text(sentence), range(len(sentence.words))
        holders = self._names.intersection(named_holders(sentence.words, everywhere, text))
        return bool(holders - other._stems)

    def tells_event_of(self, other: ArticleReading) -> bool:
        """Tell whether two articles name the same so often that they tell one event; true where one names few.

        Never where more than a week lies between them: two matches of one club, a storm and the next one, share the
        names as well. Events that look alike are told in the same words, of other people and places: the names that both have
        weigh as much as the words that both have, and whom one names in its first sentences the other
        names somewhere. Cost: linear in both articles, once.
        """
        day, other_day = self._day, other._day
        if day and other_day and abs((day - other_day).days) > _DAYS:
            return False
        ours, theirs = self._named, other._named
        if min(len(ours), len(theirs)) < _FEW_NAMES:
            return True
        least = max(_SHARED, _TO_WORDS * _cosine(self._stems, other._stems))
        leading = _share(self._leading, theirs) + _share(other._leading, ours)
        return _cosine(ours, theirs) >= least and leading >= 2 * _LEADING_SHARED

    def _named_in(self, sentence: Sentence) -> frozenset[str]:
        return self._names & {
            word.stem
            for word in sentence.words
            if word.capitalised and word.form not in english("names.calendar")
        }

    @cached_property
    def _named(self) -> frozenset[str]:
        return frozenset[str]().union(*map(self._named_in, self._annotated.sentences))

    @cached_property
    def _day(self) -> date | None:
        return iso_day(self._annotated.article.published or "")

    @cached_property
    def _leading(self) -> frozenset[str]:
        first = self._annotated.sentences[:_LEADING]
        return frozenset[str]().union(*map(self._named_in, first))

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset[str]().union(*(sentence.stems for sentence in self._annotated.sentences))

    @cached_property
    def _written(self) -> frozenset[float]:
        read = map(self.numbers, self._annotated.sentences)
        return frozenset(
            _as_written(number) for each in read for number in each if number.kind != "day"
        )

    @cached_property
    def _heads(self) -> dict[tuple[str, str, float], frozenset[str]]:
        found: dict[tuple[str, str, float], frozenset[str]] = {}
        for sentence in self._annotated.sentences:
            for number in self.numbers(sentence):
                key = number.kind, number.unit, number.value
                found[key] = found.get(key, frozenset()) | {_head(number)}
        return found


def _cosine(ours: frozenset[str], theirs: frozenset[str]) -> float:
    both = len(ours) * len(theirs)
    return len(ours & theirs) / sqrt(both) if both else 0.0


def _share(some: frozenset[str], others: frozenset[str]) -> float:
    return len(some & others) / len(some) if some else 1.0


def _as_written(number: Number) -> float:
    """Give a number in its own unit; what reckoning left of others is rounded away."""
    return round(number.value / number.size, 6)


def _head(number: Number) -> str:
    return number.around.head if number.kind == "count" else ""
