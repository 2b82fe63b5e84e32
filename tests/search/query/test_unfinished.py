from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.errors import QueryError
from search.query.describe import describe
from search.query.parse import parse

TODAY = date(2026, 11, 29)


def meaning(text: str, *, typing: bool = True) -> str:
    return describe(parse(text, typing=typing, today=TODAY))


@pytest.mark.parametrize(
    ("typed", "as_if"),
    [
        ('"armed for', '"armed for"'),
        ('harbour "', "harbour "),
        ("“armed for", '"armed for"'),
        ('"armed forces"~', '"armed forces"'),
        ("(harbour OR wall ", "(harbour OR wall )"),
        ("(harbour OR", "(harbour)"),
        ("harbour (", "harbour "),
        ("harbour ((wall ", "harbour ((wall ))"),
        ("harbour source:", "harbour "),
        ('harbour source:"', "harbour "),
        ('source:"The Hi', 'source:"The Hi"'),
        ("harbour -", "harbour "),
        ("harbour -source:", "harbour "),
        ("harbour NOT", "harbour "),
        ("harbour |", "harbour "),
        ("harbour #", "harbour "),
        ("date:2017-", "date:2017"),
        ("date:201", ""),
        ("date:2017-0", "date:2017"),
        ("date:2017-05-", "date:2017-05"),
        ("date:2017-05..201", "date:2017-05.."),
        ("date:2017.", "date:2017"),
        ("after:2017-1", "after:2017-1"),
        ("harbour newer:2", "harbour "),
        ("harbour in:al", "harbour "),
    ],
)
def test_what_is_unfinished_is_read_as_if_it_were_closed(typed: str, as_if: str) -> None:
    assert meaning(typed) == meaning(as_if)


@pytest.mark.parametrize(
    "text", ['"armed for', "(harbour", "source:", "date:2017-", "harbour OR", '"armed forces"~']
)
def test_what_is_unfinished_is_marked_so_and_refused_once_it_is_entered(text: str) -> None:
    assert parse(text, typing=True).unfinished
    with pytest.raises(QueryError):
        parse(text)


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("harbour )", 8),
        ("date:2017-13", 5),
        ("date:2017-02-30 (wall", 5),
        ("weather:fine (wall", 0),
        ("date:yesterday", 5),
        ('"sanct* (wall', 6),
        ("OR harbour", 0),
    ],
)
def test_what_typing_on_cant_mend_is_a_fault_in_its_place(text: str, position: int) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text, typing=True, today=TODAY)
    assert caught.value.position == position
    assert caught.value.text == text


def test_the_last_word_goes_on_inside_what_is_closed_and_not_before_what_is_left_out() -> None:
    assert "beginning wall" in meaning("(harbour OR wall")
    assert "beginning" not in meaning("harbour source:")
    assert meaning("(is:unr") == meaning("")


def test_a_finished_query_isnt_marked() -> None:
    assert not parse("harbour (wall OR pier) date:2017-05", typing=True).unfinished


@given(st.text('ab "“”()|-:~*#.19OR', max_size=30))
def test_any_text_reads_or_has_a_fault_within_it(text: str) -> None:
    try:
        assert parse(text, typing=True, today=TODAY).root.span.stop <= len(text)
    except QueryError as fault:
        place = fault.position
    else:
        place = 0
    assert 0 <= place <= len(text)
