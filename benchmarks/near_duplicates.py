"""How often nearly the same text is told, and how often another: what `diptych add` calls a duplicate.

    python benchmarks/near_duplicates.py allsides_dev.jsonl [more.jsonl …]

Takes articles of a JSON Lines file (`title`, `text`, `source`). All pairs of different articles are
compared: one that is told is an error, or one text twice. Then a share of the sentences is taken out of each
article, or a share of its words replaced, at random (seed 20), and it is told again or not.
"""

from __future__ import annotations

import argparse
import random
from itertools import combinations
from pathlib import Path

from search import Article, ArticleId, Block, Desk, sentences
from search.marks.article_keys import alike, keys_of

_SEED = 20
_LEFT_OUT = (0.05, 0.1, 0.2, 0.3)
_REPLACED = (0.02, 0.05, 0.1)
_NOBODY = ArticleId("0" * 16)


def main() -> None:
    """Measure each file by itself, and print a table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("files", nargs="+", type=Path)
    for path in options.parse_args().files:
        _measure(path)


def _measure(path: Path) -> None:
    desk = Desk(path)
    desk.sync()
    articles = [desk.read(one) for one in desk.ids()]
    desk.close()
    sketches = [keys_of(article).sketch for article in articles]
    print(f"{path.name}: {len(articles):,} articles")
    told = {True: 0, False: 0}
    pairs = {True: 0, False: 0}
    for one, other in combinations(range(len(articles)), 2):
        same = articles[one].source == articles[other].source
        pairs[same] += 1
        told[same] += alike(sketches[one], sketches[other])
    print(f"  told of different articles: {told[True]} of {pairs[True]:,} pairs of one outlet,")
    print(f"    {told[False]} of {pairs[False]:,} pairs of two")
    chance = random.Random(_SEED)  # noqa: S311 - an experiment that can be repeated
    for what, change, shares in (
        ("sentences left out", _without, _LEFT_OUT),
        ("words replaced", _replaced, _REPLACED),
    ):
        for share in shares:
            again = sum(
                alike(sketch, keys_of(_text(change(article, share, chance))).sketch)
                for article, sketch in zip(articles, sketches, strict=True)
            )
            print(f"  {share:.0%} of the {what}: {again / len(articles):.0%} told")


def _without(article: Article, share: float, chance: random.Random) -> list[str]:
    return [
        " ".join(
            block.text[start:stop]
            for start, stop in sentences(block.text)
            if chance.random() >= share
        )
        for block in article.blocks
    ]


def _replaced(article: Article, share: float, chance: random.Random) -> list[str]:
    def word(text: str) -> str:
        return f"new{chance.randrange(10**6)}" if chance.random() < share else text

    return [" ".join(map(word, block.text.split())) for block in article.blocks]


def _text(blocks: list[str]) -> Article:
    kept = tuple(Block("paragraph", text) for text in blocks if text.strip())
    return Article(_NOBODY, "", kept)


if __name__ == "__main__":
    main()
