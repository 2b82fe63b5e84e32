"""The same sentence has the same key wherever it stands; a quotation has none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.text import NO_KEY, KeyedSentence, left_out, sentence_keys, sentences


def keys(text: str) -> list[int]:
    return sentence_keys(text, sentences(text))


def test_case_and_edges_make_no_difference() -> None:
    first, second = keys("Sign up for our letter. The levee held all night.")
    assert keys("SIGN UP FOR OUR LETTER!") == [first]
    assert keys("• Sign up for our letter") == [first]
    assert first != second
    assert NO_KEY not in {first, second}


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("“The levee held,” she said. Nobody was hurt.", [False, True]),
        ("“The levee held. It always has. It will again,” she said. Rain fell.", [False] * 3 + [True]),
        ('"The levee held. It always has." Rain fell.', [False, False, True]),
        ("«Die Deiche halten», sagte er. Es regnet.", [False, True]),
        ("Die Deiche halten. „Noch. Wie lange“, fragte er. Es regnet.", [True, False, False, True]),
        ("—", [False]),
    ],
)  # fmt: skip
def test_what_is_quoted_has_no_key(text: str, known: list[bool]) -> None:
    assert [key != NO_KEY for key in keys(text)] == known


@given(st.text())
def test_there_is_one_for_each_sentence(text: str) -> None:
    found = keys(text)
    assert len(found) == len(sentences(text))
    assert all(0 <= key < 1 << 32 for key in found)


def said(*words: int, ends: int = -1) -> list[KeyedSentence]:
    """Make sentences of so many words with keys 1, 2, …; all are one block, or two from `ends` on."""
    last = len(words) - 1
    return [KeyedSentence(i + 1, n, i in {last, ends}) for i, n in enumerate(words)]


def test_a_block_of_nothing_else_is_left_out_however_short_it_is() -> None:
    assert left_out(said(2, 3), {1, 2}.__contains__) == [True, True]
    assert left_out(said(2, 9, ends=0), {1}.__contains__) == [True, False]


def test_amid_others_only_long_sentences_are_left_out() -> None:
    assert left_out(said(5, 9), {1}.__contains__) == [False, False]
    assert left_out(said(6, 9), {1}.__contains__) == [True, False]


def test_a_sentence_without_a_word_decides_nothing() -> None:
    assert left_out(said(2, 0), {1, 2}.__contains__) == [True, False]
    assert left_out([], {1}.__contains__) == []
