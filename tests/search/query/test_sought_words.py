from __future__ import annotations

import pytest

from search.query import parse, seeks_words


@pytest.mark.parametrize(
    "text",
    [
        "harbour",
        '"harbour wall"',
        "harb*",
        "harbour~",
        "title:wall source:tide",
        "-a b",
        "a OR is:read",
        "x in:all",
    ],
)
def test_words_in_the_text_or_the_title_are_sought(text: str) -> None:
    assert seeks_words(parse(text).root)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "source:tide date:2024-05",
        "author:ana",
        "tag:food",
        "lang:de",
        "is:unread",
        "-harbour",
        "NOT (a OR b)",
        "in:all",
    ],
)
def test_filters_and_what_is_left_out_are_no_words(text: str) -> None:
    assert not seeks_words(parse(text).root)
