"""How fast files become articles, and articles what they dwell on, by kind of file.

    python benchmarks/import_speed.py [--count 1000] [--against FOLDER]

Files are generated: texts of the seeded corpus, with front matter or without, and the pages that
come with Diptych with another story between their menus each time. The first fifth of each kind
is read unmeasured, as in a library that has others already. Prints processor time on one core;
`--against` names another checkout of the project to measure in alternation with this one, and
prints how many times faster this one is.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from speed import corpus  # noqa: E402 - what is above says where it is found

from search.article import ArticleId  # noqa: E402 - beside what is found there
from search.formats import read_article  # noqa: E402 - what is above says where it is found
from search.stories import term_vector  # noqa: E402 - what is above says where it is found

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS = 590
ROUNDS = 2
KINDS = ("front matter, .txt", "front matter, .md", "plain text", "page with menus")
NOBODY = ArticleId("0" * 16)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--count", type=int, default=1_000, help="files of each kind")
    parser.add_argument("--against", type=Path, help="another checkout to compare with")
    parser.add_argument("--measure", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.measure:
        print(json.dumps(measure(asked.count)))
        return
    checkouts = [HERE.parent, *([asked.against.resolve()] if asked.against else [])]
    best: dict[Path, dict[str, list[float]]] = {}
    for _ in range(ROUNDS):
        for checkout in checkouts:
            taken = asked_of(checkout, asked.count)
            known = best.setdefault(checkout, taken)
            for kind, times in taken.items():
                known[kind] = [min(pair) for pair in zip(known[kind], times, strict=True)]
    show([best[checkout] for checkout in checkouts])


def asked_of(checkout: Path, count: int) -> dict[str, list[float]]:
    """Measure the code of a checkout, in a process of its own."""
    command = [sys.executable, __file__, "--measure", "--count", str(count)]
    environment = os.environ | {"PYTHONPATH": str(checkout)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    taken: dict[str, list[float]] = json.loads(done.stdout)
    return taken


def measure(count: int) -> dict[str, list[float]]:
    """Give milliseconds of reading and of weighing terms, for an article of each kind."""
    taken = {}
    made = list(files(count))
    for kind, *others in zip(KINDS, *made, strict=True):
        taken[kind] = timed(kind, others)
    return taken


def timed(kind: str, texts: list[str]) -> list[float]:
    """Read the texts as files of a kind; give milliseconds of reading and of terms, an article."""
    path = "a.md" if kind.endswith(".md") else "a.txt"
    datas = [text.encode() for text in texts]
    early = len(datas) // 5
    for data in datas[:early]:
        term_vector(read_article(data, path, NOBODY))
    reading = weighing = 0.0
    for data in datas[early:]:
        begun = time.process_time()
        article = read_article(data, path, NOBODY)
        read = time.process_time()
        term_vector(article)
        weighing += time.process_time() - read
        reading += read - begun
    share = 1e3 / (len(datas) - early)
    return [reading * share, weighing * share]


def files(count: int) -> Iterator[tuple[str, ...]]:
    """Make a text of each kind, so many times."""
    shells = [shell(path) for path in sorted((HERE.parent / "articles").glob("*.txt"))]
    number = 0
    for batch in corpus.articles(count, WORDS):
        for made in batch:
            story = made.body.replace("\n", "\n\n")
            stated = (
                f"---\ntitle: {made.title}\nsource: {made.source}\npublished: {made.day}\n---\n"
            )
            head, foot = shells[number % len(shells)]
            number += 1
            yield (
                f"{stated}\n{story}\n",
                f"{stated}\n{story}\n",
                f"{made.title}\n\n{story}\n",
                f"{head}\n{made.title}\n\n{story}\n\n{foot}",
            )


def shell(path: Path) -> tuple[str, str]:
    """Give what stands above and below the story of a page."""
    text = path.read_text(encoding="utf-8")
    blocks = read_article(text.encode(), path.name, NOBODY).blocks
    told = [place for place, block in enumerate(blocks) if block.kind != "boilerplate"]
    above, below = blocks[: told[0]], blocks[told[-1] + 1 :]
    return "\n".join(block.text for block in above), "\n".join(block.text for block in below)


def show(taken: list[dict[str, list[float]]]) -> None:
    """Print a table; with two checkouts, how many times faster the first is."""
    print("| file | read, ms | terms, ms | articles a second |" + " faster |" * (len(taken) > 1))
    print("|---|---|---|---|" + "---|" * (len(taken) > 1))
    for kind in KINDS:
        read, weighed = taken[0][kind]
        row = f"| {kind} | {read:.2f} | {weighed:.2f} | {1e3 / (read + weighed):,.0f} |"
        print(
            row + "".join(f" ×{sum(other[kind]) / (read + weighed):.1f} |" for other in taken[1:])
        )


if __name__ == "__main__":
    main()
