"""What it costs to know what recurs in a source, by the size of the library.

    python benchmarks/recurrence_speed.py [--sizes 10000 100000] [--against FOLDER]

The articles are generated, of 40 sources, each with a standing sentence below one in three of its
articles and another below one in fifty. Prints processor time of building the index in one process, the bytes it
takes, the time of a comparison's question (the first after opening, and later ones) and of source
against source; `--against` names a checkout from before, to build in alternation with this one.
"""

from __future__ import annotations

import argparse
import inspect
import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from speed import corpus  # noqa: E402 - what is above says where it is found

from search.article import Article, Block  # noqa: E402 - beside what is found there
from search.engine.whoosh.index_reader import IndexReader  # noqa: E402 - what is above says where it is found
from search.engine.whoosh.index_writer import open_writer  # noqa: E402 - what is above says where it is found
from search.engine.whoosh.store import Store  # noqa: E402 - what is above says where it is found
from search.library import article_id  # noqa: E402 - what is above says where it is found
from search.query import parse  # noqa: E402 - what is above says where it is found
from search.stories import profile, term_vector  # noqa: E402 - what is above says where it is found

if TYPE_CHECKING:
    from collections.abc import Iterator

ROUNDS = 2
OFTEN, SELDOM = 3, 50


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--against", type=Path, help="another checkout to compare with")
    parser.add_argument("--measure", type=int, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.measure:
        print(json.dumps(measure(asked.measure)))
        return
    checkouts = [HERE.parent, *([asked.against.resolve()] if asked.against else [])]
    for size in asked.sizes:
        for _ in range(ROUNDS):
            for checkout in checkouts:
                print(f"{size:,} articles, {checkout}: {asked_of(checkout, size)}", flush=True)


def asked_of(checkout: Path, size: int) -> str:
    """Measure the code of a checkout, in a process of its own."""
    command = [sys.executable, __file__, "--measure", str(size)]
    environment = os.environ | {"PYTHONPATH": str(checkout)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return ", ".join(f"{name} {value:,.3f}" for name, value in found.items())


def measure(size: int) -> dict[str, float]:
    """Build an index and ask it."""
    with TemporaryDirectory() as folder:
        generation = Store(Path(folder)).start()
        spent = 0.0
        with open_writer(generation) as writer:
            put: Any = writer.put
            keeps = "sentences" in inspect.signature(put).parameters
            for one in articles(size):
                begun = time.process_time()
                vector = term_vector(one)
                stems = profile(one, vector)
                put(one, stems, *([vector.sentences] if keeps else []))
                spent += time.process_time() - begun
            begun = time.process_time()
            writer.commit()
            spent += time.process_time() - begun
        found = {
            "building, s": spent,
            "peak, MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            "index, MB": sum(one.stat().st_size for one in generation.rglob("*") if one.is_file())
            / 1e6,
        }
        reader = IndexReader(generation)
        (left, _), (right, _), *_ = reader.search(parse("").root).counts("source")
        if keeps:
            found |= questions(reader, left or "", size)
        begun = time.process_time()
        reader.source_counts(left, right, lambda _: None)
        found["source against source, s"] = time.process_time() - begun
        reader.close()
        return found


def questions(reader: IndexReader, source: str, size: int) -> dict[str, float]:
    """Time the question of a comparison for articles of the largest source."""
    mine = [one for one in articles(min(size, 2_000)) if one.source == source][:20]
    took = []
    found = 0
    for one in mine:
        keys = {said.key for said in term_vector(one).sentences}
        begun = time.process_time()
        found += len(reader.standing_sentences({source: keys})[source])
        took.append((time.process_time() - begun) * 1e3)
    later = sorted(took[1:])
    return {"first question, ms": took[0], "later, ms": later[len(later) // 2], "found": found}


def articles(size: int) -> Iterator[Article]:
    """Make articles with furniture below some."""
    number = 0
    for batch in corpus.articles(size):
        for made in batch:
            number += 1
            texts = made.body.split("\n")
            if number % OFTEN == 0:
                texts.append(f"Write to the desk of {made.source} with what you have seen of it.")
            if number % SELDOM == 0:
                texts.append(f"{made.source} is read by more people than any other. Thank you.")
            blocks = tuple(Block("paragraph", text) for text in texts if text)
            yield Article(
                article_id(made.key), made.key, blocks, made.title, made.source, published=made.day
            )


if __name__ == "__main__":
    main()
