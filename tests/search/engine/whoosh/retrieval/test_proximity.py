"""The index and the highlighter agree on which words stand together."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from search.engine.whoosh.build.segment_builder import SegmentBuilder
from search.engine.whoosh.build.vocabulary import ChunkVocabulary
from search.engine.whoosh.retrieval.proximity import match_proximity
from search.engine.whoosh.retrieval.segment_view import IndexView, SegmentView
from search.engine.whoosh.retrieval.word_lookup import LookupField
from search.engine.whoosh.segments.field_layout import FieldLayout
from search.engine.whoosh.segments.segment import Segment
from search.engine.whoosh.translate import stretches
from search.highlight import phrase_spans
from search.query import Phrase
from search.text import Span, tokenize

LAYOUT = FieldLayout(("body",), (("stems", "body"),), (), (), (), ("rules",), "rules")
RULES = ["", "de", "none"]
WORDS = st.sampled_from(["run", "runs", "the", "a", "sea-run", "Häuser"])
blocks = st.lists(WORDS, max_size=8).map(" ".join)
phrases = st.builds(
    Phrase,
    st.just(Span(0, 0)),
    st.lists(st.sampled_from(["run", "runs", "the", "a", "haus"]), min_size=2, max_size=4).map(
        tuple
    ),
    st.booleans(),
    st.one_of(st.none(), st.integers(0, 5), st.just(10**9)),
)


def views(folder: str, texts: list[str], rules: list[str]) -> IndexView:
    builder = SegmentBuilder(LAYOUT, ChunkVocabulary())
    for text, name in zip(texts, rules, strict=True):
        builder.add({"body": text, "rules": name.encode()})
    path = Path(folder, "segment")
    return IndexView([SegmentView(Segment(path, builder.write(path)), None, 0)])


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.lists(blocks, max_size=3), st.sampled_from(RULES)), min_size=1, max_size=6
    ),
    st.lists(phrases, max_size=6),
    st.one_of(st.none(), st.sets(st.integers(0, 5))),
)
def test_an_article_is_found_if_one_of_its_blocks_is_lit(
    articles: list[tuple[list[str], str]], some: list[Phrase], chosen: set[int] | None
) -> None:
    everyone = set(range(len(articles)))
    numbers = sorted(everyone if chosen is None else everyone & chosen)
    within = None if chosen is None else np.array(numbers, np.int64)
    with tempfile.TemporaryDirectory() as folder:
        texts, read_by = zip(*articles, strict=True)
        index = views(folder, ["\n".join(article) for article in texts], list(read_by))
        for phrase in some:
            several = stretches(phrase.forms, RULES) if phrase.stemmed else [phrase.forms]
            where = LookupField("body", "stems" if phrase.stemmed else None)
            hits = [
                match_proximity(
                    index, 0, where, [w.encode() for w in words], phrase.slop, 1.0, within
                )
                for words in several
            ]
            assert sorted(doc for one in hits for doc in one.docs.tolist()) == [
                number
                for number in numbers
                if any(
                    list(phrase_spans(phrase, list(tokenize(block)), read_by[number]))
                    for block in texts[number]
                )
            ]
