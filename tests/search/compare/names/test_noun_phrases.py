"""Tests of noun phrases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.compare.annotated_article import annotate
from search.compare.names.noun_phrases import noun_phrases

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.article import Article


def found(article: Article) -> list[str]:
    annotated = annotate(article)
    texts = []
    for one in noun_phrases(annotated, range(len(annotated.sentences))):
        sentence = annotated.sentences[one.sentence]
        start, stop = sentence.words[one.first].start, sentence.words[one.last - 1].stop
        texts.append(annotated.text(sentence)[start:stop])
    return texts


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("We saw the old stone bridge.", ["old stone bridge"]),
        ("It was the mayor’s second budget, he said.", ["second budget"]),
        ("A plan for undocumented immigrants was read.", ["plan", "undocumented immigrants"]),
        ("The harbour bill passed on the last vote.", ["harbour bill", "last vote"]),
        ("The acting harbour head has gone.", ["acting harbour head"]),
        ("He was fined for chasing grey swans.", []),
        ("They fed swans the bread.", ["bread"]),
        ("We met the 12 judges and the two clerks.", []),
        ("It went to the Lorn Harbour.", []),
        ("She read of a far too long and boringly written report.", []),
    ],
)
def test_phrases_are_found_between_what_opens_and_what_ends_one(
    article: Callable[..., Article], text: str, phrases: list[str]
) -> None:
    assert found(article(text)) == phrases


def test_neither_headlines_nor_very_long_rows_are_phrases(article: Callable[..., Article]) -> None:
    assert found(article("Judges Read The New Harbour Bill For Hours")) == []
    assert found(article("We saw the old red stone harbour bridge of Lorn.")) == []
    assert found(article("")) == []
