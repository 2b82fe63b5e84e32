from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from search.engine.whoosh.retrieval.hits import Hits, intersect, subtract, union
from search.engine.whoosh.retrieval.top_k import top_k
from search.engine.whoosh.segments.arrays import places

keys = st.lists(st.integers(0, 5).map(float), max_size=30)
SIZE = 64
docs = st.sets(st.integers(0, SIZE - 1), max_size=SIZE)


def hits(some: set[int]) -> Hits:
    return Hits(np.array(sorted(some), np.int64), np.array([doc + 1.0 for doc in sorted(some)]))


@given(keys, st.integers(0, 40))
def test_the_best_are_those_that_sorting_all_puts_first(some: list[float], count: int) -> None:
    order = sorted(range(len(some)), key=lambda i: -some[i])
    assert top_k(np.array(some), count).tolist() == order[:count]


@given(st.lists(docs, max_size=4))
def test_a_union_adds_scores_up(several: list[set[int]]) -> None:
    found = union([hits(some) for some in several], SIZE)
    expected = sorted(set().union(*several))
    assert found.docs.tolist() == expected
    assert found.scores.tolist() == [
        (doc + 1.0) * sum(doc in some for some in several) for doc in expected
    ]


@given(docs, docs)
def test_few_are_put_among_many_as_many_among_many(some: set[int], more: set[int]) -> None:
    many = {doc * 40 + i for doc in some for i in range(40)}
    found = union([hits(many), hits(more)], 40 * SIZE)
    assert dict(zip(found.docs.tolist(), found.scores.tolist(), strict=True)) == {
        doc: (doc + 1.0) * ((doc in many) + (doc in more)) for doc in many | more
    }


@given(docs, docs)
def test_what_is_kept_and_what_is_dropped(some: set[int], others: set[int]) -> None:
    chosen = np.array(sorted(others), np.int64)
    assert plain(intersect(hits(some), chosen, SIZE)) == plain(hits(some & others))
    assert plain(subtract(hits(some), chosen, SIZE)) == plain(hits(some - others))


def plain(found: Hits) -> list[list[float]]:
    return [found.docs.tolist(), found.scores.tolist()]


@given(docs, docs)
def test_wanted_articles_are_found_where_they_are(some: set[int], wanted: set[int]) -> None:
    held = np.array(sorted(some), np.uint16)
    asked = np.array(sorted(wanted), np.int64)
    there, at = places(held, asked, SIZE)
    assert asked[there].tolist() == held[at].tolist() == sorted(some & wanted)
