"""What an engine finds, in which order, page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from corpus import ARTICLES, EVERY, fill
from engines import make_article, put
from found import heads_of

from search.article import ArticleId, Head
from search.engine import Row, Total
from search.errors import CancelledError
from search.library import article_id
from search.query import parse

if TYPE_CHECKING:
    from search.engine import Engine, Found, Sort


def search(engine: Engine, query: str, sort: Sort = "relevance") -> Found:
    return engine.read(lambda snapshot: snapshot.search(parse(query).root, sort))


def paths(engine: Engine, query: str, sort: Sort = "relevance") -> str:
    return "".join(head.path for head in heads_of(search(engine, query, sort)))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", EVERY),
        ("strike", "abe"),
        ("strikes", "abe"),
        ('"strikes"', ""),
        ("dockers strike", "ab"),
        ("dockers OR eggs", "abe"),
        ("strike -dockers", "e"),
        ("(dockers OR eggs) NOT talks", "ae"),
        ("-strike", "cdfghij"),
        ('"walked out"', "ab"),
        ('"out walked"', ""),
        ('"Okafor The"', ""),  # no phrase reaches from one block into the next
        ('"idles terminal"~20', "ab"),
        ('"idles terminal"~3', ""),
        ("flood*", "cd"),
        ("m?yor", "cd"),
        ("okafro~", "ab"),
        ("title:water", "c"),
        ("title:dockers", "a"),
        ("source:pilot", "aci"),
        ('source:"the pilot"', "i"),
        ("author:vanessa", "b"),
        ("tag:food", "e"),
        ("lang:de", "f"),
        ("lang:en", "i"),
        ("date:2024-05", "abfghij"),
        ("date:2024-04-30..2024-05-01", "cf"),
        ("before:2024", "d"),
        ("after:2024-05-04", "hij"),
        ('source:="Pilot"', "ac"),
        ('source:="pilot"', ""),
        ("source:?", "dj"),
        ('source:? OR source:="The Pilot"', "dij"),
        ("date:?", "e"),
        ("-date:?", "abcdfghij"),
        ("strike author:?", "ae"),
        ("tag:?", "acdfghij"),
        ("lang:? flood*", "cd"),
        ("date:? OR date:2024-05", "abefghij"),
        ("haus", "f"),
        ("sanctions", "gi"),
        ("sanctionnées", "g"),
        ("MÜLLERS", "f"),
        ("mullers", "f"),
        ("1500.25", "i"),
        ("1,500.25", "i"),
        ("港に", "h"),
        ("軍隊", "h"),
        ("대통령", "j"),
        ("nobody", ""),
        ("muellers", "f"),
        ("'1500.25'", "i"),
        ('"1500.25"', ""),
    ],
)
def test_every_kind_of_query(engine: Engine, query: str, expected: str) -> None:
    fill(engine)
    assert "".join(sorted(paths(engine, query))) == expected
    assert search(engine, query).total == Total(len(expected))


def test_newest_and_oldest_put_the_undated_last(engine: Engine) -> None:
    fill(engine)
    assert paths(engine, "", "newest") == "jihgbafcde"
    assert paths(engine, "", "oldest") == "dcfabghije"


def test_by_source_they_stand_in_the_order_of_the_alphabet_each_newest_first(
    engine: Engine,
) -> None:
    fill(engine)
    put(
        engine,
        make_article("k", "Eggs.", source="élan", published="2024-05-01"),
        make_article("l", "Eggs.", source="daily tide"),
    )
    # Daily Tide, daily tide, élan, Elbe Bote, Le Quai, Minato, Pilot, The Pilot, and unknown last.
    assert paths(engine, "", "source") == "belkfghacijd"
    assert paths(engine, "eggs", "source") == "elk"


@pytest.mark.parametrize("sort", ["relevance", "newest", "oldest", "source"])
def test_what_fits_equally_well_comes_in_the_same_order_again(engine: Engine, sort: Sort) -> None:
    fill(engine)
    assert paths(engine, "", sort) == paths(engine, "", sort)
    assert paths(engine, "strike OR river", sort) == paths(engine, "strike OR river", sort)


def test_by_relevance_scores_never_rise(engine: Engine) -> None:
    fill(engine)
    scores = [row.score for row in search(engine, "strike OR altburg").rows(0, 99) if row]
    assert len(scores) == 5
    assert scores == sorted(scores, reverse=True)
    assert min(scores) > 0


def test_pages_make_up_the_whole(engine: Engine) -> None:
    fill(engine)
    found = search(engine, "", "newest")
    whole = found.rows(0, 99)
    assert len(whole) == len(EVERY)
    assert found.rows(0, 4) + found.rows(4, 8) + found.rows(8, 12) == whole
    assert found.rows(3, 3) == found.rows(50, 60) == []
    assert all(isinstance(row, Row) for row in whole)


def test_a_row_has_the_head_and_where_texts_are_held_the_whole(engine: Engine) -> None:
    fill(engine)
    (row,) = search(engine, "author:vanessa").rows(0, 9)
    assert row
    assert row.head == Head(article_id("b"), "b", "Strike idles Westhaven", "Daily Tide",
                            "2024-05-02T18:30:00Z", whole=False)  # fmt: skip
    assert row.article == (ARTICLES[1] if engine.holds_texts else None)


def test_an_article_is_found_again_by_its_place(engine: Engine) -> None:
    fill(engine)
    found = search(engine, "strike OR river", "oldest")
    ids = [head.id for head in heads_of(found)]
    everyone = [article.id for article in ARTICLES]
    assert found.places(everyone) == {one: place for place, one in enumerate(ids)}
    assert found.places(ids[2:3]) == {ids[2]: 2}
    strangers = [article_id("stranger"), ArticleId("no id"), ArticleId("f" * 17)]
    assert found.places([]) == found.places(strangers) == {}


def test_the_article_in_a_place_is_known_once_its_row_was_given(engine: Engine) -> None:
    fill(engine)
    found = search(engine, "", "newest")
    assert found.known_id(2) in {None, article_id("h")}
    found.rows(1, 4)
    assert [found.known_id(place) for place in (1, 2, 3)] == [article_id(one) for one in "ihg"]
    assert found.known_id(99) is None


def test_a_question_that_was_overtaken_is_not_answered(engine: Engine) -> None:
    fill(engine)
    with pytest.raises(CancelledError):
        engine.read(lambda snapshot: snapshot.search(parse("strike").root, "newest", lambda: True))
    assert search(engine, "strike").total.count == 3
