"""What asks for too much is refused at its place, whatever its shape."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search import QueryError
from search.query import (
    Among,
    And,
    DateRange,
    Everything,
    FromSource,
    Fuzzy,
    Not,
    Or,
    Phrase,
    Prefix,
    Term,
    Wildcard,
    describe,
    parse,
)
from search.query.bounds import BEGINNING, DEEPEST, LIKE, MOST, NEAR, TOGETHER
from search.query.lex import LONGEST
from search.query.word_test import wildcard_pattern

if TYPE_CHECKING:
    from search.query.tree import Node

SIGNS = st.sampled_from(
    '( ) " “ ~ * ? - | # : \u202e .. OR AND NOT a 9 title: date: newer: é 委 א 😀 \u0301 \0 \ud800 \x1b'.split(
        " "
    )
)


def refusal(query: str) -> QueryError:
    with pytest.raises(QueryError) as refused:
        parse(query)
    return refused.value


def words(count: int, each: str = "w{}") -> str:
    return " ".join(each.format(number) for number in range(count))


@pytest.mark.parametrize(
    ("query", "position", "says"),
    [
        ("a" * 1_000_000, LONGEST, "10,000 characters"),
        (words(10_000), LONGEST, "10,000 characters"),
        (words(4_000, "w"), MOST * 2, "1,000 words"),
        ("(" * 1_000 + "a" + ")" * 1_000, MOST, "1,000 words"),
        ("(" * 400 + "a" + ")" * 400, DEEPEST, "deeper than 100 levels"),
        ("(" * 400, DEEPEST, "deeper than 100 levels"),
        ("-" * 400 + "a", DEEPEST, "deeper than 100 levels"),
        ("NOT " * 400 + "a", DEEPEST * 4, "deeper than 100 levels"),
        ("-(" * 300 + "a" + ")" * 300, DEEPEST, "deeper than 100 levels"),
        (")" * 900, 0, "closes nothing"),
        ('"' * 999, 998, "never closed"),
        ('"' * 998, 0, "no words between these quotes"),
        ('a "' + words(101) + '"', 2, "counts as 10"),
        ("委" * 101, 0, "counts as 10"),
        ('"a b"~1 ' * 3 + '"c d"~1', 24, "near others as 160"),
        (words(8, "w{}~") + " " + " last~2", 33, "inside as 125"),
        (words(8, "*w{}x") + " *last", 40, "inside as 125"),
        ("?" * 1_000 + "a", 0, "64 letters"),
        ("a?" * 40, 0, "64 letters"),
        ('"a b"~10000', 5, "9,999 words between"),
        ('"a b"~' + "9" * 5_000, 5, "9,999 words between"),
        ("date:99999-99", 5, "is no date"),
        ("date:" + "9" * 5_000, 5, "is no date"),
        ("date:2019-05..2019-02", 5, "ends before it begins"),
        ("newer:" + "9" * 5_000 + "d", 6, "is no age"),
        ("date:0000", 5, "no such date"),
        ("date:２０１９-13", 5, "no such date"),
    ],
    ids=itertools.count(),
)
def test_too_much_is_refused_where_it_begins(query: str, position: int, says: str) -> None:
    fault = refusal(query)
    assert (fault.position, says in fault.reason) == (position, True), fault
    assert len(str(fault)) < 250
    assert "\n" not in str(fault)


@pytest.mark.parametrize(
    "query",
    [
        words(MOST),
        words(MOST // 2, "w{}*"),
        "(" * DEEPEST + "a" + ")" * DEEPEST,
        "-" * DEEPEST + "a",
        '"' + words(100) + '"',
        '"a b"~9999 ' * 3,
        words(8, "*w*x*y*{}*z*"),
        words(8, "letters{}~2"),
        "?" * 63 + "a",
        "*?" * 60 + "a",
        "9" * 5_000,
        "a" * LONGEST,
    ],
    ids=itertools.count(),
)
def test_just_as_much_as_allowed_is_read(query: str) -> None:
    assert price(parse(query).root) <= MOST


def price(node: Node) -> int:
    """Count what a tree asks for, in plain words."""
    match node:
        case And(children=children) | Or(children=children):
            return sum(map(price, children))
        case Not(child=child):
            return price(child)
        case Phrase(forms=forms, slop=slop):
            return len(forms) * (TOGETHER if slop is None else NEAR)
        case Prefix():
            return BEGINNING
        case Wildcard() | Fuzzy():
            return LIKE
        case Term():
            return 1
        case DateRange() | Everything():
            return 0
        case Among() | FromSource():
            raise AssertionError("nobody can type it")


def test_a_pattern_is_tried_in_one_way_only() -> None:
    for form in ("?*" * 30 + "z", "*a" * 60 + "z", "*a?" * 20 + "z"):
        assert wildcard_pattern(form).fullmatch("a" * 5_000) is None
        assert wildcard_pattern(form).fullmatch("a" * 5_000 + "z")


@given(st.one_of(st.text(st.characters(codec=None)), st.lists(SIGNS, max_size=30).map("".join)))
def test_any_text_is_read_or_refused_within_it(text: str) -> None:
    for typing in (False, True):
        try:
            query = parse(text, typing=typing)
        except QueryError as fault:
            refused = fault
        else:
            assert describe(query)
            assert price(query.root) <= MOST + BEGINNING
            continue
        assert 0 <= refused.position <= len(text)
