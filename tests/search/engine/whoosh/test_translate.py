from __future__ import annotations

import pytest
from whoosh.query.compound import And, Or
from whoosh.query.terms import Term

from search.engine.whoosh.segments.stem_index import EITHER
from search.engine.whoosh.translate import translate
from search.query import parse


@pytest.mark.parametrize("join", [" ", " OR "])
def test_what_is_said_twice_is_looked_for_once(join: str) -> None:
    query = translate(parse(join.join(["a*", "b*"] * 200)).root)
    assert isinstance(query, And | Or)
    assert len(query.subqueries) == 2


def weights(text: str) -> dict[str, float]:
    """Give how much each word counts where it stands in the story."""
    leaves = translate(parse(text).root).leaves()
    return {
        leaf.text.partition(EITHER)[0]: round(leaf.boost, 3)
        for leaf in leaves
        if isinstance(leaf, Term) and leaf.fieldname == "body"
    }


@pytest.mark.parametrize("join", [" ", " OR "])
def test_what_is_said_again_counts_more_each_time_by_less(join: str) -> None:
    assert weights(join.join(["war", "oil", "oil", "gas", "gas", "gas"])) == {
        "war": 1.0,
        "oil": 1.375,
        "gas": 1.571,
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the war", {"the": 0.0, "war": 1.0}),
        ("war OR the", {"the": 0.0, "war": 1.0}),
        ("war (of the)", {"of": 0.0, "the": 0.0, "war": 1.0}),
        ("to be", {"to": 1.0, "be": 1.0}),
        ("who us sanctions", {"who": 1.0, "us": 1.0, "sanction": 1.0}),
    ],
)
def test_function_words_count_only_among_themselves(text: str, expected: dict[str, float]) -> None:
    assert weights(text) == expected
