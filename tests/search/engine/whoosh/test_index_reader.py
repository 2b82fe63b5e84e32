"""One generation of an index, asked everything a desk asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from found import heads_of

from search.article import Article, ArticleId, Block
from search.engine.whoosh.index_reader import IndexReader
from search.engine.whoosh.index_writer import open_writer
from search.engine.whoosh.store import Store
from search.query import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.engine import Sort

ARTICLES = [
    ("c.txt", "The pilot of the harbour", "The Pilot", "2024-05-02T08:00:00Z"),
    ("a.txt", "A pilot and a pilot boat", "Daily Tide", "2024-05-02T18:38:00Z"),
    ("b.txt", "The strike ended", None, None),
    ("d.txt", "A strike of pilots", "The Pilot", "2023-12-31"),
]


def article(path: str, text: str, source: str | None, published: str | None) -> Article:
    id_ = ArticleId(f"{ord(path[0]):02x}" + "f" * 14)
    return Article(id_, path, (Block("lead", text),), path.title(), source, published=published)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[IndexReader]:
    generation = Store(tmp_path_factory.mktemp("index")).start()
    for row in ARTICLES:
        with open_writer(generation) as writer:
            writer.put(article(*row), [(word, 1.0, False) for word in row[1].lower().split()])
            writer.commit()
    reader = IndexReader(generation)
    yield reader
    reader.close()


def paths(reader: IndexReader, query: str, sort: Sort = "relevance") -> list[str]:
    found = reader.search(parse(query).root, sort)
    return [head.path for head in heads_of(found)]


def test_orders_and_what_ties(reader: IndexReader) -> None:
    assert paths(reader, "") == ["c.txt", "a.txt", "b.txt", "d.txt"]
    assert paths(reader, "", "newest") == ["a.txt", "c.txt", "d.txt", "b.txt"]
    assert paths(reader, "", "oldest") == ["d.txt", "c.txt", "a.txt", "b.txt"]
    assert paths(reader, "pilot")[0] == "a.txt"


@pytest.mark.parametrize("sort", ["relevance", "newest", "oldest"])
@pytest.mark.parametrize("query", ["", "pilot", "strike", "nobody"])
def test_an_article_is_found_again_by_its_place(
    reader: IndexReader, query: str, sort: Sort
) -> None:
    found = reader.search(parse(query).root, sort)
    ids = [head.id for head in heads_of(found)]
    assert [found.known_id(place) for place in range(len(ids) + 2)] == [*ids, None, None]
    strangers = [ArticleId(one) for one in ("f" * 16, "f" * 17, "-1", "no id")]
    everything = [head.id for head in heads_of(reader.search(parse("").root))]
    assert found.places([*everything, *strangers]) == {one: ids.index(one) for one in ids}


def test_few_places_are_put_in_order_before_all_are(
    reader: IndexReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.engine.whoosh.matches._FIRST", 1)
    found = reader.search(parse("pilot").root)
    first = found.rows(0, 1)
    rows = found.rows(0, 9)
    assert rows[:1] == first
    scores = [row.score for row in rows if row]
    assert scores == sorted(scores, reverse=True)
    assert found.rows(1, 2) == rows[1:2]
    assert found.rows(9, 12) == []


def test_heads_of_few_and_of_many_are_the_same(
    reader: IndexReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [article(*row).id for row in ARTICLES]
    asked = [ids[2], ArticleId("0" * 16), ids[0]]
    monkeypatch.setattr("search.engine.whoosh.index_reader._ALL", 0)
    singly = reader.heads(asked)
    monkeypatch.setattr("search.engine.whoosh.index_reader._ALL", 99)
    assert reader.heads(asked) == singly
    assert [head.path if head else None for head in singly] == ["b.txt", None, "c.txt"]


def test_frequencies_are_of_articles(reader: IndexReader) -> None:
    assert (reader.frequency("body_exact", "pilot"), reader.frequency("body", "pilot")) == (2, 3)
    assert reader.frequency("nowhere", "pilot") == 0


def test_words_near_another(reader: IndexReader) -> None:
    assert reader.words_within("body_exact", "pilto", 1) == {"pilot"}
    assert reader.words_within("body_exact", "bilot", 1) == {"pilot"}
    assert reader.words_within("body_exact", "piloz", 2) == {"pilot", "pilots"}


def test_an_index_without_articles_answers_too(tmp_path_factory: pytest.TempPathFactory) -> None:
    generation = Store(tmp_path_factory.mktemp("empty")).start()
    with open_writer(generation) as writer:
        writer.commit()
    reader = IndexReader(generation)
    found = reader.search(parse("anything").root, "newest")
    assert (found.total.count, found.rows(0, 9), found.counts("source")) == (0, [], ())
    assert (len(reader), reader.document_frequency(["x"]).held) == (0, {"x": 0})
    assert reader.words_within("body_exact", "x", 1) == set()
    assert reader.similar(article("x.txt", "", None, None), [("x", 1.0, False)], 3) == []
    reader.close()
