"""The similarity graph: articles and their neighbours, saved beside an index and updated with it."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple, Self, TypeAlias

import numpy as np

from search.engine.whoosh.ids import article_id, number_of
from search.engine.whoosh.segments.arrays import Mask
from search.engine.whoosh.segments.damage import DamagedError
from search.engine.whoosh.segments.segment_file import SegmentFile
from search.engine.whoosh.segments.segment_output import SegmentOutput
from search.engine.whoosh.similarity.close_pairs import close_pairs
from search.engine.whoosh.similarity.segment_profiles import profiles
from search.regular_file import put_in_place

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from pathlib import Path

    from search.article import ArticleId
    from search.engine.whoosh.retrieval.segment_view import IndexView
    from search.engine.whoosh.segments.arrays import Array
    from search.engine.whoosh.similarity.similar_articles import SimilarArticles

Places: TypeAlias = Mask
"""Which of the articles of some neighbours are meant."""
_FINE = (1 << 16) - 1
_GROWTH = 0.25
"""Share of the articles by which a library may grow or shrink until all is compared anew.

How rare a word is changes with the library; what was compared before keeps its old measure.
"""
_ODD = np.uint64(40503)
_DAY_BITS = np.uint64(24)
_SECTIONS = ("ids", "prints", "days", "sizes", "labels", "left", "right", "closeness")


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The articles of an index and the close pairs among them.

    Attributes:
        ids: every article's id as a number, ascending.
        prints: a checksum of each one's profile and day.
        days: the day of each as an ordinal, 0 when unknown.
        sizes: how many stems the profile of each has.
        labels: which story each belongs to, 0 for none yet.
        left, right, closeness: pairs, by places in `ids`; a closeness of 1 is 65535.
        compared: how many articles there were when all were compared.
        left_out: how many pairs were left out of account when stories were grouped.
    """

    ids: Array
    prints: Array
    days: Array
    sizes: Array
    labels: Array
    left: Array
    right: Array
    closeness: Array
    compared: int
    left_out: int = 0

    def save(self, path: Path) -> None:
        """Write the neighbours to a file, in one step."""
        beside = path.with_suffix(f".{os.getpid()}")
        with SegmentOutput(beside) as out:
            for name in _SECTIONS:
                out.add(name, getattr(self, name))
            facts = {"compared": self.compared, "left_out": self.left_out}
            out.close({**facts, "index": path.parent.name})
        put_in_place(beside, path)

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read a file; raise DamagedError, or FileNotFoundError if there is none.

        One that was saved in another folder, beside another index, counts as damaged.
        """
        file = SegmentFile(path)
        try:
            arrays = {name: file[name].all() for name in _SECTIONS}
            compared, left_out = (int(file.facts[name]) for name in ("compared", "left_out"))
            found = cls(**arrays, compared=compared, left_out=left_out)
        except (KeyError, TypeError, ValueError) as error:
            raise DamagedError(f"{path}: not what was kept of stories: {error}") from None
        if file.facts.get("index") != path.parent.name:
            raise DamagedError(f"{path}: the stories of another index")
        return found

    def at(self, ids: Array) -> Array:
        """Give the places of some ids, -1 for one that isn't there."""
        if not len(self.ids):
            return np.full(len(ids), -1)
        at = np.minimum(np.searchsorted(self.ids, ids), len(self.ids) - 1)
        return np.where(self.ids[at] == ids, at, -1)

    def around(self, touched: Places, articles: Iterable[ArticleId] = ()) -> Places:
        """Give all places connected with some places or articles, by pairs or as a story."""
        numbers = [number for one in articles if (number := number_of(one)) is not None]
        at = self.at(np.array(numbers, np.uint64))
        touched = touched.copy()
        touched[at[at >= 0]] = True
        _, story = np.unique(self.labels, return_inverse=True)
        while True:
            told = np.zeros(len(self.ids) + 1, np.bool_)
            told[story[touched & (self.labels > 0)]] = True
            wider = touched | (told[story] & (self.labels > 0))
            tied = wider[self.left] | wider[self.right]
            wider[self.left[tied]] = True
            wider[self.right[tied]] = True
            if (wider == touched).all():
                return touched
            touched = wider

    def part(self, places: Places) -> Component:
        """Give the articles of some places and the pairs within."""
        which = np.flatnonzero(places)
        ids = tuple(article_id(number) for number in self.ids[which].tolist())
        kept = places[self.left] & places[self.right]
        among = np.cumsum(places) - 1
        left, right = among[self.left[kept]].tolist(), among[self.right[kept]].tolist()
        closeness = (self.closeness[kept] / _FINE).tolist()
        edges = tuple(zip(left, right, closeness, strict=True))
        stories = tuple(map(_story, self.labels[which].tolist()))
        days, sizes = (tuple(held[which].tolist()) for held in (self.days, self.sizes))
        return Component(ids, days, sizes, stories, edges)

    def labelled(self, places: Places, stories: Sequence[str], left_out: int = 0) -> Neighbours:
        """Give the same with other stories for some places, in their order, and what was left out."""
        labels = self.labels.copy()
        labels[places] = np.array([int(story, 16) for story in stories], np.uint64)
        return replace(self, labels=labels, left_out=left_out)

    def story(self, article: ArticleId) -> str | None:
        """Name the story of an article; None for an article that isn't there."""
        number = number_of(article)
        at = -1 if number is None else int(self.at(np.array([number], np.uint64))[0])
        return None if at < 0 else _story(int(self.labels[at]))

    def members(self, stories: Collection[str]) -> dict[str, list[ArticleId]]:
        """Give the articles of some stories, by id. Cost: a look at every article's label."""
        wanted = np.array([int(story, 16) for story in stories], np.uint64)
        held = np.flatnonzero(np.isin(self.labels, wanted))
        members: dict[str, list[ArticleId]] = {story: [] for story in stories}
        close_pairs = zip(self.labels[held].tolist(), self.ids[held].tolist(), strict=True)
        for label, number in close_pairs:
            members[f"{label:016x}"].append(article_id(number))
        return members

    def stories(self, articles: Collection[ArticleId] | None = None) -> dict[ArticleId, str]:
        """Name the story of some articles, or of all; those without one are left out."""
        if articles is None:
            close_pairs = zip(self.ids.tolist(), self.labels.tolist(), strict=True)
            return {article_id(number): f"{label:016x}" for number, label in close_pairs if label}
        named = ((one, self.story(one)) for one in articles)
        return {one: story for one, story in named if story}


class Component(NamedTuple):
    """A part of the similarity graph; `edges` number its articles from 0.

    Attributes:
        ids: which articles, ascending.
        days: the day of each as an ordinal, 0 when unknown.
        sizes: how many stems the profile of each has.
        stories: which story each belonged to so far, None for none.
        edges: pairs, each once, and how close they are.
    """

    ids: tuple[ArticleId, ...]
    days: tuple[int, ...]
    sizes: tuple[int, ...]
    stories: tuple[str | None, ...]
    edges: tuple[tuple[int, int, float], ...]


def _story(label: int) -> str | None:
    return f"{label:016x}" if label else None


def update_neighbours(
    kept: Neighbours | None,
    views: IndexView,
    similar: SimilarArticles,
    cancelled: Callable[[], bool],
) -> tuple[Neighbours, Places]:
    """Update the graph to an index; tell which places are new or lost a neighbour.

    Only new and changed articles are compared, with all others, unless the library grew or
    shrank by a quarter since all were. Cost: see `close_pairs`; where nothing changed, a look at all
    profiles, a nanosecond an entry. Raises CancelledError once `cancelled` says so.
    """
    docs, ids, prints, days, sizes = _census(views)
    fresh = kept is None or abs(len(ids) - kept.compared) > _GROWTH * kept.compared
    before = Neighbours(*(np.zeros(0, np.uint64),) * 8, compared=len(ids)) if kept is None else kept
    at = before.at(ids)
    known = at >= 0
    known[known] = before.prints[at[known]] == prints[known]
    labels = np.zeros(len(ids), np.uint64)
    labels[at >= 0] = before.labels[at[at >= 0]]
    touched = np.ones(len(ids), np.bool_) if fresh else ~known
    asked = np.sort(docs[touched])
    found = close_pairs(views, similar.held, similar.idf, asked, cancelled)
    place = np.zeros(views.count, np.int64)
    place[docs] = np.arange(len(docs))
    left, right, close = place[found.left], place[found.right], found.closeness * _FINE
    if not fresh:
        now = np.full(len(before.ids), -1)
        now[at[known]] = np.flatnonzero(known)
        old_left, old_right = now[before.left], now[before.right]
        both = (old_left >= 0) & (old_right >= 0)
        for one, other in ((old_left, old_right), (old_right, old_left)):
            touched[one[(one >= 0) & (other < 0)]] = True
        left = np.concatenate((old_left[both], left))
        right = np.concatenate((old_right[both], right))
        close = np.concatenate((before.closeness[both], close))
    order = np.lexsort((np.maximum(left, right), np.minimum(left, right)))
    return Neighbours(
        ids,
        prints,
        days,
        sizes,
        labels,
        np.minimum(left, right)[order].astype(np.uint32),
        np.maximum(left, right)[order].astype(np.uint32),
        close[order].astype(np.uint16),
        len(ids) if fresh else before.compared,
    ), touched


def _census(views: IndexView) -> tuple[Array, ...]:
    """Give every article's number in the index, id, checksum, day and size of profile, by id."""
    parts = [(np.zeros(0, np.int64), *(np.zeros(0, np.uint64),) * 3, np.zeros(0, np.uint8))]
    for view in views.views:
        numbers = view.segment.numbers
        held = profiles(view.segment)
        total = np.zeros(len(held.low) + 1, np.uint64)
        mixed = held.low.astype(np.uint64)
        mixed *= mixed + _ODD
        np.cumsum(mixed, out=total[1:])
        docs = view.docs
        ids, days = (numbers[name].values[docs].astype(np.uint64) for name in ("number", "day"))
        prints = np.diff(total[held.starts])[docs]
        sizes = np.diff(held.starts)[docs].astype(np.uint8)
        parts.append((docs + view.base, ids, (prints << _DAY_BITS) + days, days, sizes))
    columns = [np.concatenate(column) for column in zip(*parts, strict=True)]
    order = np.argsort(columns[1], kind="stable")
    return tuple(column[order] for column in columns)
