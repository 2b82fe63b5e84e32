"""How long it takes to set source against source, by the size of the library.

    python benchmarks/contrast_speed.py [--sizes 10000 100000]

The articles are generated, of 40 sources, and the two largest are set against each other. Prints
processor time, and the longest stretch of it, after which the work can be given up.
"""

from __future__ import annotations

import argparse
import sys
import time
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from speed import corpus  # noqa: E402 - what is above says where it is found

from search.article import Article, Block  # noqa: E402 - beside what is found there
from search.engine.whoosh.index_reader import IndexReader  # noqa: E402 - what is above says where it is found
from search.engine.whoosh.index_writer import open_writer  # noqa: E402 - what is above says where it is found
from search.engine.whoosh.store import Store  # noqa: E402 - what is above says where it is found
from search.keyness import contrast  # noqa: E402 - as above
from search.library import article_id  # noqa: E402 - what is above says where it is found
from search.query import parse  # noqa: E402 - what is above says where it is found
from search.sides import Sides  # noqa: E402 - what is above says where it is found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.engine import SourceCounts
    from search.keyness import Contrast

ROUNDS = 3


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000])
    for size in parser.parse_args().sizes:
        with TemporaryDirectory() as folder:
            generation = Store(Path(folder)).start()
            with open_writer(generation) as writer:
                for one in articles(size):
                    writer.put(one, [])
                writer.commit()
            measure(generation, size)


def articles(size: int) -> Iterator[Article]:
    """Make articles of one block each."""
    for batch in corpus.articles(size):
        for made in batch:
            blocks = (Block("paragraph", made.body),)
            key = made.key
            yield Article(article_id(key), key, blocks, made.title, made.source, published=made.day)


def measure(generation: Path, size: int) -> None:
    """Set the two largest sources against each other."""
    reader = IndexReader(generation)
    (left, _), (right, _), *_ = reader.search(parse("").root).counts("source")
    rounds = [stops_of(reader, left, right) for _ in range(ROUNDS)]
    found = weighed(left, right, reader.source_counts(left, right, lambda _: None))
    took = min(stops[-1] - stops[0] for stops in rounds)
    longest = min(max(after - before for before, after in pairwise(stops)) for stops in rounds)
    print(
        f"{size:,} articles: {found.articles.left:,} against {found.articles.right:,},"
        f" {found.weighed:,} words weighed, {found.significant} significant, {took:.2f} s,"
        f" longest stretch {longest:.2f} s"
    )
    reader.close()


def weighed(left: str | None, right: str | None, counts: SourceCounts) -> Contrast:
    """Weigh what was counted, as the desk does."""
    return contrast(left, right, Sides(counts.left, counts.right), counts.whole, counts.uses)


def stops_of(reader: IndexReader, left: str | None, right: str | None) -> list[float]:
    """Set two sources against each other; give the processor time at each step of the way."""
    stops = [time.process_time()]
    counts = reader.source_counts(left, right, lambda _: stops.append(time.process_time()))
    weighed(left, right, counts)
    return [*stops, time.process_time()]


if __name__ == "__main__":
    main()
