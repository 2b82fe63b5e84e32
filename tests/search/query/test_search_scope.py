"""Where words are sought: `in:all` and `in:story`."""

from __future__ import annotations

import pytest

from search.errors import QueryError
from search.query import And, Everything, Not, everywhere, only_folded, parse


def test_in_all_speaks_of_the_whole_query_wherever_it_stands() -> None:
    asked = parse("strike (port OR harb*)").root
    for text in ("in:all strike (port OR harb*)", "strike (in:ALL port OR harb*)"):
        assert parse(text).root == everywhere(asked)
    assert parse("in:story strike").root == parse("strike").root
    assert isinstance(parse("in:all").root, Everything)


def test_fields_and_what_is_unwanted_stay_where_they_are() -> None:
    asked = parse("title:strike source:dw -port date:2019").root
    assert everywhere(asked) is asked
    widened = everywhere(parse('strike -"the port"').root)
    assert isinstance(widened, And)
    assert isinstance(widened.children[1], Not)
    assert widened.children[1] == parse('-"the port"').root


def test_only_folded_leaves_out_what_is_found_anyway() -> None:
    root = parse("strike").root
    assert only_folded(root) == And(root.span, (everywhere(root), Not(root.span, root)))
    assert only_folded(parse("").root) is None
    assert only_folded(parse("in:all strike").root) is None


@pytest.mark.parametrize(
    ("text", "position", "why"),
    [("in:body strike", 3, "all or story"), ("strike -in:all", 7, "NOT"), ("in:", 0, "value")],
)
def test_what_it_does_not_go_with(text: str, position: int, why: str) -> None:
    with pytest.raises(QueryError, match=why) as caught:
        parse(text)
    assert caught.value.position == position
