"""Stories, versions and counterparts, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.article import ArticleId, Head
    from search.text import KeyedSentence

ProfileTerm: TypeAlias = tuple[str, float, bool]
"""A stem of an article's profile, its weight, and whether it is a name or a number there."""
Profile: TypeAlias = "Sequence[ProfileTerm]"
"""The characteristic stems of an article, heaviest first."""


class TermWeight(NamedTuple):
    """A stem of an article, its weight, and how to show it to a person.

    `shown` is the form the article uses most, or the name it is part of: `Southern Command`.
    """

    stem: str
    weight: float
    shown: str


@dataclass(frozen=True, slots=True)
class TermVector:
    """What an article is about.

    Attributes:
        terms: its heaviest stems, heaviest first, none twice.
        sentences: those of its story, in order; a block without any has one of no word. All
            their words are all words of the story.
    """

    terms: tuple[TermWeight, ...]
    sentences: tuple[KeyedSentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Counterpart:
    """An article that may tell the same story as another.

    Attributes:
        head: that article's.
        score: how close it is beside other articles on the subject, 0 to 1.
        same_story: whether it is close enough to be called the same event.
        why: reasons for a person, such as `shares: Guaidó, Southern Command`, `3 days apart`.
    """

    head: Head
    score: float
    same_story: bool
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that tell one event, or a single one.

    Attributes:
        id: sixteen hexadecimal digits; it stays while most of the articles stay together.
        title: the plainest headline of its articles, or the name of the first one's file.
        first: the day of the earliest article, ISO 8601; None if no day is known.
        last: the day of the latest.
        articles: in order of time, those of unknown day last, then by path.
        sources: the different known ones, in the same order.
        why: reasons for a person, such as `shares: Guaidó, Southern Command`; none for a single.
    """

    id: str
    title: str
    first: str | None
    last: str | None
    articles: tuple[ArticleId, ...]
    sources: tuple[str, ...]
    why: tuple[str, ...]


class StoryHead(NamedTuple):
    """What a list shows of a story.

    Attributes:
        id: as in `Story`.
        title: likewise.
        article: the one by which it was found.
        articles: how many tell it.
        unread: how many of them aren't read.
        sources: the different known ones, in order of time.
        ran_first: those of them that ran it first, as far as can be told.
        first, last: the days of the earliest and the latest article; None if no day is known.
    """

    id: str
    title: str
    article: ArticleId
    articles: int
    unread: int
    sources: tuple[str, ...]
    ran_first: tuple[str, ...]
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a story: an article, and where it stands among the others.

    Attributes:
        head: the article's.
        line: the first paragraph of the article; None if the file can't be read or has none.
        ran_first: whether no other version is known to be earlier and its own day is known. Of
            several on one day, all are, unless their times tell.
    """

    head: Head
    line: str | None
    ran_first: bool
