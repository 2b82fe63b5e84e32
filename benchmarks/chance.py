"""How often words are called significant where nothing but chance differs.

    python benchmarks/chance.py FILE... [--deals 150]

FILE: JSON Lines of articles with text, or sentences. They are dealt to two made-up sources at
random, again and again; `plain` is the measure without its design effect, at the same level.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from judged import records

from search.keyness import SourceSize, SourceUse, WordUse, weigh
from search.text import fold, is_stop, stem, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

PARTS = (2, 8, 20)
"""Of so many articles one goes to either source."""


class Told:
    """An article's words: how many in all, and how often each stem that says something."""

    def __init__(self, text: str) -> None:
        forms = [fold(token.form) for token in tokenize(text)]
        self.words = len(forms)
        self.stems = Counter(
            stem(form) for form in forms if form.isalpha() and not is_stop(form, form)
        )


def main() -> None:
    """Deal the articles of each file."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("files", nargs="+", type=Path)
    options.add_argument("--deals", type=int, default=150)
    asked = options.parse_args()
    for path in asked.files:
        articles = [Told(text_of(row)) for row in records(path)]
        for part in PARTS:
            deal(path.stem, articles, len(articles) // part, asked.deals)


def text_of(row: dict[str, Any]) -> str:
    """Give the text of a record."""
    return row.get("text") or " ".join(row["sentences"])


def deal(name: str, articles: Sequence[Told], each: int, deals: int) -> None:
    """Deal so many articles to each of two sources, and count what is called significant."""
    chance = random.Random(5)  # noqa: S311 - a seed is the point
    whole = sum((one.stems for one in articles), Counter[str]())
    total = sum(one.words for one in articles)
    words, any_word = Counter[bool](), Counter[bool]()
    for _ in range(deals):
        dealt = chance.sample(articles, 2 * each)
        for plain in (True, False):
            found = contrast(dealt[:each], dealt[each:], whole, total, plain=plain)
            words[plain] += found
            any_word[plain] += bool(found)
    said = [
        f"{'plain' if plain else 'with the design effect'}: any {any_word[plain] / deals:.2f},"
        f" words {words[plain] / deals:.2f}"
        for plain in (True, False)
    ]
    print(f"{name}, {each} articles each side: {'; '.join(said)}")


def contrast(
    left: Sequence[Told], right: Sequence[Told], whole: Counter[str], total: int, *, plain: bool
) -> int:
    """Count the words called significant between two heaps of articles."""
    ours, theirs = uses(left), uses(right)
    none = SourceUse(0, 0, 0, 0)
    counted = [
        WordUse(root, ours.get(root, none), theirs.get(root, none), whole[root])
        for root in ours.keys() | theirs.keys()
    ]
    if plain:
        counted = [one._replace(left=bare(one.left), right=bare(one.right)) for one in counted]
    found, _ = weigh(size(left), size(right), total, counted)
    return sum(one.significant for one in found)


def uses(articles: Iterable[Told]) -> dict[str, SourceUse]:
    """Add up how some articles use each stem."""
    sums: dict[str, list[int]] = {}
    for one in articles:
        for root, times in one.stems.items():
            row = sums.setdefault(root, [0, 0, 0, 0])
            for k, value in enumerate((times, 1, times * times, times * one.words)):
                row[k] += value
    return {root: SourceUse(*row) for root, row in sums.items()}


def bare(use: SourceUse) -> SourceUse:
    """Leave out how unevenly a word is used, so that nothing tells its design effect."""
    return use._replace(squares=0, products=0)


def size(articles: Sequence[Told]) -> SourceSize:
    """Say how much some articles have."""
    words = [one.words for one in articles]
    return SourceSize(len(words), sum(words), sum(many * many for many in words))


if __name__ == "__main__":
    main()
