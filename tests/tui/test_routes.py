from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.routes import (
    NOTE_ORDERS,
    PANES,
    SORTS,
    ArticleRoute,
    ComparisonRoute,
    ConcordanceRoute,
    KeynessRoute,
    LibraryRoute,
    Lighting,
    NotesRoute,
    RevisionsRoute,
    StoriesRoute,
    StoryRoute,
    from_json,
    to_json,
)

if TYPE_CHECKING:
    from search import ArticleId
    from tui.routes import Route

IDS = st.text("0123456789abcdef", min_size=16, max_size=16).map(lambda id_: cast("ArticleId", id_))
LIGHTINGS = st.none() | st.builds(Lighting, st.text(), st.booleans())
NAMES = st.lists(st.none() | st.text(), max_size=3).map(tuple)
PLACES = st.tuples(st.integers(0, 10**6), st.integers(0, 10**6))
ROUTES: st.SearchStrategy[Route] = st.one_of(
    st.builds(
        LibraryRoute,
        st.text(),
        st.none() | st.sampled_from(SORTS),
        st.none() | IDS,
        st.sampled_from(PANES),
    ),
    st.builds(ArticleRoute, IDS, LIGHTINGS, st.none() | PLACES),
    st.builds(
        ComparisonRoute, IDS, IDS, LIGHTINGS, st.none() | st.tuples(*[st.integers(0, 999)] * 2)
    ),
    st.builds(StoryRoute, IDS, LIGHTINGS),
    st.builds(StoriesRoute, st.text(), st.none() | st.sampled_from(SORTS)),
    st.builds(ConcordanceRoute, st.text(), st.none() | NAMES),
    st.builds(KeynessRoute, NAMES, st.booleans()),
    st.builds(NotesRoute, st.text(), st.sampled_from(NOTE_ORDERS)),
    st.builds(RevisionsRoute, IDS, st.none() | st.integers(1, 999)),
)


@given(ROUTES)
def test_a_route_survives_json(route: Route) -> None:
    assert from_json(json.loads(json.dumps(to_json(route)))) == route


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)


@given(
    ROUTES,
    st.sampled_from(("at", "article", "lit", "place", "left", "sources", "sort", "pane")),
    JSON,
)
def test_what_was_damaged_is_no_route_or_another_one(route: Route, key: str, value: object) -> None:
    damaged = from_json({**to_json(route), key: value})
    assert damaged is None or from_json(to_json(damaged)) == damaged


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        {},
        "library",
        {"at": "library"},
        {"at": "library", "search": "", "sort": "loudest", "article": None, "pane": "reader"},
        {"at": "library", "search": "", "sort": "newest", "article": None, "pane": "cellar"},
        {"at": "article", "article": "0", "place": [-1, 3], "lit": None},
        {"at": "concordance", "word": "w", "sources": [3]},
        {"at": "notes", "words": "w", "order": "loudest"},
        {"at": "nowhere", "lit": None},
    ],
)
def test_anything_else_is_none(value: object) -> None:
    assert from_json(value) is None
