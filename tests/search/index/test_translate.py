from __future__ import annotations

import pytest
from whoosh.query.compound import And, Or

from search.index.translate import translate
from search.query import parse


@pytest.mark.parametrize("join", [" ", " OR "])
def test_what_is_said_twice_is_looked_for_once(join: str) -> None:
    query = translate(parse(join.join(["a*", "b*"] * 200)).root)
    assert isinstance(query, And | Or)
    assert len(query.subqueries) == 2
