"""Stories of an archive: grouped here, for this run, of as many articles as fit."""

from __future__ import annotations

from collections import defaultdict
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from search.engine.answers import SharedStory, StoryGroup
from search.engine.opensearch.archive_query import ALL
from search.engine.opensearch.point_in_time import total_of
from search.engine.opensearch.profile_weights import UNDATED, faded_by
from search.errors import CancelledError
from search.query import parse
from search.stories import (
    FOLLOWED,
    OTHER_DAYS,
    SAME_TEXT,
    SMALL_LIBRARY,
    assign_ids,
    group,
    most_edges,
    surely_close,
    tell_of_other_days,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from search.archive_options import ArchiveOptions
    from search.article import ArticleId, Head
    from search.engine.opensearch.leaf_query import Asked
    from search.engine.opensearch.point_in_time import View
    from search.engine.opensearch.profile_weights import StemWeights
    from search.engine.protocol import Pair
    from search.query import Node, Query
    from search.stories import Profile

_CLOSE = 0.08
_LEAST_TEXT = 20
"""Stems that two articles have at least, to be called one text."""
_ID_BYTES = 8
_HEX = frozenset("0123456789abcdef")
_COMMON = 0.1
"""Share of many articles from which on a stem is no reason to look at a pair."""
_FEW = 200
"""Articles of which every stem is a reason."""


class Told(NamedTuple):
    """An article that is to be grouped.

    Attributes:
        head: of the article.
        profile: what it dwells on.
        weekdays: the days of the week that its lead names; see `weekdays`.
    """

    head: Head
    profile: Profile
    weekdays: int = 0


class GroupedStories(NamedTuple):
    """The story of each article as grouped last, and how many pairs were left out of account."""

    labels: Mapping[ArticleId, str]
    left_out: int


class StorySet(NamedTuple):
    """The articles that are grouped: the newest of what a query finds.

    Attributes:
        query: as the archive takes it.
        asked: what finds them, as it is written; each narrows the others.
        most: how many are grouped: what they dwell on is held here, a few kilobytes each.
        newest: whether they can be had by their days; else they are any.
    """

    query: Asked
    asked: tuple[str, ...]
    most: int
    newest: bool = True


def story_set(
    translate: Callable[[Node], Asked], chosen: ArchiveOptions, among: Query | None, *, newest: bool
) -> StorySet:
    """Give what is to be grouped: what the settings say, of that what a reader's query finds."""
    wanted = [parse(chosen.stories)] if chosen.stories else []
    wanted += [among] if among is not None and among.text.strip() else []
    query: Asked = {"bool": {"filter": [translate(one.root) for one in wanted] or [ALL]}}
    return StorySet(query, tuple(one.text.strip() for one in wanted), chosen.sample, newest)


def tell_set(view: View, these: StorySet, tell: Callable[[str], None]) -> None:
    """Tell which articles are grouped, if that isn't all; one question."""
    every = total_of(view.ask({"query": these.query, "size": 0, "track_total_hits": True}))
    find = "finds" if len(these.asked) == 1 else "find"
    where = f" that {' and '.join(these.asked)} {find}" if these.asked else ""
    if every > these.most:
        which = "the newest" if these.newest else "some"
        tell(f"stories are those of {which} {these.most:,} of {every:,} articles{where}")
    elif where:
        tell(f"stories are those of the {every:,} articles{where}")


def group_stories(
    told: Iterable[Told],
    stems: StemWeights,
    said: tuple[Collection[Pair], Collection[Pair]],
    before: Mapping[ArticleId, str],
    cancelled: Callable[[], bool],
) -> GroupedStories:
    """Group articles by what they dwell on; raise CancelledError once `cancelled` says so.

    Args:
        told: the articles, each once.
        stems: the weights of stems.
        said: the pairs that a reader said are one story, and those that are not.
        before: the story each article belonged to so far.
        cancelled: asked now and then.
    """
    heads: list[Head] = []
    profiles: list[Profile] = []
    named: list[int] = []
    for one in told:
        heads.append(one.head)
        profiles.append(one.profile)
        named.append(one.weekdays)
    stems.know({root for one in profiles for root, *_ in one})
    days = [head.day.toordinal() if head.day else 0 for head in heads]
    edges = list(_edges(stems, days, named, profiles, cancelled))
    if cancelled():
        raise CancelledError
    at = {head.id: place for place, head in enumerate(heads)}
    together, apart = ([(at[a], at[b]) for a, b in pairs if a in at and b in at] for pairs in said)
    left_out = max(0, len(edges) - most_edges(len(heads)))
    if len(heads) < SMALL_LIBRARY:
        edges = surely_close(edges, days, UNDATED)

    def names(place: int) -> dict[int, float]:
        named = (root for root, _, name in profiles[place] if name)
        return {hash(root): stems.idf(root) ** 2 for root in named}

    groups = group(len(heads), edges, days, together, apart, names, [*map(len, profiles)])
    ids = [head.id for head in heads]
    names_of = [*map(_story_name, ids)]
    labels = assign_ids(groups, names_of, [before.get(one) for one in ids])
    return GroupedStories(dict(zip(ids, labels, strict=True)), left_out)


def _story_name(article: ArticleId) -> str:
    """Give the name of a story that begins with an article: its id, or a digest of one that others gave."""
    if len(article) == 2 * _ID_BYTES and _HEX.issuperset(article):
        return article
    return blake2b(article.encode("utf-8", "replace"), digest_size=_ID_BYTES).hexdigest()


def grouped(labels: Mapping[ArticleId, str], heads: Iterable[Head]) -> dict[str, StoryGroup]:
    """Give the stories of some articles, by name, with these alone."""
    members: dict[str, list[Head]] = {}
    for head in heads:
        members.setdefault(labels[head.id], []).append(head)
    return {name: StoryGroup(name, tuple(told)) for name, told in members.items()}


def shared_by(
    groups: Mapping[str, StoryGroup], left: str | None, right: str | None
) -> tuple[SharedStory, ...]:
    """Give the stories that both of two sources tell, by name."""
    told = (
        SharedStory(*(_of_source(group, source) for source in (left, right)))
        for _, group in sorted(groups.items())
    )
    return tuple(one for one in told if one.left and one.right)


def _of_source(group: StoryGroup, source: str | None) -> tuple[ArticleId, ...]:
    return tuple(sorted(head.id for head in group.heads if head.source == source))


def _edges(
    stems: StemWeights,
    days: Sequence[int],
    named: Sequence[int],
    profiles: Sequence[Profile],
    cancelled: Callable[[], bool],
) -> Iterator[tuple[int, int, float]]:
    """Yield the pairs that are close, by the articles before each that share a stem with it."""
    holders: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    many = len(days) > _FEW
    for at, vector in enumerate(map(stems.of, profiles)):
        if cancelled():
            raise CancelledError
        sums: defaultdict[int, float] = defaultdict(float)
        for root, weight in vector.items():
            told = holders[root]
            if weight and not (many and len(told) > _COMMON * len(days)):
                for other, theirs in told:
                    sums[other] += weight * theirs
            told.append((at, weight))
        for other, cosine in sums.items():
            if cosine < _CLOSE:
                continue  # days only make it less
            pair = at, other
            copied = cosine >= SAME_TEXT and min(len(profiles[i]) for i in pair) >= _LEAST_TEXT
            left = 1.0 if copied else _left((named[at], named[other]), (days[at], days[other]))
            if (close := min(1.0, cosine) * left) >= _CLOSE:
                yield other, at, close


def _left(named: tuple[int, int], days: tuple[int, int]) -> float:
    """Give what the days of two articles leave of their closeness: their own, and those they name."""
    apart = abs(days[0] - days[1]) if all(days) else 0
    if apart > FOLLOWED:
        return 0.0
    faded = faded_by(apart)
    return faded * OTHER_DAYS if tell_of_other_days(named, days) else faded
