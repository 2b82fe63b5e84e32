"""Titles in quotation marks are found by their capitals, apart from speech."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.compare.annotated_article import annotate
from search.compare.names.quoted_titles import fills, quoted_titles

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.article import Article


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We saw “The Boy from Oz” then.", ["The Boy from Oz"]),
        (
            'We saw "Kate and Leopold" then, and "A Day in Lorn."',
            ["Kate and Leopold", "A Day in Lorn"],
        ),
        ("An award for “ Best Part in a Play or Film. ”", ["Best Part in a Play or Film"]),
        ("He said: “We saw the Boy from Oz in Lorn.”", []),
        ("We saw “Leopold” and “Kate Orr”.", []),
        ('late," said Ann Lee, and "we came by', []),
        ("It read “Over: Mayor Just Left His Lorn", ["Over: Mayor Just Left His Lorn"]),
        ("It’s the dogs’ day in Lorn of all the Orrs", []),
    ],
)
def test_titles(article: Callable[..., Article], text: str, found: list[str]) -> None:
    annotated = annotate(article(text))
    told = []
    for sentence in annotated.sentences:
        for title in quoted_titles(sentence.words, text):
            words = sentence.words[title.start : title.stop]
            told.append(text[words[0].start : words[-1].stop])
    assert told == found


def test_a_row_fills_a_title_but_for_its_article() -> None:
    assert fills(range(2, 5), 2, 5)
    assert fills(range(2, 5), 3, 5)
    assert not fills(range(2, 5), 4, 5)
    assert not fills(range(2, 5), 2, 4)
