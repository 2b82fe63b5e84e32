"""Counts by source and month, and searches within a set of articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from corpus import fill
from engines import make_article, put
from found import heads_of

from search.library import article_id
from search.query import Among, And, FromSource, Not, Or, parse
from search.text import Span

if TYPE_CHECKING:
    from search.engine import Engine, Found
    from search.query import Node

HERE = Span(0, 0)


def search(engine: Engine, root: Node) -> Found:
    return engine.read(lambda snapshot: snapshot.search(root))


def paths(engine: Engine, root: Node) -> str:
    return "".join(sorted(head.path for head in heads_of(search(engine, root))))


def among(paths: str) -> Among:
    return Among(HERE, frozenset(map(article_id, paths)))


def test_sources_come_most_frequent_first_and_the_unknown_last_of_equals(engine: Engine) -> None:
    fill(engine)
    found = search(engine, parse("").root)
    assert found.counts("source") == (
        ("Daily Tide", 2), ("Pilot", 2), (None, 2), ("Elbe Bote", 1), ("Le Quai", 1),
        ("Minato", 1), ("The Pilot", 1),
    )  # fmt: skip
    assert search(engine, parse("strike").root).counts("source") == (
        ("Daily Tide", 2),
        ("Pilot", 1),
    )


def test_months_come_oldest_first_and_the_undated_last(engine: Engine) -> None:
    fill(engine)
    found = search(engine, parse("").root)
    assert found.counts("month") == (("2023-12", 1), ("2024-04", 1), ("2024-05", 7), (None, 1))
    assert search(engine, parse("nobody").root).counts("month") == ()


def test_authors_tags_and_languages_are_counted_each_by_itself(engine: Engine) -> None:
    put(
        engine,
        make_article(
            "a", "Ferry.", authors=("Ana Lee", "Bo Li"), tags=("sea", "port"), language="en"
        ),
        make_article("b", "Ferry.", authors=("Bo Li", "Bo Li"), tags=("port",), language="en-GB"),
        make_article("c", "Bridge.", language="en"),
    )
    found = search(engine, parse("").root)
    assert found.counts("author") == (("Bo Li", 2), ("Ana Lee", 1), (None, 1))
    assert found.counts("tag") == (("port", 2), ("sea", 1), (None, 1))
    assert found.counts("lang") == (("en", 2), ("en-GB", 1))
    ferry = search(engine, parse("ferry author:lee").root)
    assert ferry.counts("author") == (("Ana Lee", 1), ("Bo Li", 1))
    assert ferry.counts("author", own_filters=False) == (("Bo Li", 2), ("Ana Lee", 1))


@pytest.mark.parametrize(
    ("query", "sources", "months"),
    [
        ("strike source:pilot", {"Pilot": 1, "Daily Tide": 2}, {"2024-05": 1}),
        ("strike -source:pilot", {"Pilot": 1, "Daily Tide": 2}, {"2024-05": 1, None: 1}),
        ("source:tide OR source:pilot", {}, {"2024-04": 1, "2024-05": 3, None: 1}),
        ("river date:2024", {"Pilot": 1}, {"2023-12": 1, "2024-04": 1}),
        ("river date:2024 source:pilot", {"Pilot": 1}, {"2024-04": 1}),
        ("(strike OR source:quai) date:2024", {"Pilot": 1, "Daily Tide": 1, "Le Quai": 1}, {}),
    ],
)
def test_each_facet_is_counted_while_the_other_filters_hold(
    engine: Engine, query: str, sources: dict[str, int], months: dict[str | None, int]
) -> None:
    fill(engine)
    found = search(engine, parse(query).root)
    if sources:
        assert dict(found.counts("source", own_filters=False)) == sources
    else:
        everything = search(engine, parse("").root)
        assert found.counts("source", own_filters=False) == everything.counts("source")
    if months:
        assert dict(found.counts("month", own_filters=False)) == months


def test_articles_of_a_set(engine: Engine) -> None:
    fill(engine)
    assert paths(engine, among("ace")) == "ace"
    assert paths(engine, among("")) == ""
    assert paths(engine, Among(HERE, frozenset({article_id("stranger")}))) == ""
    strike = parse("strike").root
    assert paths(engine, And(HERE, (strike, among("ac")))) == "a"
    assert paths(engine, And(HERE, (strike, Not(HERE, among("ac"))))) == "be"
    assert paths(engine, Or(HERE, (strike, among("gh")))) == "abegh"
    assert paths(engine, Not(HERE, among("abcd"))) == "efghij"


def test_a_set_is_counted_and_ordered_like_any_search(engine: Engine) -> None:
    fill(engine)
    root = And(HERE, (parse("strike").root, among("abc")))
    found = engine.read(lambda snapshot: snapshot.search(root, "newest"))
    assert found.counts("source") == (("Daily Tide", 1), ("Pilot", 1))
    assert [head.path for head in heads_of(found)] == ["b", "a"]
    assert found.places([article_id("a")]) == {article_id("a"): 1}


def test_articles_of_sources_named_whole(engine: Engine) -> None:
    fill(engine)

    def of(*names: str | None) -> str:
        return paths(engine, FromSource(HERE, frozenset(names)))

    assert of("Pilot") == "ac"
    assert of("The Pilot", "Minato") == "hi"
    assert of(None) == "dj"
    assert of("Pilot", None) == "acdj"
    assert of("pilot") == of() == ""
    found = search(
        engine, And(HERE, (parse("strike").root, FromSource(HERE, frozenset({"Pilot"}))))
    )
    assert dict(found.counts("source", own_filters=False)) == {"Daily Tide": 2, "Pilot": 1}
