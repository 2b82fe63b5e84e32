"""Tests of how both sides describe the same thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.compare import compare

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from search.article import Article
    from search.compare.comparison import Epithet, Naming

WARM = "The committee of the harbour council voted on Tuesday for the {} on every ferry in Lorn."


def things(left: Article, right: Article) -> list[Naming]:
    return [one for one in compare(left, right).naming if one.kind == "thing"]


def counts(phrases: Sequence[Epithet]) -> dict[str, int]:
    return {phrase.text: len(phrase.places) for phrase in phrases}


def test_a_noun_with_other_words_before_it_in_linked_sentences_is_one_thing(
    article: Callable[..., Article],
) -> None:
    left = article(WARM.format("estate tax"), "He had fought the estate tax for years.")
    right = article(WARM.format("death tax"))

    (tax,) = things(left, right)

    assert tax.name == "tax"
    assert counts(tax.left) == {"estate tax": 2}
    assert counts(tax.right) == {"death tax": 1}
    assert [one.name for one in things(right, left)] == ["tax"]


def test_the_same_phrase_or_another_spelling_of_it_is_no_difference(
    article: Callable[..., Article],
) -> None:
    for ours, theirs in (("estate tax", "estate taxes"), ("health care tax", "healthcare tax")):
        assert things(article(WARM.format(ours)), article(WARM.format(theirs))) == []


def test_phrases_of_sentences_that_do_not_meet_are_told_apart(
    article: Callable[..., Article],
) -> None:
    left = article("Swans had been fed by the river for the swan tax of old kings.")
    right = article(WARM.format("death tax"))
    assert things(left, right) == []


def test_phrases_that_both_use_tell_no_difference(article: Callable[..., Article]) -> None:
    left = article(WARM.format("estate tax"), "Some spoke of a death tax instead.")
    right = article(WARM.format("death tax"), "Others wrote of an estate tax instead.")
    assert things(left, right) == []
