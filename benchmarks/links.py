"""Sentence links against what careful readers said."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from judged import article, rows

from search.article import ArticleId
from search.compare import compare
from search.formats import read_article
from search.text import tokenize

if TYPE_CHECKING:
    from pathlib import Path

    from search.article import Article
    from search.compare import Comparison, Tier

TIERS: tuple[Tier, ...] = ("same words", "says the same", "related")
PAIRS = 750


def report(name: str, found: dict[str, list[bool]], gold: int) -> None:
    """Print precision, recall and F1 of links of each tier and those above it."""
    judged: list[bool] = []
    for tier in TIERS:
        judged += found.get(tier, [])
        right = sum(judged)
        precision, recall = right / max(1, len(judged)), right / gold
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        print(
            f"{name:24} {tier + ' and above':24} {len(judged):6} links"
            f"  P {precision:.2f}  R {recall:.2f}  F1 {f1:.2f}"
        )


def measure_pairs(path: Path, folder: Path) -> None:
    """Compare the articles of a folder with one reader's links between them."""
    gold: dict[tuple[str, str], int] = {}
    order = sorted({row["left"] for row in rows(path)} | {row["right"] for row in rows(path)})
    texts = [read_article(p.read_bytes(), p.name, ArticleId(p.name)) for p in folder.glob("*.txt")]
    for row in rows(path):
        pair = normal(row["left_text"]), normal(row["right_text"])
        gold[pair] = max(int(row["grade"]), gold.get(pair, 0))
    said = {normal(text) for pair in gold for text in pair}
    told = {s for a in texts for c in [compare(a, a)] for s in spoken(c, "left")}
    print(f"{len(order)} articles; {len(said - told)} of {len(said)} judged sentences not found")
    for least in (1, 2):
        found: defaultdict[str, list[bool]] = defaultdict(list)
        for a, b in combinations(texts, 2):
            comparison = compare(a, b)
            left, right = spoken(comparison, "left"), spoken(comparison, "right")
            for link in comparison.links:
                one, other = left[link.left], right[link.right]
                grade = max(gold.get((one, other), 0), gold.get((other, one), 0))
                found[link.tier].append(grade >= least)
        report(f"reader's grade {least}+", found, sum(g >= least for g in gold.values()))


def normal(text: str) -> str:
    """Give a sentence's words only."""
    return " ".join(token.form for token in tokenize(text))


def spoken(comparison: Comparison, side: str) -> list[str]:
    """Give the words of each sentence of one side."""
    told = getattr(comparison, side)
    places = getattr(comparison.sentences, side)
    return [normal(told.blocks[b].text[start:stop]) for b, start, stop in places]


def measure_chains(path: Path) -> None:
    """Compare documents of one story with the actions annotated in both."""
    texts: defaultdict[str, list[str]] = defaultdict(list)
    chains: defaultdict[str, list[frozenset[str] | None]] = defaultdict(list)
    stories: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows(path):
        texts[row["doc_id"]].append(row["text"] or ".")
        judged = frozenset(row["action_chains"].split()) if row["selected"] == "1" else None
        chains[row["doc_id"]].append(judged)
        stories[row["story_id"]].add(row["doc_id"])
    articles = {name: article(name, told) for name, told in texts.items()}
    for half, name in enumerate(("even topics, chosen on", "odd topics, not chosen on")):
        mine = {s: names for s, names in stories.items() if _topic(s) % 2 == half}
        _measure_half(f"{path.stem}, {name}", articles, chains, mine)


def _topic(story: str) -> int:
    return int("".join(c for c in story.partition("_")[0] if c.isdigit()) or 0)


def _measure_half(
    title: str,
    articles: dict[str, Article],
    chains: dict[str, list[frozenset[str] | None]],
    stories: dict[str, set[str]],
) -> None:
    pairs = [pair for names in stories.values() for pair in combinations(sorted(names), 2)]
    random.Random(1).shuffle(pairs)  # noqa: S311 - a sample, no secret
    found: defaultdict[str, list[bool]] = defaultdict(list)
    gold = total = 0
    for one, other in pairs[:PAIRS]:
        best: dict[tuple[int, int], int] = {}
        comparison = compare(articles[one], articles[other])
        for link in comparison.links:
            places = comparison.sentences
            at = places.left[link.left].block, places.right[link.right].block
            best[at] = min(best.get(at, len(TIERS)), TIERS.index(link.tier))
        for i, mine in enumerate(chains[one]):
            for j, theirs in enumerate(chains[other]):
                if mine is not None and theirs is not None:
                    meet = bool(mine & theirs)
                    gold, total = gold + meet, total + 1
                    if (i, j) in best:
                        found[TIERS[best[i, j]]].append(meet)
    print(f"{title}: of {total} judged pairs {gold / total:.2f} share an action")
    report(title, found, gold)
    alike = [
        (articles[a], articles[b])
        for one, other in combinations(sorted(stories), 2)
        if one.partition("_")[0] == other.partition("_")[0]
        for a in sorted(stories[one])
        for b in sorted(stories[other])
    ]
    random.Random(1).shuffle(alike)  # noqa: S311 - a sample, no secret
    count_links("one event", [(articles[a], articles[b]) for a, b in pairs[:PAIRS]])
    count_links("two events that look alike", alike[:PAIRS])


def count_links(name: str, pairs: list[tuple[Article, Article]]) -> None:
    """Print how many links of each tier a pair of articles has."""
    tiers = Counter(link.tier for one, other in pairs for link in compare(one, other).links)
    said = ", ".join(f"{tier} {tiers[tier] / len(pairs):.2f}" for tier in TIERS)
    print(f"links a pair, {name}: {said}")
