"""Sentences in five bytes each; a very long one takes several entries."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from search.engine.whoosh.recurrence.packed_sentences import (
    ENDS_BLOCK,
    KEY,
    pack_sentences,
    told_sentences,
)
from search.text import NO_KEY, KeyedSentence

SENTENCES = st.lists(
    st.builds(KeyedSentence, st.integers(0, 2**32 - 1), st.integers(0, 1_000), st.booleans())
)


@given(SENTENCES)
def test_keys_words_and_ends_of_blocks_stay(sentences: list[KeyedSentence]) -> None:
    packed = pack_sentences(sentences)
    keys = np.frombuffer(packed.keys, KEY).tolist()
    lengths = list(packed.lengths)
    assert len(keys) == len(lengths)
    words = [length % ENDS_BLOCK for length in lengths]
    assert sum(words) == sum(one.words for one in sentences)
    assert sum(length >= ENDS_BLOCK for length in lengths) == sum(
        one.ends_block for one in sentences
    )
    assert {*keys} == {one.key for one in sentences}


def test_one_of_three_hundred_words_takes_three() -> None:
    packed = pack_sentences([KeyedSentence(9, 300, ends_block=True)])
    assert np.frombuffer(packed.keys, KEY).tolist() == [9, 9, 9]
    assert list(packed.lengths) == [127, 127, 46 + ENDS_BLOCK]


@given(SENTENCES)
def test_keys_and_the_count_of_words_are_told_again(sentences: list[KeyedSentence]) -> None:
    keys, words = told_sentences(pack_sentences(sentences))
    assert keys == {one.key for one in sentences} - {NO_KEY}
    assert words == sum(one.words for one in sentences)
