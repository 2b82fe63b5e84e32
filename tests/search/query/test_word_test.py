from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.query import Fuzzy, Prefix, Term, Wildcard, word_test
from search.query.word_test import wildcard_pattern, within_edits
from search.text import Span

HERE = Span(0, 1)
LETTERS = st.text("abc", max_size=7)


@pytest.mark.parametrize(
    ("leaf", "word", "meant"),
    [
        (Term(HERE, "sanctions", stemmed=True), "sanctioned", True),
        (Term(HERE, "sanctions", stemmed=False), "sanction", False),
        (Prefix(HERE, "sanct"), "sanctuary", True),
        (Prefix(HERE, "sanct"), "sank", False),
        (Wildcard(HERE, "def*ion"), "defection", True),
        (Wildcard(HERE, "def*ion"), "defections", False),
        (Wildcard(HERE, "wom?n"), "women", True),
        (Wildcard(HERE, "wom?n"), "womn", False),
        (Fuzzy(HERE, "maduro"), "madura", True),
        (Fuzzy(HERE, "maduro"), "mauduro", True),
        (Fuzzy(HERE, "maduro"), "amduro", False),
        (Fuzzy(HERE, "guaido", edits=2), "giado", True),
    ],
)
def test_which_words_a_leaf_means(leaf: Term, word: str, meant: bool) -> None:
    assert bool(word_test(leaf)(word)) is meant


def glob(pattern: str, word: str) -> bool:
    """The definition of a pattern, tried out."""
    if not pattern:
        return not word
    if pattern[0] == "*":
        return any(glob(pattern[1:], word[i:]) for i in range(len(word) + 1))
    return bool(word) and pattern[0] in {"?", word[0]} and glob(pattern[1:], word[1:])


@given(st.text("ab*?", max_size=8), st.text("ab", max_size=8))
def test_a_pattern_fits_what_its_definition_says(pattern: str, word: str) -> None:
    assert bool(wildcard_pattern(pattern).fullmatch(word)) == glob(pattern, word)


def test_a_vicious_pattern_fails_at_once() -> None:
    # Trying every way to share out the letters would outlast the test run.
    assert not wildcard_pattern("*a" * 30 + "*b").fullmatch("a" * 64)


def distance(a: str, b: str) -> int:
    """Optimal string alignment, by its recursive definition."""

    @cache
    def d(i: int, j: int) -> int:
        if not i or not j:
            return i + j
        best = min(d(i - 1, j) + 1, d(i, j - 1) + 1, d(i - 1, j - 1) + (a[i - 1] != b[j - 1]))
        if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
            best = min(best, d(i - 2, j - 2) + 1)
        return best

    return d(len(a), len(b))


@given(LETTERS, LETTERS, st.integers(1, 2))
def test_fuzzy_counts_edits(form: str, word: str, edits: int) -> None:
    assert within_edits(form, word, edits) == (
        form[:1] == word[:1] and distance(form, word) <= edits
    )
