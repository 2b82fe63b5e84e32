from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.formats.json_text import NotJsonError, json_values
from search.formats.limits import MOST_VALUES

PLAIN = st.recursive(
    st.none() | st.booleans() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(PLAIN)
def test_what_json_writes_is_read_back(value: object) -> None:
    assert json_values(json.dumps(value)) == [value]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("[1, 2.50, -3e9]", [["1", "2.50", "-3e9"]]),
        ("NaN", [None]),
        ('{"a": "b"}\n\n{"a": "c"}\n', [{"a": "b"}, {"a": "c"}]),
        ('\x1e{"a": "b"}\n\x1e{"a": "c"}', [{"a": "b"}, {"a": "c"}]),
        ('{"a": "b"},\n', [{"a": "b"}]),
        ('{"a": "one\ntwo"}', [{"a": "one\ntwo"}]),
        (f"[{'9' * 5_000}]", [["9" * 5_000]]),
    ],
)
def test_what_is_nearly_json_is_read(text: str, values: list[object]) -> None:
    assert json_values(text) == values


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no JSON: there is nothing in it"),
        ("{'a': 1}", "no JSON at column 2: Expecting property name enclosed in double quotes"),
        ('{"a": "b"}\n{"a"', "no JSON at line 2, column 5: Expecting ':' delimiter"),
        ("[" * 100_000, "nested too deeply"),
        ("[" + "1," * MOST_VALUES + "1]", "more than 2,000,000 values"),
    ],
    ids=["empty", "quotes", "cut", "deep", "many"],
)
def test_what_is_no_json_is_told_in_a_phrase(text: str, why: str) -> None:
    with pytest.raises(NotJsonError) as told:
        json_values(text)
    assert told.value.why == why
