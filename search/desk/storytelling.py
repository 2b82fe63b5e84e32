"""From articles that are one story to what is said of it."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Protocol, TypeAlias, TypeVar

from search.stories import Story, Version, apart, earliest, moment, shares, terms
from search.text import fold, is_stop, stem, tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from search.article import Article, ArticleId
    from search.engine.whoosh import Facts, Reader

    Quiet: TypeAlias = Callable[[Facts], Callable[[], Article | None]]

T = TypeVar("T")

_FEW = 2
"""Shared words in titles from which no article is read for more."""


class Lend(Protocol):
    """Does a task with a reader, or gives `without` when there is no index."""

    def __call__(self, task: Callable[[Reader], T], without: T) -> T:
        """Do it."""


def every(reader: Reader, told: Mapping[ArticleId, str], quiet: Quiet) -> list[Story]:
    """Give the stories of articles, largest first, then latest first."""
    members: defaultdict[str, list[Facts]] = defaultdict(list)
    for one in reader.all() if len(told) == len(reader) else map(reader.facts, told):
        if one and one.id in told:
            members[told[one.id]].append(one)
    stories = [_story(reader, name, facts, quiet) for name, facts in members.items()]
    stories.sort(key=lambda one: one.id)
    stories.sort(key=lambda one: one.last or "", reverse=True)
    stories.sort(key=lambda one: -len(one.articles))
    return stories


def versions(facts: Sequence[Facts], quiet: Quiet) -> list[Version]:
    """Tell of each version what a reader wants to see of it."""
    first = earliest([one.published for one in facts])
    return [
        Version(*one, line=_line(quiet(one)()), ran_first=ran)
        for one, ran in zip(facts, first, strict=True)
    ]


def others(reader: Reader, article: ArticleId, members: Sequence[ArticleId]) -> int:
    """Count the sources besides an article's own among the articles of its story."""
    own = reader.facts(article)
    known = [facts for one in members if one != article and (facts := reader.facts(one))]
    named = {facts.source for facts in known if facts.source} - {own.source if own else None}
    return len(named) + sum(facts.source is None for facts in known)


def _story(reader: Reader, name: str, facts: list[Facts], quiet: Quiet) -> Story:
    facts.sort(key=lambda one: (moment(one.published), one.path))
    days = sorted(one.published[:10] for one in facts if one.published)
    return Story(
        id=name,
        title=facts[0].title or facts[0].path.rpartition("/")[2],
        first=days[0] if days else None,
        last=days[-1] if days else None,
        articles=tuple(one.id for one in facts),
        sources=tuple(dict.fromkeys(one.source for one in facts if one.source)),
        why=_why(reader, facts, days, quiet) if len(facts) > 1 else (),
    )


def _why(
    reader: Reader, facts: Sequence[Facts], days: Sequence[str], quiet: Quiet
) -> tuple[str, ...]:
    """Name what most versions dwell on, in the words of their titles or else of the first."""
    ids = [one.id for one in facts]
    shown = {root: word for one in reversed(facts) for root, word in _titled(one.title)}
    dwelling = reader.dwelling(ids, shown)
    if len(dwelling) < _FEW and (article := quiet(facts[0])()):
        shown |= {term.stem: term.shown for term in terms(article).terms}
        dwelling = reader.dwelling(ids, shown)
    reasons = (shares(tuple(dwelling.items()), shown), _when(days, len(facts)))
    return tuple(reason for reason in reasons if reason)


def _when(days: Sequence[str], count: int) -> str | None:
    """Say how far apart the days are that are known, ascending."""
    if len(days) <= 1:
        return None
    said = apart(date.fromisoformat(days[0]), date.fromisoformat(days[-1]))
    return said if len(days) == count else f"{said}, of {len(days)} whose day is known"


def _titled(title: str | None) -> list[tuple[str, str]]:
    """Give the words of a title that say something, each with its stem."""
    text = title or ""
    words = ((token.form, text[token.start : token.stop]) for token in tokenize(text))
    return [(stem(fold(form)), word) for form, word in words if not is_stop(form, word)]


def _line(article: Article | None) -> str | None:
    """Give the first paragraph, captions and headings left out."""
    if article is None:
        return None
    told = [block for _, block in article.story if block.kind not in ("caption", "heading")]
    return told[0].text if told else None
