"""A query without what filters by one of its facets."""

from __future__ import annotations

import pytest

from search.article import ArticleId
from search.query import Among, And, FromSource, Query, describe, parse, without
from search.text import Span

HERE = Span(0, 0)


@pytest.mark.parametrize(
    ("query", "by_source", "by_month"),
    [
        ("", "", ""),
        ("russia", "russia", "russia"),
        ("source:dw", "", "source:dw"),
        ("date:2019", "date:2019", ""),
        ("russia source:dw", "russia", "russia source:dw"),
        ('russia source:"the hill" date:2019', "russia date:2019", 'russia source:"the hill"'),
        ("russia -source:dw", "russia", "russia -source:dw"),
        ("russia (source:dw OR source:hill)", "russia", "russia (source:dw OR source:hill)"),
        (
            "(russia OR source:dw) date:2019",
            "(russia OR source:dw) date:2019",
            "russia OR source:dw",
        ),
        ("source:dw date:2019", "date:2019", "source:dw"),
        ("russia title:dw", "russia title:dw", "russia title:dw"),
        ("russia (source:? OR source:dw)", "russia", "russia (source:? OR source:dw)"),
        ("russia (date:? OR date:2019)", "russia (date:? OR date:2019)", "russia"),
        ("russia after:2019 before:2020", "russia after:2019 before:2020", "russia"),
    ],
)
def test_filters_joined_by_and_are_left_out(query: str, by_source: str, by_month: str) -> None:
    root = parse(query).root
    assert without(root, "source") == parse(by_source).root
    assert without(root, "month") == parse(by_month).root


def test_a_query_without_such_filters_is_given_as_it_is() -> None:
    root = parse("russia (coup OR uprising)").root
    assert without(root, "source") is root
    assert without(root, "month") is root


def test_sources_named_whole_are_filters_and_sets_of_articles_are_none() -> None:
    word = parse("russia").root
    sources, among = FromSource(HERE, frozenset({"DW", None})), Among(HERE, frozenset())
    assert without(And(HERE, (word, sources)), "source") == word
    both = And(HERE, (word, among))
    assert without(both, "source") is without(both, "month") is both


def test_leaves_nobody_types_are_said_in_words_too() -> None:
    sources = FromSource(HERE, frozenset({"DW", None}))
    assert describe(Query("", sources)) == "from DW or an unknown source"
    among = Among(HERE, frozenset({ArticleId("a" * 16)}))
    assert describe(Query("", And(HERE, (parse("coup").root, among)))) == (
        "any form of coup and one of 1 article"
    )
