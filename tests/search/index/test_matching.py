from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from search.highlight.spans import near as lit
from search.index.matching import near

if TYPE_CHECKING:
    from collections.abc import Sequence

LETTERS = st.sampled_from("abcd")


def places(words: Sequence[str]) -> dict[str, list[int]]:
    return {word: [i for i, w in enumerate(words) if w == word] for word in "abcd"}


@given(st.lists(LETTERS, max_size=12), st.lists(LETTERS, min_size=2, max_size=4), st.integers(0, 6))
def test_the_index_and_the_highlighter_agree_on_what_is_near(
    words: list[str], wanted: list[str], slop: int
) -> None:
    assert near(places(words), wanted, slop) == any(True for _ in lit(words, wanted, slop))


def test_at_most_so_many_other_words_lie_between() -> None:
    words = "a d d b".split()
    assert near(places(words), ["b", "a"], 2)
    assert not near(places(words), ["b", "a"], 1)


def test_a_word_wanted_twice_must_stand_twice() -> None:
    assert not near(places("a b".split()), ["a", "a"], 9)
    assert near(places("a b a".split()), ["a", "a"], 1)
