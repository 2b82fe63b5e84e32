from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search import Answer, parse
from search.engine.empty import NothingFound
from tui.screens.library.facet_lines import Facets
from tui.screens.library.query_filters import bare, chosen, filtered

WORDS = st.lists(
    st.sampled_from(["guaido", "-maduro", '"armed forces"', "sanct*", "after:2019-04", "title:x"]),
    max_size=3,
).map(" ".join)
SOURCES = st.sampled_from([None, "DW", "Press TV", 'The "Sun"'])
MONTHS = st.sampled_from([None, "2019-02", "2019-12"])


def test_a_filter_is_written_behind_what_was_typed() -> None:
    assert filtered("guaido", "Press TV", None) == 'guaido source:"Press TV"'
    assert filtered("", "DW", "2019-02") == 'source:"DW" date:2019-02'


def test_either_or_is_bracketed_so_that_the_filter_holds_for_both() -> None:
    text = filtered("guaido OR maduro", "DW", None)
    assert text == '(guaido OR maduro) source:"DW"'
    assert filtered(text, None, None) == "guaido OR maduro"


@pytest.mark.parametrize(
    "text", ["source:dw guaido", 'title:"source:x"', "date:2019", "resource:thing"]
)
def test_what_a_user_typed_otherwise_is_left_alone(text: str) -> None:
    assert bare(text) == text
    assert chosen(text) == (None, None)


@given(WORDS, SOURCES, MONTHS)
def test_filters_come_off_as_they_went_on(
    words: str, source: str | None, month: str | None
) -> None:
    text = filtered(words, source, month)
    assert bare(text) == words
    assert chosen(text) == (source.replace('"', " ") if source else None, month)
    assert filtered(text, source, month) == text
    parse(text)


def answer(text: str, sources: dict[str | None, int]) -> Answer:
    return Answer(
        parse(text),
        "relevance",
        "",
        total=sum(sources.values()),
        exact=True,
        found=NothingFound(),
        sources=tuple(sources.items()),
        months=(),
        suggestion=None,
        took_ms=1.0,
    )


def test_the_other_sources_stay_to_be_chosen_while_one_is() -> None:
    facets = Facets()
    facets.lines(answer("guaido", {"DW": 2, "BBC": 1, None: 1}))
    lines = facets.lines(answer('guaido source:"DW"', {"DW": 2}))
    assert [(f.label, f.count, f.chosen) for f in lines] == [
        ("All", 4, False),
        ("DW", 2, True),
        ("BBC", 1, False),
        ("(unknown)", 1, False),
    ]
    assert [f.can_be_chosen for f in lines] == [True, True, True, False]


def test_other_words_have_other_counts() -> None:
    facets = Facets()
    facets.lines(answer("guaido", {"DW": 2, "BBC": 1}))
    lines = facets.lines(answer('maduro source:"DW"', {"DW": 1}))
    assert [(f.label, f.count) for f in lines] == [("All", 1), ("DW", 1)]
