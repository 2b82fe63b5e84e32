"""Mutated files of several articles, taken apart by their kinds.

    python benchmarks/fuzz/mutated_files.py [PACKAGE ...] [--inputs 1000] [--seed 1]
        [--seeds FOLDER] [--keep FOLDER]

A package is one of `search.formats` that has `KINDS`, such as `tables`. For each of its kinds so many
inputs are made of what `file_seeds.py` has for it, and of the files in FOLDER that it takes. Each is
opened, walked through, and every draft understood. What crashes, takes more than two seconds of
processor, makes the process grow by more than 500 MB, isn't told in one line or lets a control
character through, is kept in a folder and said. The same seed gives the same inputs.
"""

from __future__ import annotations

import argparse
import random
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from file_seeds import FILE_SEEDS
from laws import harmless, sentence
from mutated import costs, mutated

from search.article import ArticleId
from search.errors import ArticleError
from search.formats.container import BytesSource, PassedOverError
from search.formats.kinds import SAMPLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.article import Article
    from search.formats.container import Container
    from search.formats.kinds import Kind

_SECONDS = 2.0
_NOBODY = ArticleId("0" * 16)


def take_apart(kind: Kind, data: bytes) -> int:
    """Take a file apart, and give how many articles it has; each is told in one line if it is none."""
    if kind.recognises is not None:
        kind.recognises(data[:SAMPLE])
    try:
        return sum(1 for _ in _articles(kind.open(BytesSource(data), f"a{kind.suffixes[0]}")))
    except ArticleError as error:
        sentence(error)
    except PassedOverError as passed:
        harmless(passed.why)
        harmless(passed.needs)
    return 0


def _articles(container: Container) -> Sequence[Article]:
    found: list[Article] = []
    for start, stop, records in container.spans():
        drafts = container.drafts(start, stop)
        if len(drafts) != records:
            raise AssertionError(f"{len(drafts)} drafts of {records} records")
        for draft in drafts:
            harmless(draft.own)
            with suppress(ArticleError):
                found.append(_understood(draft.article("a#1", _NOBODY)))
    return found


def _understood(article: Article) -> Article:
    named = [article.title, article.source, article.url, *article.authors, *article.tags]
    for text in [*named, *(block.text for block in article.blocks)]:
        harmless(text or "")
    return article


def run(kind: Kind, whole: Sequence[bytes], inputs: int, seed: int, keep: Path) -> int:
    """Take mutated files of one kind apart, and give how many were faults."""
    chance = random.Random(f"{seed}.{kind.name}.{kind.suffixes}")  # noqa: S311 - a seed is the point
    faults, slowest, articles = 0, 0.0, 0
    for number in range(inputs):
        data = mutated(chance.choice(whole), chance)
        count = 0

        def take(data: bytes = data) -> None:
            nonlocal count
            count = take_apart(kind, data)

        took, fault = costs(take)
        slowest, articles = max(slowest, took), articles + count
        if fault or took > _SECONDS:
            faults += 1
            (keep / f"{seed}-{number}{kind.suffixes[0]}").write_bytes(data)
            print(f"{seed}-{number}{kind.suffixes[0]}: {took:.1f} s {fault}", flush=True)
    print(
        f"{kind.name} ({kind.suffixes[0]}): {inputs:,} inputs, {articles:,} articles, "
        f"the dearest {slowest:.2f} s of processor, {faults} faults"
    )
    return faults


def main() -> int:
    """Run so many inputs a kind; give 1 if any was a fault."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("packages", nargs="*", default=sorted(FILE_SEEDS))
    parser.add_argument("--inputs", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seeds", type=Path)
    parser.add_argument("--keep", type=Path, default=Path("mutated-faults"))
    options = parser.parse_args()
    options.keep.mkdir(parents=True, exist_ok=True)
    files = (
        [path for path in sorted(options.seeds.rglob("*")) if path.is_file()]
        if options.seeds
        else []
    )
    faults = 0
    for package in options.packages:
        for kind in import_module(f"search.formats.{package}").KINDS:
            seeds = [data for suffix, data in FILE_SEEDS[package] if suffix in kind.suffixes]
            more = [path.read_bytes() for path in files if path.suffix.lower() in kind.suffixes]
            faults += run(kind, seeds + more, options.inputs, options.seed, options.keep)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
