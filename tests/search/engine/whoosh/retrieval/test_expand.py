"""Expanding a leaf over a lexicon means what `word_test` says of each word."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from search.engine.whoosh.retrieval import edit_distance
from search.engine.whoosh.retrieval.expand import expand
from search.engine.whoosh.segments.lexicon import Lexicon, write_lexicon
from search.engine.whoosh.segments.segment_file import SegmentFile
from search.engine.whoosh.segments.segment_output import SegmentOutput
from search.query import Fuzzy, Prefix, Wildcard, word_test
from search.query.word_test import within_edits
from search.text import Span

HERE = Span(0, 0)
letters = st.text(alphabet="abcé軍’", min_size=1, max_size=6)
patterns = st.text(alphabet="ab*?é", min_size=1, max_size=5)
leaves = st.one_of(
    st.builds(Prefix, st.just(HERE), letters),
    st.builds(Wildcard, st.just(HERE), patterns),
    st.builds(Fuzzy, st.just(HERE), letters, st.integers(1, 2)),
)


@settings(deadline=None)
@given(st.sets(letters, max_size=30), st.lists(leaves, max_size=8))
@example({"a" * 60}, [Wildcard(HERE, "?*" * 30 + "z")])  # must not try all ways
@example({"a"}, [Fuzzy(HERE, "aaa")])  # longer than all words together
def test_the_words_are_those_that_pass_the_test(
    words: set[str], some: list[Prefix | Wildcard | Fuzzy]
) -> None:
    ordered = sorted(word.encode() for word in words)
    with tempfile.TemporaryDirectory() as name:
        path = Path(name, "lexicon")
        with SegmentOutput(path) as out:
            write_lexicon(out, "it", ordered)
            out.close({})
        lexicon = Lexicon(SegmentFile(path), "it")
        assert lexicon.words() == ordered
        assert [lexicon.find(word) for word in ordered] == list(range(len(ordered)))
        for leaf in some:
            test = word_test(leaf)
            meant = [lexicon.word(int(number)).decode() for number in expand(lexicon, leaf)]
            assert meant == [word for word in map(bytes.decode, ordered) if test(word)]


@given(letters, st.lists(letters, min_size=1, max_size=10), st.integers(1, 2))
def test_both_ways_of_measuring_agree_with_the_definition(
    form: str, words: list[str], edits: int
) -> None:
    measured = edit_distance.distances(form, words)
    for word, far in zip(words, measured.tolist(), strict=True):
        assert edit_distance.reaches(form, word, edits) == (far <= edits)
        if word[:1] == form[:1]:
            assert within_edits(form, word, edits) == (far <= edits)
