"""Measure sentence links, rivals and sentence boundaries against what careful readers said.

    python benchmarks/compare_quality.py --pairs seeds_pairs.tsv --articles articles/
    python benchmarks/compare_quality.py --sentences ecbplus_sentences.tsv
    python benchmarks/compare_quality.py --groups allsides_dev.jsonl [--beside others.jsonl]
    python benchmarks/compare_quality.py --boundaries meantime_en.jsonl

`--pairs`: TSV with left, right (file numbers in order of `--articles`), left_text, right_text,
grade. `--sentences`: TSV with doc_id, story_id, sent, selected, action_chains, text; two selected
sentences of one story belong together when they share a chain; stories whose ids begin alike, up
to `_`, are of two events that look alike. `--groups`: JSON Lines with
story_id, doc_id, source, title, date, and sentences or text; those of `--beside` are hidden among
them. `--boundaries`: JSON Lines with
sentences.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import time
from collections import Counter, defaultdict
from contextlib import contextmanager
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from search.article import Article, ArticleId, Block
from search.compare import compare
from search.desk.ranking import rivals
from search.formats import read_article
from search.index import Reader, Store, write
from search.library import article_id
from search.stories import profile, terms
from search.text import sentences, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from search.compare import Comparison

TIERS = ("same words", "says the same", "related")
PAIRS = 1_500


def main() -> None:
    """Run the measurements asked for."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--pairs", type=Path)
    options.add_argument("--articles", type=Path)
    options.add_argument("--sentences", type=Path)
    options.add_argument("--groups", type=Path, action="append", default=[])
    options.add_argument("--beside", type=Path, action="append", default=[])
    options.add_argument("--boundaries", type=Path, action="append", default=[])
    asked = options.parse_args()
    if asked.pairs:
        measure_pairs(asked.pairs, asked.articles)
    if asked.sentences:
        measure_chains(asked.sentences)
    for path in asked.groups:
        measure_groups(path, asked.beside)
    for path in asked.boundaries:
        measure_boundaries(path)


def rows(path: Path) -> Iterator[dict[str, str]]:
    """Read a TSV without quoting."""
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def records(path: Path) -> Iterator[dict[str, Any]]:
    """Read JSON Lines."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def article(name: str, paragraphs: Iterable[str], **head: str | None) -> Article:
    """Make an article of plain paragraphs."""
    texts = (" ".join(text.split()) for text in paragraphs)
    blocks = tuple(Block("paragraph", text) for text in texts if text)
    return Article(article_id(name), name, blocks, **head)  # type: ignore[arg-type]


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
    print(f"{path.name}: of {total} judged pairs {gold / total:.2f} share an action")
    report(path.stem, found, gold)
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


def measure_groups(path: Path, beside: Sequence[Path]) -> None:
    """Ask every article of a library for its rivals; then the same without dates."""
    story: dict[str, str] = {}
    articles = grouped(path, story)
    others = [one for other in beside for one in grouped(other, {}).values()]
    measure_rivals(f"{path.stem}", articles.values(), others, story)
    if any(told.published for told in articles.values()):
        undated = [replace(told, published=None) for told in articles.values()]
        hidden = [replace(told, published=None) for told in others]
        measure_rivals(f"{path.stem}, dates hidden", undated, hidden, story)
        measure_shares(path.stem, articles, story)


def grouped(path: Path, story: dict[str, str]) -> dict[str, Article]:
    """Read articles, noting the story of each."""
    articles: dict[str, Article] = {}
    for row in records(path):
        told = article(
            row["doc_id"],
            row.get("sentences") or row["text"].split("\n"),
            title=row.get("title") or None,
            source=row.get("source") or None,
            published=row.get("date") or None,
        )
        articles[told.id] = told
        story[told.id] = row.get("story_id", told.id)
    return articles


def measure_rivals(
    name: str, articles: Iterable[Article], others: Iterable[Article], story: dict[str, str]
) -> None:
    """Print how often the first rival is right, and how right `same_story` is."""
    sizes = Counter(story.values())
    asked = [told for told in articles if sizes[story[told.id]] > 1]
    first = 0
    reciprocal = 0.0
    called: list[bool] = []
    took: list[float] = []
    with library((*articles, *others)) as reader:
        for target in asked:
            began = time.process_time()
            ranked = rivals(reader, target, None, every=True)
            took.append(1000 * (time.process_time() - began))
            right = [story.get(rival.id) == story[target.id] for rival in ranked]
            called += [r for r, rival in zip(right, ranked, strict=True) if rival.same_story]
            if True in right:
                first += right[0]
                reciprocal += 1 / (right.index(True) + 1)
        count = len(reader)
    gold = sum(sizes[story[told.id]] - 1 for told in asked)
    print(
        f"{name}: accuracy@1 {first / len(asked):.3f}  MRR {reciprocal / len(asked):.3f}"
        f"  same story P {sum(called) / max(1, len(called)):.2f} R {sum(called) / gold:.2f}"
        f"  ({len(asked)} asked of {count}, {median(took):.1f} ms each)"
    )


@contextmanager
def library(articles: Iterable[Article]) -> Iterator[Reader]:
    """Index articles in a folder of their own."""
    with TemporaryDirectory() as folder:
        generation = Store(Path(folder)).start()
        with write(generation) as writer:
            for told in articles:
                writer.put(told, profile(told, terms(told)))
            writer.commit()
        reader = Reader(generation)
        try:
            yield reader
        finally:
            reader.close()


def measure_shares(name: str, articles: dict[str, Article], story: dict[str, str]) -> None:
    """Print how much two tellings of one story share, and what comparing costs."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for told in articles:
        groups[story[told]].append(told)
    shares: list[float] = []
    took: list[float] = []
    for names in groups.values():
        for one, other in combinations(names, 2):
            began = time.process_time()
            comparison = compare(articles[one], articles[other])
            took.append(1000 * (time.process_time() - began))
            shares += [comparison.shared.left, comparison.shared.right]
    quarters = ", ".join(f"{share:.2f}" for share in quantiles(shares, n=4))
    print(f"{name}: shared words by quartile {quarters}; {median(took):.0f} ms a pair (median)")


def measure_boundaries(path: Path) -> None:
    """Join sentences with spaces and see which boundaries are found again."""
    right = found = gold = 0
    for row in records(path):
        text, stops = "", set()
        for sentence in row["sentences"]:
            plain = " ".join(sentence.split())
            if plain and plain[-1] in ".!?”\"'":
                text = f"{text} {plain}".strip()
                stops.add(len(text))
        mine = {stop for _, stop in sentences(text)}
        end = {len(text)}
        right += len((stops & mine) - end)
        found += len(mine - end)
        gold += len(stops - end)
    precision, recall = right / found, right / gold
    f1 = 2 * precision * recall / (precision + recall)
    print(f"{path.stem}: boundaries P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({gold})")


if __name__ == "__main__":
    main()
