"""How well the best come first: our ranking beside stock Whoosh's and plain BM25.

    python benchmarks/relevance.py COLLECTION …

A COLLECTION is a folder with docs.jsonl (id, title, text), queries.tsv (id, tab, words; the ids
of qrels.txt) and qrels.txt (TREC: query, ignored, document, grade; 0 or less is not relevant). A
text that begins with its title is taken without it. Each query is asked as the OR of its words,
for it is ranking that is measured; ours goes the way of any query that is typed. What is judged
for no query counts as not relevant, and queries without a relevant document are left out.

Printed for each ranking: nDCG@10, MAP, P@10 as trec_eval has them. DCG is the sum over ranks r
of grade / log2(1 + r), divided by that of the ideal order (K. Järvelin and J. Kekäläinen,
Cumulated gain-based evaluation of IR techniques, 2002); `2^g` is the same with 2^grade - 1 in
place of the grade (C. Burges and others, Learning to rank using gradient descent, 2005). MAP is
the mean of average precision (C. Buckley and E. Voorhees, Evaluating evaluation measure
stability, 2000).
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
from collections import Counter, defaultdict
from dataclasses import dataclass
from math import log, log2
from pathlib import Path
from typing import TYPE_CHECKING, Any

from whoosh.analysis.analyzers import StemmingAnalyzer
from whoosh.fields import STORED, TEXT, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.qparser import MultifieldParser, OrGroup, WhitespacePlugin

from search.article import Article, Block
from search.engine.whoosh.index_reader import IndexReader
from search.engine.whoosh.index_writer import open_writer
from search.engine.whoosh.schema import WordTokenizer
from search.engine.whoosh.store import Store
from search.library import article_id
from search.query import parse
from search.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_TOP = 10
_K1, _B = 1.2, 0.75
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Collection:
    """Documents, queries by id, and the grades of the documents relevant to each query."""

    docs: list[dict[str, str]]
    queries: dict[str, str]
    grades: dict[str, dict[str, int]]


Ranking = dict[str, list[str]]
"""Document ids for each query, best first."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("collections", nargs="+", type=Path)
    for folder in parser.parse_args().collections:
        collection = load(folder)
        judged = sum(query in collection.grades for query in collection.queries)
        print(f"\n{folder.name}: {len(collection.docs):,} documents, {judged} queries\n")
        print("| | nDCG@10 | 2^g | MAP | P@10 |\n|---|---|---|---|---|")
        for name, rank in RANKINGS.items():
            figures = measured(collection.grades, rank(collection))
            print(f"| {name} | {' | '.join(f'{figure:.3f}' for figure in figures)} |", flush=True)


def load(folder: Path) -> Collection:
    """Read a collection."""
    with (folder / "docs.jsonl").open(encoding="utf-8") as lines:
        docs = [_doc(json.loads(line)) for line in lines]
    with (folder / "queries.tsv").open(encoding="utf-8") as lines:
        queries = dict(line.rstrip("\n").split("\t", 1) for line in lines if line.strip())
    grades: dict[str, dict[str, int]] = defaultdict(dict)
    with (folder / "qrels.txt").open(encoding="utf-8") as lines:
        for query, _, doc, grade in map(str.split, lines):
            if int(grade) > 0 and query in queries:
                grades[query][doc] = int(grade)
    return Collection(docs, queries, dict(grades))


def _doc(read: dict[str, Any]) -> dict[str, str]:
    title, text = read.get("title") or "", read.get("text") or ""
    return {"id": str(read["id"]), "title": title, "text": text.removeprefix(title)}


def measured(grades: dict[str, dict[str, int]], ranking: Ranking) -> list[float]:
    """Give the figures of a ranking, averaged over the queries that have relevant documents."""
    each = [
        (
            _ndcg(ranking[query], wanted, float),
            _ndcg(ranking[query], wanted, lambda grade: 2.0**grade - 1),
            _average_precision(ranking[query], wanted),
            sum(doc in wanted for doc in ranking[query][:_TOP]) / _TOP,
        )
        for query, wanted in grades.items()
    ]
    return [sum(column) / len(each) for column in zip(*each, strict=True)]


def _ndcg(docs: list[str], wanted: dict[str, int], gain: Callable[[int], float]) -> float:
    def dcg(grades: Iterable[int]) -> float:
        return sum(gain(grade) / log2(rank + 1) for rank, grade in enumerate(grades, 1))

    ideal = dcg(sorted(wanted.values(), reverse=True)[:_TOP])
    return dcg(wanted.get(doc, 0) for doc in docs[:_TOP]) / ideal


def _average_precision(docs: list[str], wanted: dict[str, int]) -> float:
    ranks = [rank for rank, doc in enumerate(docs, 1) if doc in wanted]
    return sum(found / rank for found, rank in enumerate(ranks, 1)) / len(wanted)


def ours(collection: Collection) -> Ranking:
    """Rank by the index and the query language of the product."""
    ids = {article_id(doc["id"]): doc["id"] for doc in collection.docs}
    with tempfile.TemporaryDirectory() as folder:
        generation = Store(Path(folder)).start()
        with open_writer(generation) as writer:
            for doc in collection.docs:
                story = (Block("lead", doc["text"]),)
                writer.put(Article(article_id(doc["id"]), doc["id"], story, doc["title"]), [])
            writer.commit()
        reader = IndexReader(generation)
        ranking = {}
        for query, text in collection.queries.items():
            asked = " OR ".join(token.form for token in tokenize(text))
            found = reader.search(parse(asked).root)
            ranking[query] = [ids[one] for one in found.ids(0, found.total.count)]
        reader.close()
    return ranking


def stock(analyzer: Any) -> Callable[[Collection], Ranking]:
    """Make the ranking of stock Whoosh: BM25F, two fields, its own parser."""

    def rank(collection: Collection) -> Ranking:
        text = TEXT(analyzer=analyzer)
        index = RamStorage().create_index(Schema(id=STORED, title=text, text=text))
        writer = index.writer()
        for doc in collection.docs:
            writer.add_document(**doc)
        writer.commit()
        fields = ["title", "text"]
        words_only = [WhitespacePlugin()]
        parser = MultifieldParser(fields, index.schema, plugins=words_only, group=OrGroup)
        with index.searcher() as searcher:
            return {
                query: [
                    hit["id"]
                    for hit in searcher.search(
                        parser.parse(" ".join(_WORD.findall(words))), limit=None
                    )
                ]
                for query, words in collection.queries.items()
            }

    return rank


def plain(collection: Collection) -> Ranking:
    """Rank by BM25 over title and text as one, words as they are written, none left out.

    Source: S. Robertson and H. Zaragoza, The Probabilistic Relevance Framework (2009); the weight
    of a word is log(1 + (N - n + 0.5) / (n + 0.5)), and a word asked twice counts twice.
    """
    texts = [_words(f"{doc['title']} {doc['text']}") for doc in collection.docs]
    average = sum(map(len, texts)) / len(texts)
    holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for at, words in enumerate(texts):
        norm = _K1 * (1 - _B + _B * len(words) / average)
        for word, count in Counter(words).items():
            holders[word].append((at, count * (_K1 + 1) / (count + norm)))
    ranking = {}
    for query, text in collection.queries.items():
        scores: dict[int, float] = defaultdict(float)
        for word in _words(text):
            held = holders.get(word, ())
            weight = log(1 + (len(texts) - len(held) + 0.5) / (len(held) + 0.5))
            for at, often in held:
                scores[at] += weight * often
        order = sorted(scores, key=lambda at: (-scores[at], at))
        ranking[query] = [collection.docs[at]["id"] for at in order]
    return ranking


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


RANKINGS: dict[str, Callable[[Collection], Ranking]] = {
    "diptych": ours,
    "stock Whoosh, its StemmingAnalyzer": stock(StemmingAnalyzer()),
    "stock Whoosh, our words": stock(WordTokenizer(stems=True)),
    "plain BM25, unstemmed": plain,
}


if __name__ == "__main__":
    main()
