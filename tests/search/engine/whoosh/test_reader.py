"""One generation of an index, asked everything a desk asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.article import Article, ArticleId, Block
from search.engine.whoosh import Reader, Store, write
from search.query import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

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
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    generation = Store(tmp_path_factory.mktemp("index")).start()
    for row in ARTICLES:
        with write(generation) as writer:
            writer.put(article(*row), [(word, 1.0, False) for word in row[1].lower().split()])
            writer.commit()
    reader = Reader(generation)
    yield reader
    reader.close()


def paths(reader: Reader, query: str, sort: str = "relevance") -> list[str]:
    found = reader.search(parse(query).root, sort)  # type: ignore[arg-type]
    return [facts.path for facts in found.facts(0, found.total)]


def test_what_is_found_is_counted_by_source_and_month(reader: Reader) -> None:
    found = reader.search(parse("").root)
    assert found.total == len(reader) == 4
    assert found.sources == (("The Pilot", 2), ("Daily Tide", 1), (None, 1))
    assert found.months == (("2023-12", 1), ("2024-05", 2), (None, 1))


def test_orders_and_what_ties(reader: Reader) -> None:
    assert paths(reader, "") == ["c.txt", "a.txt", "b.txt", "d.txt"]
    assert paths(reader, "", "newest") == ["a.txt", "c.txt", "d.txt", "b.txt"]
    assert paths(reader, "", "oldest") == ["d.txt", "c.txt", "a.txt", "b.txt"]
    assert paths(reader, "pilot")[0] == "a.txt"


@pytest.mark.parametrize("sort", ["relevance", "newest", "oldest"])
@pytest.mark.parametrize("query", ["", "pilot", "strike", "nobody"])
def test_an_article_is_found_again_by_its_place(reader: Reader, query: str, sort: str) -> None:
    ids = reader.search(parse(query).root, sort).ids  # type: ignore[arg-type]
    assert [ids.index(id_) for id_ in ids] == list(range(len(ids)))
    everything = reader.search(parse("").root).ids
    assert [id_ in ids for id_ in everything] == [id_ in tuple(ids) for id_ in everything]
    for stranger in ("f" * 16, "f" * 17, "-1", "no id"):
        assert stranger not in ids
        with pytest.raises(ValueError, match=stranger):
            ids.index(ArticleId(stranger))


def test_values_without_an_order_of_their_own_are_looked_through(reader: Reader) -> None:
    scores = reader.search(parse("pilot").root).scores
    assert scores.index(scores[1]) == tuple(scores).index(scores[1])
    assert -1.0 not in scores


def test_places_are_worked_out_as_they_are_looked_at(reader: Reader) -> None:
    found = reader.search(parse("pilot").root)
    assert found.ids[0] == found.facts(0, 1)[0].id
    assert found.ids[1:] == tuple(found.ids)[1:]
    assert found.ids[::-1] == tuple(reversed(tuple(found.ids)))
    assert found.ids == list(found.ids)
    assert found.ids != ()
    assert list(found.scores) == sorted(found.scores, reverse=True)
    assert found.ids[9:] == ()


def test_an_article_is_known_by_its_id_or_its_beginning(reader: Reader) -> None:
    id_ = article(*ARTICLES[0]).id
    known = reader.facts(id_)
    assert known
    assert (known.path, known.source) == ("c.txt", "The Pilot")
    assert reader.beginning("63f") == [id_]
    assert len(reader.beginning("6")) == 4
    assert reader.beginning("7") == []
    assert reader.facts(ArticleId("0" * 16)) is None


def test_all_come_by_path(reader: Reader) -> None:
    assert [facts.path for facts in reader.all()] == ["a.txt", "b.txt", "c.txt", "d.txt"]


def test_frequencies_are_of_articles(reader: Reader) -> None:
    assert (reader.frequency("body_exact", "pilot"), reader.frequency("body", "pilot")) == (2, 3)
    assert reader.spread("pilot") == 3
    assert reader.frequency("nowhere", "pilot") == 0


def test_words_near_another(reader: Reader) -> None:
    assert reader.words_within("body_exact", "pilto", 1) == {"pilot"}
    assert reader.words_within("body_exact", "bilot", 1) == {"pilot"}
    assert reader.words_within("body_exact", "piloz", 2) == {"pilot", "pilots"}


def test_articles_that_dwell_on_the_same(reader: Reader) -> None:
    asked = article("x.txt", "", None, None)
    alike = reader.alike(asked, [("strike", 2.0, False), ("ended", 1.0, False)], 3)
    assert [facts.path for facts, _ in alike] == ["b.txt", "d.txt"]


def test_an_index_without_articles_answers_too(tmp_path_factory: pytest.TempPathFactory) -> None:
    generation = Store(tmp_path_factory.mktemp("empty")).start()
    with write(generation) as writer:
        writer.commit()
    reader = Reader(generation)
    found = reader.search(parse("anything").root, "newest")
    assert (found.total, found.ids, found.sources, found.months) == (0, (), (), ())
    assert (len(reader), reader.all(), reader.spread("x")) == (0, (), 0)
    assert reader.words_within("body_exact", "x", 1) == set()
    assert reader.alike(article("x.txt", "", None, None), [("x", 1.0, False)], 3) == []
    reader.close()
