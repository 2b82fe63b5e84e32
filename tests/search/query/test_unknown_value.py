from __future__ import annotations

import pytest

from search.errors import QueryError
from search.query import parse
from search.query.unknown_value import FIELDS, unknown_field


@pytest.mark.parametrize("field", sorted(FIELDS))
def test_a_question_mark_as_a_value_means_not_known(field: str) -> None:
    assert unknown_field(parse(f"{field}:?").root) == field


@pytest.mark.parametrize("query", ["source:dw", "-author:ana", "-date:2019", "ferry", "title:a?b"])
def test_other_trees_mean_something_else(query: str) -> None:
    assert unknown_field(parse(query).root) is None


@pytest.mark.parametrize("query", ["title:?", "note:?", "after:?", 'source:"—"'])
def test_where_nothing_can_be_unknown_it_is_refused(query: str) -> None:
    with pytest.raises(QueryError):
        parse(query)


def test_names_of_fields_that_mean_the_same_do_so_here_too() -> None:
    assert parse("site:?").root == parse("feed:?").root == parse("source:?").root
    assert parse("from:?").root == parse("author:?").root
