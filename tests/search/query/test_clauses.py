from __future__ import annotations

from search.query import And, clauses, parse


def told(text: str) -> list[tuple[str, bool, bool]]:
    return [(one.text, one.own is not None, one.rest is not None) for one in clauses(parse(text))]


def test_what_is_joined_by_and_is_given_as_it_was_written() -> None:
    assert told("pier source:dw -(wall OR sea)") == [
        ("pier", True, True),
        ("source:dw", True, True),
        ("-(wall OR sea)"[:-1], False, True),
    ]


def test_one_condition_has_nothing_beside_it_and_an_empty_query_has_none() -> None:
    assert told("pier OR wall") == [("pier OR wall", True, False)]
    assert told("") == []


def test_the_rest_of_two_is_the_other_and_of_more_their_and() -> None:
    first, second = clauses(parse("pier wall"))
    assert (first.rest, second.rest) == (second.own, first.own)
    assert isinstance(clauses(parse("pier wall sea"))[0].rest, And)


def test_of_a_long_query_the_first_six_are_given() -> None:
    assert len(clauses(parse(" ".join(f"w{i}" for i in range(50))))) == 6
