"""How well libraries are grouped into stories, against what editors put together."""

from __future__ import annotations

import random
import time
from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from search.stories import group

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager

    from search.article import Article
    from search.engine.whoosh.index_reader import IndexReader

    Library = Callable[[Iterable[Article]], AbstractContextManager[IndexReader]]

_SAMPLES = 1000
_BUSY = 14
"""Days into which the stories of a busy library are crowded."""


def measure_stories(
    name: str, articles: Sequence[Article], story: Mapping[str, str], library: Library
) -> None:
    """Print how well a library is grouped: as it is, in halves of its topics, with fewer dates.

    A story's topic is its id up to `_`. B-cubed: A. Bagga and B. Baldwin, Entity-based
    cross-document coreferencing using the vector space model (1998). Its interval holds 95 of
    100 samples of the stories, drawn with replacement.
    """
    for said, chosen in _parts(articles, story):
        with library(chosen) as reader:
            began = time.process_time()
            found = grouping(reader)
            took = time.process_time() - began
        scores = _scores(found, story)
        precision, recall, f1 = _b_cubed(scores.values())
        low, high = _interval(scores)
        print(
            f"{name}{said}: stories B-cubed P {precision:.3f} R {recall:.3f} F1 {f1:.3f}"
            f" [{low:.3f}, {high:.3f}]  ({len(chosen)} articles, grouped in {took:.2f} s)"
        )


def _parts(
    articles: Sequence[Article], story: Mapping[str, str]
) -> Iterator[tuple[str, list[Article]]]:
    yield "", list(articles)
    named = {one.partition("_")[0] for one in story.values()}
    topics = sorted(named, key=lambda topic: (len(topic), topic))
    random.Random(5).shuffle(topics)  # noqa: S311 - a sample, no secret
    half = set(topics[: len(topics) // 2])
    if 1 < len(topics) < len(set(story.values())):
        for said, kept in ((", half of the topics", half), (", the others", named - half)):
            yield said, [told for told in articles if story[told.id].partition("_")[0] in kept]
    if any(told.published for told in articles):
        yield ", dates hidden", [replace(told, published=None) for told in articles]
        some = random.Random(3)  # noqa: S311 - a sample, no secret
        yield (
            ", half of the dates hidden",
            [told if some.random() < 0.5 else replace(told, published=None) for told in articles],
        )
        yield f", crowded into {_BUSY} days", _crowded(articles, story)


def _crowded(articles: Sequence[Article], story: Mapping[str, str]) -> list[Article]:
    """Move stories as wholes, so that all begin within a few days."""
    dated = [(told, date.fromisoformat(told.published[:10])) for told in articles if told.published]
    first: dict[str, date] = {}
    for told, day in dated:
        first[story[told.id]] = min(day, first.get(story[told.id], day))
    some = random.Random(2)  # noqa: S311 - a sample, no secret
    begins = {one: date(2017, 1, 1) + timedelta(some.randrange(_BUSY)) for one in sorted(first)}
    return [
        replace(
            told,
            published=(begins[story[told.id]] + (day - first[story[told.id]])).isoformat(),
        )
        for told, day in dated
    ]


def grouping(reader: IndexReader) -> list[list[str]]:
    """Group the articles of an index into stories."""
    neighbours, touched = reader.neighbours(None, lambda: False)
    part = neighbours.part(touched)
    found = group(
        len(part.ids),
        part.edges,
        part.days,
        names=lambda place: reader.names(part.ids[place]),
        sizes=part.sizes,
    )
    return [[part.ids[place] for place in members] for members in found]


def _scores(
    found: Sequence[Sequence[str]], story: Mapping[str, str]
) -> dict[str, list[tuple[float, float]]]:
    """Give the precision and recall of each article, by story."""
    right = Counter(story[one] for members in found for one in members)
    scores: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    for members in found:
        held = Counter(story[one] for one in members)
        for one in members:
            told = story[one]
            scores[told].append((held[told] / len(members), held[told] / right[told]))
    return scores


def _b_cubed(scores: Iterable[Sequence[tuple[float, float]]]) -> tuple[float, float, float]:
    every = [one for told in scores for one in told]
    precision = sum(one[0] for one in every) / len(every)
    recall = sum(one[1] for one in every) / len(every)
    return precision, recall, 2 * precision * recall / (precision + recall)


def _interval(scores: Mapping[str, Sequence[tuple[float, float]]]) -> tuple[float, float]:
    """Give the interval of F1 by bootstrap over stories."""
    some = random.Random(1)  # noqa: S311 - a sample, no secret
    held = list(scores.values())
    f1 = sorted(_b_cubed(some.choices(held, k=len(held)))[2] for _ in range(_SAMPLES))
    return f1[_SAMPLES // 40], f1[-_SAMPLES // 40]
