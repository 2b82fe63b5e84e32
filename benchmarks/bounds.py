"""How long the dearest queries take that are allowed, and those that are refused.

    python benchmarks/bounds.py [--size 10000] [--folder FOLDER]

CPU milliseconds of an answer and of its first twenty rows, on articles that never were; the
median of five, of queries no part of which was asked before, since what words mean is remembered.
Needs nothing else.
"""

from __future__ import annotations

import argparse
import itertools
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from speed import corpus  # noqa: E402 - found beside this file

from search import Desk, QueryError  # noqa: E402 - what is above says where it is found
from search.query.bounds import BEGINNING, DEEPEST, LIKE, MOST, NEAR, TOGETHER  # noqa: E402 - what is above says where it is found

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROUNDS = 5
_ROWS = 20
_SHORT = 24
_LETTERS = "etaoinshrdlcumwfgypb"


def _library(folder: Path, size: int) -> Desk:
    library = folder / f"bounds-{size}"
    if not library.is_dir():
        library.mkdir(parents=True)
        for made in itertools.chain.from_iterable(corpus.articles(size)):
            body = made.body.replace("\n", "\n\n")
            head = f"title: {made.title}\nsource: {made.source}\ndate: {made.day}"
            (library / f"{made.key}.md").write_text(f"---\n{head}\n---\n\n{body}\n", "utf-8")
    desk = Desk(library, cache=folder / "bounds-cache")
    desk.sync()
    return desk


def _queries(words: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield what is asked, with a query for each round."""
    rounds = range(_ROUNDS)
    many = MOST // 2
    yield (
        f"{many} common words, OR",
        [" OR ".join(words[i * many : (i + 1) * many]) for i in rounds],
    )
    yield f"{MOST} common words", [" ".join(words[i * 9 : i * 9 + MOST]) for i in rounds]
    half = MOST // BEGINNING // 2
    begins = [a + b for a in _LETTERS for b in "abcdefghijklmnopqrstuvwxyz"]
    yield (
        f"{half} beginnings of two letters, OR",
        ["|".join(f"{begin}*" for begin in begins[i * 9 : i * 9 + half]) for i in rounds],
    )
    pairs = list(itertools.combinations(words[:_SHORT], 2))
    count = MOST // TOGETHER // 2
    yield (
        f"{count} phrases of two common words, OR",
        ["|".join(f'"{a} {b}"' for a, b in pairs[i * count : (i + 1) * count]) for i in rounds],
    )
    long = MOST // TOGETHER
    yield f"a phrase of {long} words", [f'"{" ".join(words[i : i + long])}"' for i in rounds]
    count = MOST // NEAR // 2
    yield (
        f"{count} pairs of common words near each other, OR",
        [
            "|".join(f'"{a} {b}"~9999' for a, b in pairs[i * count : (i + 1) * count])
            for i in rounds
        ],
    )
    count = MOST // LIKE
    marks = [a + "*" + b for a in _LETTERS for b in _LETTERS]
    yield (
        f"{count} patterns of two letters, OR",
        ["|".join(f"*{one}*" for one in marks[i * count : (i + 1) * count]) for i in rounds],
    )
    typed = [word for word in words if len(word) > len("five")]
    yield (
        f"{count} misspelt words, OR",
        ["|".join(f"{one}~2" for one in typed[i * count : (i + 1) * count]) for i in rounds],
    )
    yield f"brackets {DEEPEST} deep", ["(" * DEEPEST + words[i] + ")" * DEEPEST for i in rounds]
    yield "refused: 1 MB", ["a" * 1_000_000] * _ROUNDS
    yield "refused: 10,000 words", [" ".join(words[:10_000])] * _ROUNDS
    yield "refused: 1,000 brackets", ["(" * 1_000 + "a" + ")" * 1_000] * _ROUNDS
    yield "refused: 5,000 quotation marks", ['"' * 4_999] * _ROUNDS


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--size", type=int, default=10_000)
    parser.add_argument(
        "--folder", type=Path, default=Path(tempfile.gettempdir()) / "diptych-bounds"
    )
    asked = parser.parse_args()
    desk = _library(asked.folder, asked.size)
    desk.search("warm*")
    print("| query | answer, CPU ms | with its first rows |\n|---|---|---|")
    for said, queries in _queries(corpus.vocabulary()):
        answers, rows = [], []
        for query in queries:
            begun = time.process_time()
            try:
                answer = desk.search(query)
            except QueryError:
                answer = None
            answers.append(time.process_time() - begun)
            if answer is not None:
                desk.hits(answer, 0, min(_ROWS, answer.total))
            rows.append(time.process_time() - begun)
        print(f"| {said} | {median(answers) * 1e3:.0f} | {median(rows) * 1e3:.0f} |")
    desk.close()


if __name__ == "__main__":
    main()
