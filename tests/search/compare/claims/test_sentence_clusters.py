from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from search.compare.claims.sentence_clusters import Edge, Node, clusters

A, B, C, D = (Node(version, 0) for version in range(4))


def linked(*pairs: tuple[Node, Node]) -> list[Edge]:
    return [Edge(one, other, 0.95) for one, other in pairs]


def test_sentences_that_all_meet_are_one_cluster() -> None:
    assert clusters(linked(*combinations((A, B, C, D), 2))) == [(A, B, C, D)]


def test_a_row_of_sentences_that_each_only_resemble_the_next_is_more_than_one() -> None:
    assert len(clusters(linked((A, B), (B, C), (C, D)))) == 2


def test_the_surest_links_join_first() -> None:
    edges = [Edge(A, B, 0.93), Edge(B, C, 0.99), Edge(C, D, 0.93)]
    assert clusters(edges) == [(A, B, C), (D,)]


def test_two_sentences_of_an_article_are_one_claim_where_another_joins_them() -> None:
    second = Node(0, 1)
    assert clusters(linked((A, B), (second, B))) == [(A, second, B)]


def test_without_links_there_is_none() -> None:
    assert clusters([]) == []


@given(
    st.sets(
        st.tuples(
            st.builds(Node, st.integers(0, 3), st.integers(0, 3)),
            st.builds(Node, st.integers(4, 7), st.integers(0, 3)),
        ),
        max_size=40,
    )
)
def test_every_linked_sentence_is_in_one_cluster_and_order_makes_no_difference(
    pairs: set[tuple[Node, Node]],
) -> None:
    edges = linked(*pairs)
    found = clusters(edges)
    held = [node for nodes in found for node in nodes]
    assert sorted(held) == sorted({node for pair in pairs for node in pair})
    assert clusters(edges[::-1]) == found
