"""Measure links, counterparts, sentence boundaries and speakers against what careful readers said.

    python benchmarks/compare_quality.py --pairs seeds_pairs.tsv --articles articles/
    python benchmarks/compare_quality.py --sentences ecbplus_sentences.tsv
    python benchmarks/compare_quality.py --groups allsides_dev.jsonl [--beside others.jsonl]
    python benchmarks/compare_quality.py --boundaries meantime_en.jsonl
    python benchmarks/compare_quality.py --speakers benchmarks/speakers.tsv --told gum_news.jsonl

`--pairs`: TSV with left, right (file numbers in order of `--articles`), left_text, right_text,
grade. `--sentences`: TSV with doc_id, story_id, sent, selected, action_chains, text; two selected
sentences of one story belong together when they share a chain; stories whose ids begin alike, up
to `_`, are of two events that look alike. `--groups`: JSON Lines with
story_id, doc_id, source, title, date, and sentences or text; those of `--beside` are hidden among
them. `--boundaries`: JSON Lines with sentences. `--speakers`: TSV with half, article, begins (the
first five words of a quotation) and speaker; the one here is of Wikinews articles (CC BY 2.5) of the
corpora GUM and MEANTIME. `--told`: JSON Lines with their id and paragraphs, or text.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter, defaultdict
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import combinations
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from judged import article, records
from links import measure_chains, measure_pairs
from speaking import measure_boundaries, measure_speakers
from told_stories import measure_stories

from search.compare import compare
from search.desk.pairs.counterpart_ranking import rank_counterparts
from search.desk.pairs.pair_comparison import idf
from search.engine import Frequencies
from search.engine.whoosh.index_reader import IndexReader
from search.engine.whoosh.index_writer import open_writer
from search.engine.whoosh.store import Store
from search.stories import profile, term_vector

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from search.article import Article


def main() -> None:
    """Run the measurements asked for."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--pairs", type=Path)
    options.add_argument("--articles", type=Path)
    options.add_argument("--sentences", type=Path)
    options.add_argument("--groups", type=Path, action="append", default=[])
    options.add_argument("--beside", type=Path, action="append", default=[])
    options.add_argument("--boundaries", type=Path, action="append", default=[])
    options.add_argument("--speakers", type=Path)
    options.add_argument("--told", type=Path, action="append", default=[])
    asked = options.parse_args()
    if asked.pairs:
        measure_pairs(asked.pairs, asked.articles)
    if asked.sentences:
        measure_chains(asked.sentences)
    for path in asked.groups:
        measure_groups(path, asked.beside)
    for path in asked.boundaries:
        measure_boundaries(path)
    if asked.speakers:
        measure_speakers(asked.speakers, asked.told)


def measure_groups(path: Path, beside: Sequence[Path]) -> None:
    """Ask every article of a library for its counterparts; then the same without dates."""
    story: dict[str, str] = {}
    articles = grouped(path, story)
    others = [one for other in beside for one in grouped(other, {}).values()]
    measure_stories(path.stem, list(articles.values()), story, library)
    measure_counterparts(f"{path.stem}", articles.values(), others, story)
    if any(told.published for told in articles.values()):
        undated = [replace(told, published=None) for told in articles.values()]
        hidden = [replace(told, published=None) for told in others]
        measure_counterparts(f"{path.stem}, dates hidden", undated, hidden, story)
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


def measure_counterparts(
    name: str, articles: Iterable[Article], others: Iterable[Article], story: dict[str, str]
) -> None:
    """Print how often the first counterpart is right, and how right `same_story` is."""
    sizes = Counter(story.values())
    asked = [told for told in articles if sizes[story[told.id]] > 1]
    first = 0
    reciprocal = 0.0
    called: list[bool] = []
    took: list[float] = []
    with library((*articles, *others)) as reader:
        for target in asked:
            began = time.process_time()
            ranked = rank_counterparts(reader, target, None, same_source=True)
            took.append(1000 * (time.process_time() - began))
            right = [story.get(one.head.id) == story[target.id] for one in ranked]
            called += [r for r, one in zip(right, ranked, strict=True) if one.same_story]
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
def library(articles: Iterable[Article]) -> Iterator[IndexReader]:
    """Index articles in a folder of their own."""
    with TemporaryDirectory() as folder:
        generation = Store(Path(folder)).start()
        with open_writer(generation) as writer:
            for told in articles:
                writer.put(told, profile(told, term_vector(told)))
            writer.commit()
        reader = IndexReader(generation)
        try:
            yield reader
        finally:
            reader.close()


def rarities(reader: IndexReader, known: dict[str, int], stems: Iterable[str]) -> dict[str, float]:
    """Weigh stems as the desk does; `known` keeps what was looked up."""
    found = reader.document_frequency([stem for stem in stems if stem not in known])
    known.update(found.held)
    return idf(Frequencies(found.articles, {stem: known[stem] for stem in stems}))


def measure_shares(name: str, articles: dict[str, Article], story: dict[str, str]) -> None:
    """Print how much what two outlets tell of one story meets, and what comparing costs.

    As in the app: with the rarity of words in the library.
    """
    groups: defaultdict[str, list[Article]] = defaultdict(list)
    for told in articles.values():
        groups[story[told.id]].append(told)
    shares: list[float] = []
    took: list[float] = []
    with library(articles.values()) as reader:
        rare = partial(rarities, reader, {})
        for versions in groups.values():
            for one, other in combinations(versions, 2):
                if one.source != other.source:
                    began = time.process_time()
                    comparison = compare(one, other, rare)
                    took.append(1000 * (time.process_time() - began))
                    shares += [comparison.shared.left, comparison.shared.right]
    quarters = ", ".join(f"{share:.2f}" for share in quantiles(shares, n=4))
    print(
        f"{name}: shared words by quartile {quarters} in {len(took)} pairs;"
        f" {median(took):.0f} ms a pair (median)"
    )


if __name__ == "__main__":
    main()
