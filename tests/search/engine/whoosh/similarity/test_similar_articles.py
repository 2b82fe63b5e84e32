"""Similar articles of an index, best first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from search.article import Article
from search.engine.whoosh.index_reader import IndexReader
from search.engine.whoosh.index_writer import open_writer
from search.engine.whoosh.similarity.stem_weights import normalized
from search.engine.whoosh.store import Store
from search.library import article_id
from search.stories import number

if TYPE_CHECKING:
    from pathlib import Path

    from search.stories import ProfileTerm

STORIES = {
    "strike": "dock strike pilot harbour wage union vote".split(),
    "flood": "rain river dam flood maize field village".split(),
    "match": "goal coach cup final keeper crowd penalty".split(),
}


def article(name: str, source: str | None = None, day: str | None = None) -> Article:
    return Article(article_id(name), name, (), name, source, published=day)


def profile_terms(story: str, *more: str) -> list[ProfileTerm]:
    return [(stem, 3.0, False) for stem in STORIES[story]] + [(stem, 1.0, True) for stem in more]


def index(folder: Path, *batches: list[tuple[Article, list[ProfileTerm]]]) -> IndexReader:
    """Index articles, each batch as a segment of its own."""
    generation = Store(folder).start()
    for batch in batches:
        with open_writer(generation) as writer:
            for one, stems in batch:
                writer.put(one, stems)
            writer.commit()
    return IndexReader(generation)


def paths(reader: IndexReader, asked: Article, stems: list[ProfileTerm], **how: bool) -> list[str]:
    return [one.head.path for one in reader.similar(asked, stems, 9, **how)]


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> IndexReader:
    first = [
        (article("strike-1", "Pilot", "2024-05-02"), profile_terms("strike", "storm")),
        (article("strike-2", "Tide", "2024-05-02"), profile_terms("strike", "crane")),
        (article("strike-old", "Tide", "2023-01-02"), profile_terms("strike", "ferry")),
        (article("flood-1", "Pilot", "2024-05-02"), profile_terms("flood", "storm")),
        (article("flood-2", None), profile_terms("flood", "cattle")),
    ]
    second = [
        (article("match-1", None, "2024-05-03"), profile_terms("match")),
        (article("silent"), []),
    ]
    third = [(article("match-2", None, "2024-05-03"), profile_terms("match", "rain"))]
    return index(tmp_path_factory.mktemp("index"), first, second, third)


def test_the_same_event_comes_first_and_the_nearer_day_before(reader: IndexReader) -> None:
    asked = article("strike-1", "Pilot", "2024-05-02")
    assert paths(reader, asked, profile_terms("strike")) == ["strike-2", "strike-old"]


def test_its_own_source_only_when_asked_and_itself_never(reader: IndexReader) -> None:
    asked = article("strike-1", "Pilot", "2024-05-02")
    assert paths(reader, asked, profile_terms("strike", "storm"), same_source=True)[-1] == "flood-1"
    assert "strike-1" not in paths(
        reader, asked, profile_terms("strike", "storm"), same_source=True
    )
    assert "strike-1" in paths(reader, article("other"), profile_terms("strike"))


def test_articles_of_every_segment_are_found(reader: IndexReader) -> None:
    asked = article("outside", None, "2024-05-03")
    assert paths(reader, asked, profile_terms("match"))[:2] == ["match-1", "match-2"]


def test_what_is_shared_is_told_most_first_and_adds_up_to_the_cosine(reader: IndexReader) -> None:
    asked = article("strike-2", "Tide", "2024-05-02")
    near, *_ = reader.similar(asked, profile_terms("strike", "crane"), 1)
    assert near.head.path == "strike-1"
    assert {stem for stem, _ in near.shared} == set(STORIES["strike"])
    assert near.closeness == pytest.approx(sum(part for _, part in near.shared), abs=1e-5)
    assert [part for _, part in near.shared] == sorted((p for _, p in near.shared), reverse=True)
    assert 0 < near.closeness <= near.score <= 1


def test_names_are_told_from_words(reader: IndexReader) -> None:
    (weight,) = reader.names(article_id("strike-1")).values()
    assert weight == pytest.approx(float(reader._similar.idf[number("storm")]) ** 2, rel=1e-5)
    assert reader.names(article_id("match-1")) == {}
    with pytest.raises(KeyError):
        reader.names(article_id("x"))


def test_an_unknown_day_counts_as_some_days_away(reader: IndexReader) -> None:
    known, unknown = (
        reader.similar(article("x", None, day), profile_terms("strike"), 1)[0].closeness
        for day in ("2024-05-02", None)
    )
    assert unknown == pytest.approx(0.55 * known, abs=1e-5)


def test_nothing_is_like_silence(reader: IndexReader) -> None:
    assert paths(reader, article("x"), []) == []
    assert paths(reader, article("x"), [("unheard", 1.0, False)]) == []
    assert reader.similar(article("x"), profile_terms("strike"), 0) == []


def test_a_changed_article_is_told_from_what_it_was(tmp_path: Path) -> None:
    one = article("one")
    reader = index(tmp_path, [(one, profile_terms("flood"))], [(one, profile_terms("match"))])
    assert paths(reader, article("x"), profile_terms("flood")) == []
    assert paths(reader, article("x"), profile_terms("match")) == ["one"]
    reader.close()


def test_an_empty_index_has_nothing_alike(tmp_path: Path) -> None:
    reader = index(tmp_path, [])
    assert paths(reader, article("x"), profile_terms("flood")) == []
    reader.close()


def test_cosines_are_those_of_a_plain_product() -> None:
    random = np.random.default_rng(1)
    dense = random.random((6, 40)) * (random.random((6, 40)) > 0.6)
    owners, numbers = np.nonzero(dense)
    starts = np.searchsorted(owners, np.arange(7))
    rows = normalized(numbers, dense[owners, numbers].astype(np.float32), starts)
    norms = dense / np.linalg.norm(dense, axis=1, keepdims=True)
    np.testing.assert_allclose(rows.cosines(), norms @ norms.T, atol=1e-6)
