"""Tags and texts of markup, however broken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.formats.databases.tag_scan import Piece, attribute, scan_tags, unescaped


def test_tags_and_texts_come_in_their_order() -> None:
    assert list(scan_tags('<P CLASS="a">b &amp; c<BR/></p>')) == [
        Piece("p", 'P CLASS="a"'), Piece("", "b & c"), Piece("br", "BR/"), Piece("/p", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("a<!-- b <p> -->c", "ac"),
        ("a<!DOCTYPE html><?xml b?>c", "ac"),
        ("a<script>b < c</script>d", "ad"),
        ("a<style>b", "ab"),
        ("a < b and c > d", "a < b and c > d"),
        ("a <", "a <"),
        ("a<!-- b", "a<!-- b"),
        ("<p", "<p"),
    ],
)
def test_what_is_no_text_is_left_out(markup: str, text: str) -> None:
    assert "".join(piece.text for piece in scan_tags(markup) if not piece.name) == text


def test_an_attribute_is_found_by_its_name() -> None:
    assert attribute("div id=x class='a b'", "class") == "a b"
    assert attribute('p data-class="no" ', "id") == ""


def test_a_reference_to_an_endless_number_is_no_character() -> None:
    assert unescaped(f"a&#{'9' * 5_000};b&#233;") == "a\ufffd;bé"


@given(st.text(alphabet="<>!-/= \"'ap&#;9"))
def test_nothing_is_too_broken_to_be_scanned(markup: str) -> None:
    assert sum(len(piece.text) for piece in scan_tags(markup)) <= len(markup) + 1
