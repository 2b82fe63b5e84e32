"""What is kept of a story, and its stems found again."""

from __future__ import annotations

from itertools import combinations

from search.stories import KeptTerms, level, levelled, number, recovered

TERMS = [("strike", 9.0, False), ("westhaven", 5.1, True), ("crane", 1.0, False)]
KEPT = KeptTerms({number(stem): (level(w), name) for stem, w, name in TERMS}, frozenset(), 3)


def test_stems_are_found_again_among_the_words_of_the_article() -> None:
    assert recovered(KEPT, ["the", "crane", "westhaven", "strike", "strike"]) == levelled(TERMS)


def test_levels_order_a_profile_and_stems_equals() -> None:
    terms = [("b", 1.0, False), ("a", 1.1, True), ("c", 80.0, False)]
    assert levelled(terms) == [("c", 6.0, False), ("a", 1.0, True), ("b", 1.0, False)]


def test_an_article_that_lacks_a_stem_is_another_one() -> None:
    assert recovered(KEPT, ["crane", "strike"]) is None


def test_of_two_stems_with_one_number_the_one_used_more_often_is_meant() -> None:
    first, other = _colliding()
    kept = KeptTerms({number(first): (0, False)}, frozenset(), 1)
    assert recovered(kept, [first]) == [(first, 1.0, False)]
    assert recovered(kept, [other, first, first]) == [(first, 1.0, False)]
    assert recovered(kept, [first, other, other]) == [(other, 1.0, False)]


def _colliding() -> tuple[str, str]:
    seen: dict[int, str] = {}
    for letters in combinations("abcdefghijklmnopqrst", 5):
        word = "".join(letters)
        if other := seen.get(number(word)):
            return other, word
        seen[number(word)] = word
    raise AssertionError
