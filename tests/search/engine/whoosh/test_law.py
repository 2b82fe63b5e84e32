"""The index finds exactly what a plain reading of the query's tree finds."""

from __future__ import annotations

import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from found import heads_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plain_reading import means

from search.article import Article, Block
from search.engine.whoosh.index_reader import IndexReader
from search.engine.whoosh.index_writer import open_writer
from search.engine.whoosh.store import Store
from search.highlight import Highlighter
from search.library import article_id
from search.query import (
    And,
    DateRange,
    Everything,
    Fuzzy,
    Not,
    Or,
    Phrase,
    Prefix,
    Query,
    Term,
    Wildcard,
)
from search.text import Span, tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.highlight.spans import Where
    from search.query import (
        Node,
    )

HERE = Span(0, 0)
WORDS = (
    "sanction sanctions sanctioned run runs the a of Maduro maduro’s Guaidó Guaido GUAIDÓ "
    "self-declared U.S. 1,500.25 軍隊 don't Zürich zurich militar military Haus Häuser Hauses "
    "sanctionnées Türkiye'nin Türkiye العقوبات عُقُوبات 대통령은 대통령 города городов"
).split()
FORMS = sorted({token.form for word in WORDS for token in tokenize(word)})
FIRST = date(2019, 2, 26)

texts = st.lists(st.sampled_from(WORDS), max_size=7).map(" ".join)
blocks = st.builds(Block, st.sampled_from(["lead", "paragraph", "boilerplate"]), texts.filter(bool))
days = st.integers(0, 6).map(lambda n: (FIRST + timedelta(days=n)).isoformat())
heads = st.one_of(st.none(), st.sampled_from(["The Independent", "Al Jazeera", "DW"]))


@st.composite
def corpora(draw: st.DrawFn) -> list[Article]:
    bodies = draw(st.lists(st.lists(blocks, max_size=3), min_size=1, max_size=6))
    return [
        Article(
            article_id(f"{n}.txt"),
            f"{n}.txt",
            tuple(body),
            title=draw(st.one_of(st.none(), texts)),
            source=draw(heads),
            authors=tuple(
                draw(st.lists(st.sampled_from(["Ana Vanessa", "Vanessa Li"]), max_size=2))
            ),
            published=draw(st.one_of(st.none(), days, days.map("{}T18:38:00+02:00".format))),
            tags=tuple(draw(st.lists(st.sampled_from(["oil", "sea power"]), max_size=2))),
            language=draw(st.sampled_from([None, "en-GB", "de", "fr", "tr", "pl", "ar"])),
        )
        for n, body in enumerate(bodies)
    ]


forms = st.sampled_from([*FORMS, "nowhere"])
places = st.sampled_from([None, None, None, "title"])
text_leaves = st.one_of(
    st.builds(Term, st.just(HERE), forms, st.booleans(), places),
    st.builds(
        Phrase,
        st.just(HERE),
        st.lists(forms, min_size=2, max_size=3).map(tuple),
        st.booleans(),
        st.one_of(st.none(), st.integers(0, 5), st.just(10**8)),
        places,
    ),
    st.builds(Prefix, st.just(HERE), forms.map(lambda form: form[:2]), places),
    st.builds(
        Wildcard, st.just(HERE), st.sampled_from(["*", "s*n?", "m*r*", "?a*", "gu*o"]), places
    ),
    st.builds(Fuzzy, st.just(HERE), forms, st.integers(1, 2), places),
)
ends = st.one_of(st.none(), st.integers(0, 6).map(lambda n: FIRST + timedelta(days=n)))
other_leaves = st.one_of(
    st.builds(
        Term,
        st.just(HERE),
        st.sampled_from(["dw", "independent", "al", "vanessa", "oil", "power", "en", "gb", "de"]),
        st.just(value=False),
        st.sampled_from(["source", "author", "tag", "lang"]),
    ),
    st.builds(
        Phrase,
        st.just(HERE),
        st.sampled_from([("al", "jazeera"), ("ana", "vanessa"), ("vanessa", "vanessa")]),
        st.just(value=False),
        st.none(),
        st.sampled_from(["source", "author"]),
    ),
    st.builds(DateRange, st.just(HERE), ends, ends),
    st.just(Everything(HERE)),
)


def trees(leaves: st.SearchStrategy[Node], *, positive: bool) -> st.SearchStrategy[Node]:
    def grow(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
        several = st.lists(inner, min_size=2, max_size=3).map(tuple)
        joined = st.one_of(
            st.builds(And, st.just(HERE), several), st.builds(Or, st.just(HERE), several)
        )
        return joined if positive else st.one_of(joined, st.builds(Not, st.just(HERE), inner))

    return st.recursive(leaves, grow, max_leaves=6)


def indexed(folder: Path, corpus: Sequence[Article]) -> IndexReader:
    """Index in two commits, the second of which replaces articles of the first."""
    generation = Store(folder).start()
    half = len(corpus) // 2
    with open_writer(generation) as writer:
        for article in corpus[: half + 1]:
            stale = Article(article.id, article.path, (Block("lead", "maduro stale"),), "run")
            writer.put(stale if article is corpus[half] else article, [])
        writer.commit()
    with open_writer(generation) as writer:
        for article in corpus[half:]:
            writer.put(article, [])
        writer.commit()
    return IndexReader(generation)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    corpora(),
    st.lists(trees(st.one_of(text_leaves, other_leaves), positive=False), min_size=4, max_size=8),
)
def test_the_index_finds_what_a_plain_reading_finds(
    corpus: list[Article], questions: list[Node]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        reader = indexed(Path(folder), corpus)
        try:
            for node in questions:
                found = sorted(head.path for head in heads_of(reader.search(node)))
                assert found == [a.path for a in corpus if means(node, a)]
        finally:
            reader.close()


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(corpora(), st.lists(trees(text_leaves, positive=True), min_size=4, max_size=8))
def test_what_is_found_is_lit(corpus: list[Article], questions: list[Node]) -> None:
    by_path = {article.path: article for article in corpus}
    with tempfile.TemporaryDirectory() as folder:
        reader = indexed(Path(folder), corpus)
        try:
            for node in questions:
                highlighter = Highlighter(Query("", node))
                for head in heads_of(reader.search(node)):
                    article = by_path[head.path]
                    told: list[tuple[str, Where]] = [(article.title or "", "title")]
                    told += [(block.text, "body") for _, block in article.story]
                    lit = [highlighter.spans(*one, article.language) for one in told]
                    assert any(lit)
        finally:
            reader.close()
