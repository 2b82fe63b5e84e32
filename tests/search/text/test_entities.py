"""Entities of HTML in plain text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.text.clean import MARK, clean
from search.text.entities import decode_entities


@pytest.mark.parametrize(
    ("text", "decoded"),
    [
        ("wall &amp; path", "wall & path"),
        ("a&nbsp;dispute", "a dispute"),
        ("it&#8217;s &#x201C;so&#x201d;", "it’s “so”"),
        ("&quot;No,&quot; &lt;b&gt;", '"No," <b>'),
        ("it&#146;s", "it’s"),
        ("it&amp;#8217;s", "it’s"),
        ("AT&T; R&D; Q&A", "AT&T; R&D; Q&A"),
        ("a &nosuchthing; b &#; &#x; c", "a &nosuchthing; b &#; &#x; c"),
        ("no semicolon &amp here", "no semicolon &amp here"),
        ("co&shy;operate", "cooperate"),
        ("a&#10;b&NewLine;c&#12;d", "a b c d"),
    ],
)
def test_what_is_an_entity_is_decoded(text: str, decoded: str) -> None:
    assert decode_entities(text) == decoded


@pytest.mark.parametrize(
    ("entity", "shown"),
    [("&#27;", ""), ("&#x1b;", ""), ("&#0;", MARK), ("&#8238;", MARK), ("&#xD800;", MARK)],
)
def test_what_would_act_is_made_harmless(entity: str, shown: str) -> None:
    assert decode_entities(f"a{entity}b") == f"a{shown}b"


def test_an_escape_sequence_made_of_entities_is_none() -> None:
    assert decode_entities("a&#27;]0;title&#7;b") == "a]0;titleb"
    assert decode_entities("a&amp;#27;[31mb") == "a[31mb"


@given(st.text(alphabet="&#x0123456789abcdefghijklmnopqrstuvwxyz;\n \u202e") | st.text())
def test_the_result_is_clean_and_has_as_many_lines(text: str) -> None:
    decoded = decode_entities(clean(text))
    assert clean(decoded) == decoded
    assert decoded.count("\n") == clean(text).count("\n")
