"""Arrays find what stock Whoosh finds, score it alike and order it alike."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from datetime import date
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stock import Stock
from whoosh import query as whoosh_query

from search.engine.whoosh.codec.array_index import create_index
from search.engine.whoosh.codec.queries import AnyWord, NumberRange, ProximityQuery
from search.engine.whoosh.codec.searcher import ArrayCollector, ArraySearcher
from search.engine.whoosh.schema import schema
from search.engine.whoosh.segments.stem_index import EITHER
from search.engine.whoosh.translate import translate
from search.engine.whoosh.writing.array_writer import ArrayWriter
from search.query import (
    And,
    DateRange,
    Everything,
    Fuzzy,
    Not,
    Or,
    Phrase,
    Prefix,
    Term,
    Wildcard,
)
from search.text import Span, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whoosh.searching import Searcher

    from search.query import Node

HERE = Span(0, 0)
WORDS = (
    "sanction sanctions sanctioned sanctioning run runs runner the a of Maduro maduro’s Guaidó "
    "Guaido GUAIDÓ vis/à/vis 18:38.25 軍隊 don't Żurich zurich (militar military, …"
).split()  # none with variants: Whoosh would count them for words
FORMS = sorted({token.form for word in WORDS for token in tokenize(word)})

texts = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
bodies = st.lists(texts, max_size=4).map("\n".join)
documents = st.fixed_dictionaries(
    {
        "day": st.integers(0, 5),
        "title_exact": texts,
        "body_exact": bodies,
        "source": st.sampled_from(["", "DW", "BBC News", "News of the World"]),
    }
)


@st.composite
def histories(draw: st.DrawFn) -> list[tuple[list[dict[str, Any]], list[str]]]:
    """Commits: what each adds and removes."""
    commits = []
    living: list[str] = []
    number = count()
    for _ in range(draw(st.integers(1, 4))):
        removed = draw(st.lists(st.sampled_from(living), unique=True)) if living else []
        added: list[dict[str, Any]] = [
            {"id": f"{next(number):016x}", **fields}
            for fields in draw(st.lists(documents, min_size=1, max_size=8))
        ]
        living = [key for key in living if key not in removed] + [one["id"] for one in added]
        commits.append((added, removed))
    return commits


forms = st.sampled_from([*FORMS, "nowhere"])
days = st.one_of(st.none(), st.integers(1, 5).map(date.fromordinal))
fields = st.sampled_from([None, None, "title", "source"])
leaves = st.one_of(
    st.builds(Term, st.just(HERE), forms, st.booleans(), st.sampled_from([None, "title"])),
    st.builds(
        Term,
        st.just(HERE),
        st.sampled_from(["dw", "news"]),
        st.just(value=False),
        st.just("source"),
    ),
    st.builds(
        Phrase,
        st.just(HERE),
        st.lists(forms, min_size=2, max_size=3).map(tuple),
        st.booleans(),
        st.one_of(st.none(), st.integers(0, 6), st.just(60_000)),
        st.sampled_from([None, "title"]),
    ),
    st.builds(Prefix, st.just(HERE), forms.map(lambda form: form[:2]), fields),
    st.builds(
        Wildcard, st.just(HERE), st.sampled_from(["*", "s*n?", "m*r*", "?a*", "gu*o", "?"]), fields
    ),
    st.builds(Fuzzy, st.just(HERE), forms, st.integers(1, 2), fields),
    st.builds(DateRange, st.just(HERE), days, days),
    st.just(Everything(HERE)),
)


def grown(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(inner, min_size=2, max_size=3).map(tuple)
    return st.one_of(
        st.builds(And, st.just(HERE), several),
        st.builds(Or, st.just(HERE), several),
        st.builds(Not, st.just(HERE), inner),
    )


trees = st.recursive(leaves, grown, max_leaves=6)

# Queries of Whoosh's own that the arrays answer only by its stepping through them.
OTHERS = [
    whoosh_query.Phrase("body", ["sanction", "run"]),
    whoosh_query.Phrase("body_exact", ["the", "maduro"], slop=3),
    whoosh_query.Prefix("body_exact", "sanc"),
    whoosh_query.Wildcard("body_exact", "*r*"),
    whoosh_query.FuzzyTerm("body_exact", "rums"),
    whoosh_query.TermRange("title", "a", "m"),
    whoosh_query.Not(whoosh_query.Term("body", "run")),
    whoosh_query.DisjunctionMax(
        [whoosh_query.Term("title", "run"), whoosh_query.Term("body", "run")]
    ),
    whoosh_query.ConstantScoreQuery(whoosh_query.Term("body", "run")),
    whoosh_query.Require(whoosh_query.Term("body", "the"), whoosh_query.Term("body", "a")),
    whoosh_query.AndMaybe(whoosh_query.Term("body", "the"), whoosh_query.Term("title", "run")),
    whoosh_query.Every("source"),
    whoosh_query.Term("id", f"{2:016x}"),
    whoosh_query.Variations("body_exact", "run"),
    whoosh_query.SpanNear2(
        [whoosh_query.Term("body", "the"), whoosh_query.Term("body", "run")], slop=2
    ),
]


def asked(node: Node) -> whoosh_query.Query:
    """Translate a tree, without what asks for variants: no text has any, and Whoosh knows none."""

    def without(leaf: whoosh_query.Query) -> whoosh_query.Query:
        if isinstance(leaf, whoosh_query.Term):
            leaf.text = leaf.text.partition(EITHER)[0]
        return leaf

    return translate(node).accept(without)


@contextmanager
def both(
    history: list[tuple[list[dict[str, Any]], list[str]]],
) -> Iterator[tuple[Stock, ArraySearcher]]:
    with tempfile.TemporaryDirectory() as folder:
        stock = Stock(Path(folder, "stock"))
        index = create_index(Path(folder, "arrays"), schema())
        for added, removed in history:
            stock.commit(added, removed)
            writer = ArrayWriter(index)
            for key in removed:
                writer.remove("id", key)
            for one in added:
                writer.add_document(**one)
            writer.commit(merge=False)
        searcher = ArraySearcher.of(index)
        try:
            yield stock, searcher
        finally:
            searcher.close()


def answered(searcher: ArraySearcher, query: Any) -> list[tuple[int, float]]:
    collector = ArrayCollector(limit=None)
    searcher.search_with_collector(query, collector)
    return [(doc, score) for score, doc in collector.results().top_n]


def check(stock: Stock, searcher: ArraySearcher, query: Any) -> None:
    expected = stock.answer(query)
    got = answered(searcher, query)
    assert {doc for doc, _ in got} == expected.keys()
    assert dict(got) == pytest.approx(expected, rel=1e-9)
    order = [round(expected[doc], 9) for doc, _ in got]
    assert order == sorted(order, reverse=True)


slow = settings(
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@slow
@given(histories(), st.lists(trees, min_size=5, max_size=10))
def test_our_queries(
    history: list[tuple[list[dict[str, Any]], list[str]]], questions: list[Node]
) -> None:
    with both(history) as (stock, searcher):
        for node in questions:
            check(stock, searcher, asked(node))


@settings(slow, max_examples=8)
@given(histories(), st.lists(trees, min_size=2, max_size=3))
def test_any_query_of_whoosh(
    history: list[tuple[list[dict[str, Any]], list[str]]], questions: list[Node]
) -> None:
    with both(history) as (stock, searcher):
        for query in OTHERS:
            check(stock, searcher, query)
            for node in questions:
                check(stock, searcher, whoosh_query.And([query, asked(node)]))
                check(stock, searcher, whoosh_query.Or([asked(node), query], boost=3.0))


OURS = [
    ProximityQuery("body", ("run", "the"), 3, 2.0),
    AnyWord("body_exact", Prefix(HERE, "s")),
    NumberRange("day", 2, 4),
]


@settings(slow, max_examples=8)
@given(histories())
def test_whooshs_own_collectors_step_through_arrays(
    history: list[tuple[list[dict[str, Any]], list[str]]],
) -> None:
    with both(history) as (stock, searcher):
        with stock.index.searcher() as other:
            for query in OTHERS:
                assert stepped(searcher, query) == pytest.approx(stepped(other, query), rel=1e-9)
        for query in OURS:
            assert stepped(searcher, query) == pytest.approx(stock.answer(query), rel=1e-9)


def stepped(searcher: Searcher, query: Any) -> dict[int, float]:
    return {doc: score for score, doc in searcher.search(query, limit=None).top_n}
