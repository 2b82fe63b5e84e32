"""Words read a chunk at a time are those that a text's tokens are, with their variants."""

from __future__ import annotations

from itertools import chain

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from search.engine.whoosh.build.hash_table import HashTable
from search.engine.whoosh.build.vocabulary import ChunkVocabulary
from search.text import is_variant, stem, tokenize, with_variants

chunks = st.text(alphabet="aBcÉé1.,:'’\"“”()[]-–;!?İ軍ย\xa0\0\t…", max_size=20)
known = st.sampled_from("the The THE the. (the the), U.S. “U.S.” e.g. 1,500.25. don't it’s".split())
texts = st.lists(
    st.lists(st.lists(chunks | known, max_size=6).map(" ".join), max_size=3).map("\n".join),
    min_size=1,
    max_size=5,
)


def plainly(text: str) -> list[str]:
    """Give the words of a text with their variants, an empty one between two lines."""
    lines = [[token.form for token in with_variants(line)] for line in text.split("\n")]
    return [form for line in lines for form in ("", *line)][1:]


@given(st.lists(texts, min_size=1, max_size=3))
@example([["the U.S. U.S U.S., (U.S.) A.B ab. é.é. é.b. a.b.", "\n\n", ""]])
@example([["x" * 16 + " " + "x" * 17 + " " + "x" * 70]])
def test_the_words_are_those_of_the_text(batches: list[list[str]]) -> None:
    vocabulary = ChunkVocabulary()
    for batch in batches:
        raw = [text.encode() for text in batch]
        bounds = np.cumsum([0, *(len(one) + 1 for one in raw)])
        numbers, sizes = vocabulary.read(b" ".join(raw), bounds)
        forms, stems = vocabulary.listed()
        expected = [plainly(text) for text in batch]
        assert [forms[number] for number in numbers.tolist()] == list(chain(*expected))
        assert sizes.tolist() == list(map(len, expected))
        words = [token.form for text in batch for token in tokenize(text)]
        assert [form for form in chain(*expected) if form and not is_variant(form)] == words
        assert [bool(form) and is_variant(form) for form in forms] == vocabulary.variants().tolist()
        assert [stem(form) for form in forms] == stems


keys = st.tuples(st.integers(1, 1 << 60), st.integers(0, 9))


@given(st.lists(st.sets(keys | st.tuples(st.integers(1, 5), st.just(0)), max_size=9), max_size=5))
def test_a_table_knows_what_was_put_in_and_what_was_not(
    batches: list[set[tuple[int, int]]],
) -> None:
    table = HashTable()
    known: dict[tuple[int, int], int] = {}
    for batch in batches:
        asked = sorted(batch)
        low, high = np.array(asked, np.uint64).reshape(-1, 2).T
        numbers, missing = table.get(low, high)
        new = [asked[i] for i in missing.tolist()]
        assert sorted(new) == sorted(batch - known.keys())
        there = dict(zip(asked, numbers.tolist(), strict=True))
        assert {key: there[key] for key in batch & known.keys()} == {
            key: known[key] for key in batch & known.keys()
        }
        fresh = {key: len(known) + i for i, key in enumerate(new)}
        low, high = np.array([*fresh], np.uint64).reshape(-1, 2).T
        table.put(low, high, np.array([*fresh.values()], np.uint32))
        known |= fresh


def test_a_table_grows() -> None:
    table = HashTable()
    low = np.arange(1, 50_001, dtype=np.uint64)
    for some in np.split(low, 10):
        table.put(some, some, some.astype(np.uint32))
    numbers, missing = table.get(low, low)
    assert not len(missing)
    assert (numbers == low).all()
    assert len(table.get(low, low + np.uint64(1))[1]) == len(low)
