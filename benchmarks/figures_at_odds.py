"""The figures that are set beside each other in stories told by several outlets, to be read and judged.

    python benchmarks/figures_at_odds.py --groups allsides_dev.jsonl [ecbplus_dev.jsonl] [--most 3]

`--groups`: JSON Lines with story_id, source, title, text. Of each story the first `--most` pairs are
compared. Prints a row for each figure: the story, both strings, and the words around each; then how
many pairs there were, how many rows, and milliseconds of the processor a pair.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import defaultdict
from itertools import combinations, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from judged import article, records

from search.compare import compare

if TYPE_CHECKING:
    from search.article import Article
    from search.compare import At

AROUND = 40


def around(told: Article, at: At) -> tuple[str, str]:
    """Give a figure, and a line of what stands around it."""
    text = told.blocks[at.block].text
    return text[at.start : at.stop], text[max(0, at.start - AROUND) : at.stop + AROUND]


def main() -> None:
    """Print the figures of all pairs."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--groups", type=Path, nargs="+", required=True)
    options.add_argument("--most", type=int, default=3)
    chosen = options.parse_args()
    stories: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for path in chosen.groups:
        for one in records(path):
            stories[one["story_id"]].append(one)
    pairs = rows = 0
    spent = 0.0
    for name, told in stories.items():
        for both in islice(combinations(told, 2), chosen.most):
            left, right = (
                article(
                    f"{k}.md", one["text"].split("\n"), title=one["title"], source=one["source"]
                )
                for k, one in enumerate(both)
            )
            begun = time.process_time()
            found = compare(left, right).figures
            spent += time.process_time() - begun
            pairs, rows = pairs + 1, rows + len(found)
            for figure in found:
                (a, here), (b, there) = around(left, figure.left), around(right, figure.right)
                print(f"{name}\t{a} | {b}\t{here} | {there}")
    print(
        f"{pairs} pairs, {rows} rows, {1000 * spent / max(1, pairs):.1f} ms of the processor a pair"
    )


if __name__ == "__main__":
    main()
