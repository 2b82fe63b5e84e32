"""Figures at odds in invented stories that two newsrooms tell, whose writers marked what is at odds.

    python benchmarks/figures_told_twice.py [--sets df] [--rows]

`told_twice.jsonl` has pairs of articles written for this by language models that knew nothing of the rule: stories told
twice, with the figures that are at odds and others that only look so, and pairs of two events told in much the same
words. Sets: `a` to `c` are told independently, `d` and `f` from shared agency reports, `e` are two events only; `f` was
written last, when the rule stood. Prints for each set, of one event and of two: pairs, rows, how many of these were
marked, and how many of what is marked is shown. `--rows` prints the rows that weren't marked.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from judged import article, records

from search.compare import compare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.article import Article
    from search.compare import At, Comparison

TOLD = Path(__file__).with_name("told_twice.jsonl")


def told(one: dict[str, str], name: str) -> Article:
    """Make an article of one side of a pair."""
    text = [block for block in one["text"].split("\n") if block.strip()]
    return article(
        f"{name}.md", text, title=one["title"], source=one["source"], published=one["date"]
    )


def lies_in(side: Article, at: At, marked: str) -> bool:
    """Tell whether a figure lies in what was marked, wherever that stands in its block."""
    start = side.blocks[at.block].text.find(marked)
    return 0 <= start < at.stop and at.start < start + len(marked)


def shown(pair: dict[str, Any]) -> Iterator[tuple[str, str, int | None]]:
    """Yield the figures of each row, and which of those marked it is, if any."""
    both: Comparison = compare(told(pair["a"], "a"), told(pair["b"], "b"))
    for row in both.figures:
        sides = [(both.left, row.left, "a"), (both.right, row.right, "b")]
        found = [
            k
            for k, odd in enumerate(pair["odds"])
            if all(lies_in(side, at, odd[name]) for side, at, name in sides)
        ]
        ours, theirs = (side.blocks[at.block].text[at.start : at.stop] for side, at, _ in sides)
        yield ours, theirs, found[0] if found else None


def main() -> None:
    """Print what is shown of each set."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sets", default="abcdef")
    options.add_argument("--rows", action="store_true")
    chosen = options.parse_args()
    sums: dict[tuple[str, str], Counter[str]] = {}
    for pair in records(TOLD):
        if pair["id"][0] not in chosen.sets:
            continue
        rows = list(shown(pair))
        sums.setdefault(
            (pair["id"][0], "one event" if pair["same_event"] else "two events"), Counter()
        ).update(
            pairs=1,
            rows=len(rows),
            right=sum(which is not None for *_, which in rows),
            marked=len(pair["odds"]),
            found=len({which for *_, which in rows} - {None}),
        )
        if chosen.rows:
            for ours, theirs, which in rows:
                if which is None:
                    print(pair["id"], ours, "|", theirs)
    for (name, event), one in sorted(sums.items()):
        print(
            f"{name} {event:10} pairs {one['pairs']:3} rows {one['rows']:3} right {one['right']:3} "
            f"shown of those marked {one['found']:3} of {one['marked']}"
        )


if __name__ == "__main__":
    main()
