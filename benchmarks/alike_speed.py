"""How long it takes to find an article's like, and the stories of a library, by its size.

    python benchmarks/alike_speed.py [--sizes 10000 100000] [--asked 200]

The articles are generated, and indexed by what they dwell on only: their text takes no part.
Prints processor time; the first question of an opened index also weighs its stems.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from speed import corpus  # noqa: E402

from search.article import Article  # noqa: E402 - beside what is found there
from search.index import Reader, Store, write  # noqa: E402
from search.library import article_id  # noqa: E402
from search.text import is_stop, stem  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.index import Dwelt

MOST = 80


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--asked", type=int, default=200)
    asked = parser.parse_args()
    for size in asked.sizes:
        with TemporaryDirectory() as folder:
            generation = Store(Path(folder)).start()
            with write(generation) as writer:
                for told, dwelt in articles(size):
                    writer.put(told, dwelt)
                writer.commit()
            measure(generation, size, asked.asked)


def articles(size: int) -> Iterator[tuple[Article, list[Dwelt]]]:
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
    reader = Reader(generation)
    chosen = [pair for i, pair in enumerate(articles(min(size, 10 * asked))) if i % 10 == 0]
    took = []
    for told, dwelt in chosen:
        began = time.process_time()
        reader.alike(told, dwelt, 10)
        took.append(1000 * (time.process_time() - began))
    first, *others = took
    cuts = quantiles(others, n=20)
    print(f"{size:,} articles: first {first:.0f} ms, then p50 {cuts[9]:.1f}, p95 {cuts[18]:.1f} ms")
    reader.close()


if __name__ == "__main__":
    main()
