"""How long it takes to find an article's like, and the stories of a library, by its size.

    python benchmarks/alike_speed.py [--sizes 10000 100000] [--asked 200]

The articles are generated, three to an event, and indexed by what they dwell on only: their text
takes no part. With `--undated` none has a day, so all may tell one event. Prints processor time; the
first question of an opened index also weighs its stems.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from speed import corpus  # noqa: E402 - what is above says where it is found

from search.article import Article  # noqa: E402 - beside what is found there
from search.engine.whoosh.index_reader import IndexReader  # noqa: E402 - what is above says where it is found
from search.engine.whoosh.index_writer import open_writer  # noqa: E402 - what is above says where it is found
from search.engine.whoosh.store import Store  # noqa: E402 - what is above says where it is found
from search.library import article_id  # noqa: E402 - what is above says where it is found
from search.stories import assign_ids, group  # noqa: E402 - what is above says where it is found
from search.text import is_stop, stem  # noqa: E402 - what is above says where it is found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.stories import ProfileTerm

MOST = 80
TELLINGS = 3


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--asked", type=int, default=200)
    parser.add_argument("--undated", action="store_true")
    asked = parser.parse_args()
    for size in asked.sizes:
        with TemporaryDirectory() as folder:
            generation = Store(Path(folder)).start()
            with open_writer(generation) as writer:
                for told, profile_terms in retold(size, dated=not asked.undated):
                    writer.put(told, profile_terms)
                writer.commit()
            measure(generation, size, asked.asked)
            group_all(generation, size)


def retold(size: int, *, dated: bool) -> Iterator[tuple[Article, list[ProfileTerm]]]:
    """Make articles of which three tell an event: two have most of the first one's stems."""
    first: list[ProfileTerm] = []
    day = None
    for number, (told, profile_terms) in enumerate(articles(size)):
        if number % TELLINGS == 0:
            first, day = profile_terms, told.published if dated else None
        else:
            kept = {stem for stem, *_ in first[::2]}
            rest = (one for one in profile_terms if one[0] not in kept)
            profile_terms = [*first[::2], *rest][:MOST]  # noqa: PLW2901 - it takes its own place
        yield replace(told, published=day), profile_terms


def articles(size: int) -> Iterator[tuple[Article, list[ProfileTerm]]]:
    """Make articles, and what each dwells on."""
    for batch in corpus.articles(size):
        for made in batch:
            told = Article(
                article_id(made.key), made.key, (), None, made.source, published=made.day
            )
            words = made.body.lower().translate(MARKS).split()
            uses = Counter(stem(word) for word in words if not is_stop(word, word))
            yield told, [(root, float(count), False) for root, count in uses.most_common(MOST)]


MARKS = str.maketrans("", "", ".,“”’")


def measure(generation: Path, size: int, asked: int) -> None:
    """Ask for the like of some articles."""
    reader = IndexReader(generation)
    made = enumerate(retold(min(size, 10 * asked), dated=True))
    chosen = [pair for i, pair in made if i % 10 == 0]
    took = []
    for told, profile_terms in chosen:
        began = time.process_time()
        reader.similar(told, profile_terms, 10)
        took.append(1000 * (time.process_time() - began))
    first, *others = took
    cuts = quantiles(others, n=20)
    print(f"{size:,} articles: first {first:.0f} ms, then p50 {cuts[9]:.1f}, p95 {cuts[18]:.1f} ms")
    reader.close()


def group_all(generation: Path, size: int) -> None:
    """Group the library; then, as after a sync, with ten articles changed."""
    reader = IndexReader(generation)
    began = time.process_time()
    neighbours, touched = reader.neighbours(None, lambda: False)
    paired = time.process_time()
    part = neighbours.part(touched)
    groups = group(
        len(part.ids), part.edges, part.days, names=lambda place: reader.names(part.ids[place])
    )
    grouped = time.process_time()
    print(
        f"{size:,} articles: {len(part.edges):,} neighbours in {paired - began:.1f} s,"
        f" {len(groups):,} stories in {grouped - paired:.1f} s, peak {peak():.0f} MB"
    )
    neighbours = neighbours.labelled(touched, assign_ids(groups, part.ids, part.stories))
    reader.close()
    with open_writer(generation) as writer:
        for number, (told, profile_terms) in enumerate(retold(60, dated=True)):
            if number % 6 == 0:
                writer.put(told, profile_terms[4:])
        writer.commit()
    reader = IndexReader(generation)
    began = time.process_time()
    neighbours, touched = reader.neighbours(neighbours, lambda: False)
    places = neighbours.around(touched)
    part = neighbours.part(places)
    groups = group(
        len(part.ids), part.edges, part.days, names=lambda place: reader.names(part.ids[place])
    )
    neighbours.labelled(places, assign_ids(groups, part.ids, part.stories))
    print(f"ten changed: {1000 * (time.process_time() - began):.0f} ms")
    reader.close()


def peak() -> float:
    """Give the most memory this process has had, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
