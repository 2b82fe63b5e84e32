"""What a comparison leaves out so that no article costs it more than its length."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from time import process_time
from typing import TYPE_CHECKING

import pytest

from search import Article, ArticleId, Block
from search.compare import compare
from search.compare.names.aliases import full_names
from search.compare.sentences.strongest import MOST_LINKS, ScoredPair, strongest

if TYPE_CHECKING:
    from search.compare import Comparison

WORDS = (
    "harbour bridge repair ferry winter council market signal orchard lantern valley copper".split()
)


def article(text: str) -> Article:
    return Article(ArticleId("0" * 16), "a.md", (Block("paragraph", text),))


def links(found: Comparison) -> list[tuple[int, int]]:
    return [(link.left, link.right) for link in found.links]


def test_a_sentence_has_only_so_many_links_and_both_sides_say_so() -> None:
    one = article("The harbour bridge reopened on Sunday.")
    many = article(" ".join(f"The harbour bridge reopened on {word} Sunday." for word in WORDS * 4))
    found = compare(one, many)
    assert len(found.links) == MOST_LINKS
    said = "from the comparison, all but the 32 strongest links of a sentence"
    assert found.left.cuts == found.right.cuts == (said,)


def test_words_that_all_sentences_share_are_passed_over_and_told() -> None:
    rows = [f"Harbour bridge repair ferry winter council {a}{b}." for a in WORDS for b in WORDS]
    found = compare(article(" ".join(rows * 6)), article(" ".join(reversed(rows * 6))))
    assert "from the comparison, words that too many sentences share" in found.left.cuts
    assert max(Counter(left for left, _ in links(found)).values()) <= MOST_LINKS


@pytest.mark.parametrize("times", [1, 30])
def test_what_is_left_out_is_the_same_for_both_orders_of_the_sides(times: int) -> None:
    rows = [f"The {a} {b} reopened near the {c}." for a, b in pairwise(WORDS) for c in WORDS]
    left = article(" ".join(rows * times))
    right = article(" ".join(reversed(rows)))
    found, mirrored = compare(left, right), compare(right, left)
    assert mirrored == found.mirrored()
    assert bool(found.left.cuts) is (times > 1)


def test_the_strongest_are_best_for_both() -> None:
    rows = [[ScoredPair(i, j, 0.5) for j in range(100)] for i in range(100)]
    kept, more = strongest(rows)
    assert more
    assert {(pair.left, pair.right) for pair in kept} == {(pair.right, pair.left) for pair in kept}
    assert all((pair.left, pair.left) in {(p.left, p.right) for p in kept} for pair in kept)
    few = [[ScoredPair(0, 1, 0.5)], [ScoredPair(1, 0, 0.2), ScoredPair(1, 1, 0.3)]]
    assert strongest(few) == ([pair for row in few for pair in row], False)


def test_a_surname_of_thousands_is_looked_up() -> None:
    names = [("guaido",), *((f"a{i}", "guaido") for i in range(20_000))]
    assert full_names(names)[("guaido",)] == ("guaido",)
    assert full_names([("guaido",), ("juan", "guaido")])[("guaido",)] == ("juan", "guaido")


@pytest.mark.parametrize("many", ["Roe v. Wade v. ", "Aab Bbc, ", "“The Aab of Bbc “"])
def test_names_of_one_sentence_cost_no_more_than_its_length(many: str) -> None:
    took = []
    for times in (500, 4_000):
        long = article(many * times)
        start = process_time()
        compare(long, long)
        took.append(process_time() - start)
    assert took[1] < 32 * max(took[0], 0.02)  # eight times the length, and four for chance
