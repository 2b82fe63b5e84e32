"""The figures that are set beside each other in stories told by several outlets, to be read and judged.

    python benchmarks/figures_at_odds.py --groups allsides_dev.jsonl [ecbplus_dev.jsonl] [--most 3]
        [--half A]

`--groups`: JSON Lines with story_id, source, title, text. Of each story `--most` pairs are compared, drawn
by a seed where there are more; `--half`: only of one half of the topics, by the same seed. A space that
ECB+ has within a number (`12, 000`) is taken out. Prints a row for each figure: the story, both strings, and the words around each; then how
many pairs there were, how many rows, and milliseconds of the processor a pair.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import re
import sys
import time
from collections import defaultdict
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from judged import article, records

from search.compare import compare

if TYPE_CHECKING:
    from search.article import Article
    from search.compare import At

AROUND = 40
SEED = "figures-2026-11-30"
WITHIN = re.compile(r"(?<=\d), (?=\d{3}\b)")


def around(told: Article, at: At) -> tuple[str, str]:
    """Give a figure, and a line of what stands around it."""
    text = told.blocks[at.block].text
    return text[at.start : at.stop], text[max(0, at.start - AROUND) : at.stop + AROUND]


def half(story: str) -> str:
    """Give the half to which a story belongs; both events of a topic of ECB+ are in one."""
    topic = story.split("_", maxsplit=1)[0] if story[0].isdigit() else story
    return "AB"[int(hashlib.sha256((SEED + topic).encode()).hexdigest(), 16) % 2]


def drawn(story: str, count: int, most: int) -> list[tuple[int, int]]:
    """Draw pairs of the articles of a story."""
    pairs = list(combinations(range(count), 2))
    if len(pairs) > most:
        pairs = random.Random(SEED + story).sample(pairs, most)  # noqa: S311 - a sample, no secret
    return sorted(pairs)


def told(one: dict[str, Any], name: int) -> Article:
    """Make an article of a record."""
    text = WITHIN.sub(",", one["text"]).split("\n")
    return article(f"{name}.md", text, title=one["title"], source=one["source"])


def main() -> None:
    """Print the figures of all pairs."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--groups", type=Path, nargs="+", required=True)
    options.add_argument("--most", type=int, default=3)
    options.add_argument("--half", choices=("A", "B"))
    chosen = options.parse_args()
    stories: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for path in chosen.groups:
        for one in records(path):
            if chosen.half in {None, half(one["story_id"])}:
                stories[one["story_id"]].append(one)
    pairs = rows = 0
    spent = 0.0
    for name, members in stories.items():
        for a, b in drawn(name, len(members), chosen.most):
            left, right = told(members[a], a), told(members[b], b)
            begun = time.process_time()
            found = compare(left, right).figures
            spent += time.process_time() - begun
            pairs, rows = pairs + 1, rows + len(found)
            for figure in found:
                (ours, here), (theirs, there) = (
                    around(left, figure.left),
                    around(right, figure.right),
                )
                print(f"{name}\t{ours} | {theirs}\t{here} | {there}")
    print(
        f"{pairs} pairs, {rows} rows, {1000 * spent / max(1, pairs):.1f} ms of the processor a pair"
    )


if __name__ == "__main__":
    main()
