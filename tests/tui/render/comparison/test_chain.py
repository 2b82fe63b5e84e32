from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from search import Link
from tui.render.comparison import chain

ends = st.tuples(st.integers(0, 7), st.integers(0, 7))
some_links = st.lists(
    st.tuples(ends, st.integers(1, 9)), unique_by=lambda pair: pair[0], max_size=9
).map(lambda pairs: sorted((Link(*at, score, "related") for at, score in pairs), key=_ends))


def _ends(link: Link) -> tuple[int, int]:
    return link.left, link.right


def _uncrossed(links: list[Link]) -> bool:
    return all(a.left < b.left and a.right < b.right for a, b in pairwise(links))


def test_a_crossing_link_gives_way_to_the_heavier_ones() -> None:
    links = [Link(0, 5, 0.5, "related"), Link(1, 1, 0.4, "related"), Link(2, 2, 0.4, "related")]

    assert chain(links) == (1, 2)


def test_the_selected_link_is_always_in_the_chain() -> None:
    links = [Link(0, 5, 0.1, "related"), Link(1, 1, 0.9, "related"), Link(2, 6, 0.9, "related")]

    assert chain(links, including=0) == (0, 2)


@given(some_links)
def test_no_heavier_set_of_uncrossed_links_exists(links: list[Link]) -> None:
    picked = [links[i] for i in chain(links)]

    assert _uncrossed(picked)
    best = max(
        sum(link.score for link in some)
        for size in range(len(links) + 1)
        for some in combinations(links, size)
        if _uncrossed(list(some))
    )
    assert sum(link.score for link in picked) == best


@given(some_links.filter(bool), st.data())
def test_a_chain_through_any_link_has_no_crossings(links: list[Link], data: st.DataObject) -> None:
    including = data.draw(st.integers(0, len(links) - 1))

    places = chain(links, including)

    assert including in places
    assert _uncrossed([links[i] for i in places])
