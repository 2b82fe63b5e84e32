from __future__ import annotations

import pytest

from search.formats.web.html_pieces import pieces


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ("a<b>c</b>", ["a", "<b>", "c", "</b>"]),
        ("a<b", ["a<b"]),
        ("a < b > c", ["a < b > c"]),
        ("<!-- <p> -->x<!--", ["x<!--"]),
        ("<SCRIPT>a<b></Script >x", ["x"]),
        ("<a href='>'>x", ["<a>", "x"]),
        ('<a href="x>y', ["<a>", "y"]),
        ("<?xml version='1.0'?><!doctype html>x", ["x"]),
        ("&lt;p&gt;", ["<p>"]),
    ],
)
def test_texts_and_tags_come_in_order(markup: str, found: list[str]) -> None:
    said = [
        piece.text if not piece.tag else f"<{'/' if piece.closes else ''}{piece.tag}>"
        for piece in pieces(markup)
    ]
    assert said == found


@pytest.mark.parametrize(
    ("tag", "hidden"),
    [
        ("<div hidden>", True),
        ('<div style="color: red; display:none">', True),
        ('<div aria-hidden="true">', True),
        ('<div class="hidden-part">', False),
        ('<div data-hidden="1">', False),
    ],
)
def test_what_says_that_it_is_not_shown_is_told(tag: str, hidden: bool) -> None:
    assert [piece.hidden for piece in pieces(tag)] == [hidden]
