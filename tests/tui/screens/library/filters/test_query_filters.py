from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search import Answer, parse
from search.engine.empty import NothingFound
from tui.screens.library.filters.facet_lines import Facets
from tui.screens.library.filters.query_filters import (
    Filters,
    all_sources,
    bare,
    chosen,
    filter_spans,
    filtered,
    in_months,
    toggled,
)
from tui.session.requests import Aside

WORDS = st.lists(
    st.sampled_from(["guaido", "-maduro", '"armed forces"', "sanct*", "after:2019-04", "title:x"]),
    max_size=3,
).map(" ".join)
SOURCES = st.lists(
    st.sampled_from(['source:"DW"', 'source:="Press TV"', "source:?"]), unique=True, max_size=3
).map(tuple)
MONTHS = st.sampled_from([None, ("2019-02", "2019-02"), ("2019-02", "2019-12")])


def test_a_filter_is_written_behind_what_was_typed() -> None:
    assert toggled("guaido", "Press TV") == 'guaido source:"Press TV"'
    assert in_months(toggled("", "DW"), ("2019-02", "2019-02")) == 'source:"DW" date:2019-02'
    assert in_months("", ("2019-02", "2019-05")) == "date:2019-02..2019-05"


def test_several_sources_are_one_filter_and_each_can_be_taken_out() -> None:
    text = toggled(toggled("guaido date:2019-02", "DW"), None)
    assert text == 'guaido (source:"DW" OR source:?) date:2019-02'
    assert toggled(text, None) == 'guaido source:"DW" date:2019-02'
    assert all_sources(text) == "guaido date:2019-02"


def test_the_same_months_again_are_no_filter_and_undated_articles_can_be_one() -> None:
    assert in_months("guaido date:2019-02", ("2019-02", "2019-02")) == "guaido"
    assert in_months("guaido date:2019-02", None) == "guaido date:?"
    assert in_months("date:?", None) == ""


def test_a_source_whose_words_others_have_too_is_named_whole() -> None:
    names = ["CNN", "CNN (Web News)", "The Hill", None]
    assert toggled("", "CNN", names) == 'source:="CNN"'
    assert toggled("", "CNN (Web News)", names) == 'source:"CNN (Web News)"'
    assert toggled("", "The Hill", names) == 'source:"The Hill"'
    assert toggled("", "—", names) == 'source:="—"'
    assert toggled('source:"CNN" pie', "CNN", names) == "pie"


@pytest.mark.parametrize("name", ['The "Sun"', "“Sun”", "A*B", "„Zeit“ 2"])
def test_a_name_that_cannot_stand_in_quotation_marks_is_written_by_its_words(name: str) -> None:
    parse(toggled("", name, [name, "sun", "zeit"]))
    assert toggled(toggled("x", name), name) == "x"


def test_either_or_is_bracketed_so_that_the_filter_holds_for_both() -> None:
    text = toggled("guaido OR maduro", "DW")
    assert text == '(guaido OR maduro) source:"DW"'
    assert toggled(text, "DW") == "guaido OR maduro"


@pytest.mark.parametrize(
    "text", ["source:dw guaido", 'title:"source:x"', "date:2019", "resource:thing", "after:2019-02"]
)
def test_what_a_user_typed_otherwise_is_left_alone(text: str) -> None:
    assert bare(text) == text
    assert not chosen(text).any


@given(WORDS, SOURCES, MONTHS, st.booleans())
def test_filters_come_off_as_they_went_on(
    words: str, sources: tuple[str, ...], months: tuple[str, str] | None, undated: bool
) -> None:
    filters = Filters(sources, months, months is not None or undated)
    text = filtered(words, filters)
    assert bare(text) == words
    assert chosen(text) == filters
    assert filtered(text, filters) == text
    assert " ".join(text[a:b] for a, b in filter_spans(text)) == filtered("", filters)
    parse(text)


def answer(text: str, sources: dict[str | None, int], months: dict[str | None, int]) -> Answer:
    return Answer(
        parse(text),
        "relevance",
        "",
        total=sum(sources.values()),
        exact=True,
        found=NothingFound(),
        sources=tuple(sources.items()),
        months=tuple(months.items()),
        suggestion=None,
        took_ms=1.0,
    )


def lines(facets: Facets) -> list[tuple[str, int, bool]]:
    return [(one.label, one.count, one.chosen) for one in facets.lines()]


def test_the_other_sources_stay_to_be_chosen_while_one_is() -> None:
    facets = Facets()
    facets.set_answer(answer("guaido", {"DW": 2, "BBC": 1, None: 1}, {}))
    facets.set_answer(answer('guaido source:"DW"', {"DW": 2}, {}))
    assert lines(facets) == [
        ("All", 4, False),
        ("DW", 2, True),
        ("BBC", 1, False),
        ("(unknown)", 1, False),
    ]


def test_each_kind_is_counted_under_the_filters_of_the_other() -> None:
    facets = Facets()
    facets.set_answer(answer("", {"DW": 2, "BBC": 1}, {"2019-02": 2, "2019-03": 1}))
    facets.set_answer(answer('source:"DW" date:2019-02', {"DW": 1}, {"2019-02": 1}))
    facets.take(Aside((("DW", 1), ("BBC", 1)), (("2019-02", 1), ("2019-03", 1)), 0))
    assert lines(facets) == [("All", 2, False), ("DW", 1, True), ("BBC", 1, False)]
    assert facets.months == (("2019-02", 1), ("2019-03", 1))


def test_a_chosen_source_that_has_nothing_any_more_can_be_taken_out() -> None:
    facets = Facets()
    facets.set_answer(answer('pie (source:"DW" OR source:?)', {}, {}))
    assert lines(facets) == [("All", 0, False), ("DW", 0, True), ("(unknown)", 0, True)]


def test_other_words_have_other_counts() -> None:
    facets = Facets()
    facets.set_answer(answer("guaido", {"DW": 2, "BBC": 1}, {}))
    facets.set_answer(answer('maduro source:"DW"', {"DW": 1}, {}))
    assert lines(facets) == [("All", 1, False), ("DW", 1, True)]
