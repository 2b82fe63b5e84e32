"""One index of articles that are read by different rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from whoosh.query.terms import Term as WhooshTerm
from whoosh.searching import Searcher

from search.article import Article, ArticleId, Block
from search.engine.whoosh.codec.array_index import open_index
from search.engine.whoosh.codec.searcher import ArraySearcher
from search.engine.whoosh.index_reader import IndexReader
from search.engine.whoosh.index_writer import open_writer
from search.engine.whoosh.schema import schema
from search.engine.whoosh.segments.stem_index import key_of, rules_of
from search.engine.whoosh.store import Store
from search.query import parse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXT = {
    "0.txt": ("de", "Häuser brennen"),
    "1.txt": (None, "Häuser burn"),
    "2.txt": ("de", "Haus brennt"),
    "3.txt": (None, "Haus burns"),
    "4.txt": ("pl", "Haus płonie"),
}


@pytest.fixture(scope="module", params=[1, 2, 5])
def generation(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give an index written in so many commits, and merged as its tiers want it."""
    generation = Store(tmp_path_factory.mktemp("index")).start()
    articles = [
        Article(ArticleId(f"{number:016x}"), path, (Block("lead", text),), language=language)
        for number, (path, (language, text)) in enumerate(TEXT.items())
    ]
    for first in range(request.param):
        with open_writer(generation) as writer:
            for article in articles[first :: request.param]:
                writer.put(article, [])
            writer.commit()
    return generation


@pytest.fixture
def reader(generation: Path) -> Iterator[IndexReader]:
    reader = IndexReader(generation)
    yield reader
    reader.close()


def scores(reader: IndexReader, query: str) -> dict[str, float]:
    found = reader.search(parse(query).root)
    rows = found.rows(0, found.total.count)
    return {row.head.path: round(row.score, 9) for row in rows if row}


def test_a_word_means_its_forms_in_the_articles_of_each_language(reader: IndexReader) -> None:
    assert set(scores(reader, "haus")) == {"0.txt", "2.txt", "3.txt", "4.txt"}
    assert set(scores(reader, "häuser")) == {"0.txt", "1.txt", "2.txt"}
    assert set(scores(reader, '"haus"')) == {"2.txt", "3.txt", "4.txt"}
    assert set(scores(reader, "burning")) == {"1.txt", "3.txt"}


def test_it_scores_as_one_word_whatever_the_language(reader: IndexReader) -> None:
    assert len(set(scores(reader, "haus").values())) == 1


def test_forms_and_stems_are_counted_over_all_languages(reader: IndexReader) -> None:
    assert reader.frequency("body", "haus") == 4
    assert reader.frequency("body", "hauser") == 3
    assert reader.frequency("body_exact", "haus") == 3
    held = reader.document_frequency(["haus", "hau", "hauser", "nowhere"]).held
    assert held == {"haus": 4, "hau": 0, "hauser": 1, "nowhere": 0}


def test_whoosh_steps_through_a_stem_as_the_arrays_find_it(generation: Path) -> None:
    searcher = ArraySearcher.of(open_index(generation / "whoosh", schema()))
    try:
        for stem, rules in (("haus", "de"), ("haus", ""), ("hauser", ""), ("brenn", "de")):
            term = WhooshTerm("body", key_of(stem, rules))
            stepped = [
                list(term.matcher(leaf, leaf.context()).all_ids())
                for leaf, _ in Searcher.leaf_searchers(searcher)
            ]
            assert stepped == [hits.docs.tolist() for hits in searcher.hits(term)]
            assert sum(map(len, stepped)) == searcher.reader().doc_frequency("body", term.text)
    finally:
        searcher.close()


@pytest.mark.parametrize("rules", ["", "de", "none"])
def test_a_key_names_its_rules(rules: str) -> None:
    assert rules_of(key_of("haus", rules).encode()) == rules
