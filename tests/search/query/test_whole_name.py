from __future__ import annotations

import pytest

from search.errors import QueryError
from search.query import And, FromSource, Phrase, Term, describe, parse
from search.text import Span

HERE = Span(0, 0)


def test_a_name_behind_an_equals_sign_is_meant_whole() -> None:
    assert parse('source:="The Hill"').root == FromSource(HERE, frozenset({"The Hill"}))
    assert parse('site:="dw"').root == FromSource(HERE, frozenset({"dw"}))
    assert describe(parse('ferry source:="The Hill"')) == "any form of ferry and from The Hill"


def test_it_stands_where_it_was_typed() -> None:
    root = parse('ferry source:="The Hill"').root
    assert isinstance(root, And)
    assert root.children[1].span == Span(6, 24)


def test_without_quotation_marks_a_name_is_words() -> None:
    assert parse('source:"The Hill"').root == Phrase(
        HERE, ("the", "hill"), stemmed=False, field="source"
    )
    assert isinstance(parse("source:=hill").root, Term)


@pytest.mark.parametrize("query", ["source:=", 'source:= "a"', 'title:="a"'])
def test_what_is_no_name_is_refused(query: str) -> None:
    with pytest.raises(QueryError):
        parse(query)
