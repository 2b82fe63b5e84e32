"""Summaries of stories: title, dates, sources and reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from search.stories import (
    Story,
    StoryHead,
    Version,
    days_apart,
    plainest,
    ran_first,
    shared_words,
    sort_key,
    term_vector,
)
from search.text import fold, is_stop, stem, tokenize
from search.untrusted import iso_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from search.article import Article, ArticleId, Head
    from search.engine import Snapshot, StoryGroup

    TryRead: TypeAlias = Callable[[Head], Article | None]

_FEW = 2
"""Shared words in titles from which no article is read for more."""


def summarize_all(
    snapshot: Snapshot, groups: Iterable[StoryGroup], try_read: TryRead
) -> list[Story]:
    """Summarise stories, largest first, then latest; `try_read` reads an article or gives None."""
    found = [summarize(snapshot, group, try_read) for group in groups]
    found.sort(key=lambda one: one.id)
    found.sort(key=lambda one: one.last or "", reverse=True)
    found.sort(key=lambda one: -len(one.articles))
    return found


def summarize(snapshot: Snapshot, group: StoryGroup, try_read: TryRead) -> Story:
    """Summarise a story; asks the engine two questions at most, none about a single article."""
    heads = by_time(group)
    days = sorted(one.published[:10] for one in heads if one.published)
    return Story(
        id=group.name,
        title=_named(heads),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        articles=tuple(one.id for one in heads),
        sources=tuple(dict.fromkeys(one.source for one in heads if one.source)),
        why=_why(snapshot, heads, days, try_read) if len(heads) > 1 else (),
    )


def story_head(article: ArticleId, group: StoryGroup, read: frozenset[ArticleId]) -> StoryHead:
    """Tell in short of the story of an article, given which articles are read; asks nothing."""
    heads = by_time(group)
    days = [one.published[:10] for one in heads if one.published]
    first = ran_first([one.published for one in heads])
    sources = dict.fromkeys(one.source for one in heads if one.source)
    ran = dict.fromkeys(one.source for one, was in zip(heads, first, strict=True) if was)
    return StoryHead(
        id=group.name,
        title=_named(heads),
        article=article,
        articles=len(heads),
        unread=sum(one.id not in read for one in heads),
        sources=tuple(sources),
        ran_first=tuple(one for one in ran if one),
        first=min(days, default=None),
        last=max(days, default=None),
    )


def _named(heads: Sequence[Head]) -> str:
    """Name a story by its plainest headline, without one by the first of its files."""
    titles = [one.title for one in heads if one.title]
    return titles[plainest(titles)] if titles else heads[0].label


def by_time(group: StoryGroup) -> list[Head]:
    """Put the versions of a story in order of time, then by path."""
    return sorted(group.heads, key=lambda one: (sort_key(one.published), one.path))


def versions(heads: Sequence[Head], try_read: TryRead) -> list[Version]:
    """Describe each version of a story: first line, and whether it ran first."""
    first = ran_first([one.published for one in heads])
    return [
        Version(one, line=_line(try_read(one)), ran_first=ran)
        for one, ran in zip(heads, first, strict=True)
    ]


def count_other_sources(article: ArticleId, heads: Sequence[Head]) -> int:
    """Count the sources besides an article's own among the versions of its story."""
    own = {one.source for one in heads if one.id == article}
    sources = [one.source for one in heads if one.id != article]
    return len({name for name in sources if name} - own) + sources.count(None)


def _why(
    snapshot: Snapshot, heads: Sequence[Head], days: Sequence[str], try_read: TryRead
) -> tuple[str, ...]:
    """Name the terms that most versions share, as their titles or else the first version write them."""
    ids = [one.id for one in heads]
    shown = {root: word for one in reversed(heads) for root, word in _titled(one.title)}
    profile_weights = snapshot.profile_weights(ids, shown)
    if len(profile_weights) < _FEW and (article := try_read(heads[0])):
        shown |= {term.stem: term.shown for term in term_vector(article).terms}
        profile_weights = snapshot.profile_weights(ids, shown)
    reasons = (shared_words(tuple(profile_weights.items()), shown), _when(days, len(heads)))
    return tuple(reason for reason in reasons if reason)


def _when(days: Sequence[str], count: int) -> str | None:
    """Say how far apart the days are that are known, ascending."""
    if len(days) <= 1:
        return None
    first, last = iso_day(days[0]), iso_day(days[-1])
    if first is None or last is None:
        return None
    said = days_apart(first, last)
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
