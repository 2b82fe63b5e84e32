from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.article import Article, Block
from search.engine.spelling import respell
from search.engine.whoosh.index_reader import IndexReader
from search.engine.whoosh.index_writer import open_writer
from search.engine.whoosh.store import Store
from search.library import article_id
from search.query import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXTS = (
    "The harbour sanctions were lifted",
    "A harbour pilot and a harbor seal",
    "The harbour is closed",
)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[IndexReader]:
    generation = Store(tmp_path_factory.mktemp("index")).start()
    with open_writer(generation) as writer:
        for n, text in enumerate(TEXTS):
            path = f"{n}.txt"
            block = Block("paragraph", text)
            writer.put(Article(article_id(path), path, (block,), f"Day {n}", "Daily Tide"), [])
        writer.commit()
    reader = IndexReader(generation)
    yield reader
    reader.close()


@pytest.mark.parametrize(
    ("query", "better"),
    [
        ("harbur", "harbour"),  # of the words one edit away, the one most articles have
        ("tarbour", "harbour"),
        ("sanctoin pilot", "sanctions pilot"),
        ('"harbour pilto"', '"harbour pilot"'),
        ("title:dya", "title:day"),
        ("source:tied", "source:tide"),
        ("Harbuor -seal", "harbour -seal"),
        ("(harbuor | closde) pilot", "(harbour | closed) pilot"),
    ],
)
def test_unknown_words_are_replaced_where_they_stand(
    reader: IndexReader, query: str, better: str
) -> None:
    assert respell(parse(query), reader) == better


@pytest.mark.parametrize(
    "query",
    ["harbour", "sanctioned", "xylophone", "-harbuor", "harbu*", "harbuor~", "", "date:2019"],
)
def test_what_is_known_negated_or_a_pattern_is_left_alone(reader: IndexReader, query: str) -> None:
    assert respell(parse(query), reader) is None


def test_a_word_still_being_typed_is_left_alone(reader: IndexReader) -> None:
    assert respell(parse("harbuo", typing=True), reader) is None
