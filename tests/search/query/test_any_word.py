"""Lists of words as queries."""

from __future__ import annotations

import pytest

from search import Highlighter, word_fault, word_list


def lit(words: list[str], text: str, language: str | None = None) -> list[str]:
    query = word_list(words)
    assert query is not None
    return [text[a:b] for a, b in Highlighter(query).spans(text, language=language)]


def test_a_word_means_its_forms_and_what_is_in_quotation_marks_just_that() -> None:
    text = "The ferry sank. Ferries sink; the Ferry's crew, 'ferry' said."
    assert lit(["ferry"], text) == ["ferry", "Ferries", "Ferry", "ferry"]
    assert lit(['"ferries"'], text) == ["Ferries"]


def test_several_words_are_a_phrase_with_and_without_quotation_marks() -> None:
    text = "An iron fist. Iron fists? A fist of iron."
    assert lit(['"iron fist"'], text) == ["iron fist"]
    assert lit(["iron fist"], text) == ["iron fist"]
    assert lit(["so-called"], "The so-called truce; so they called.") == ["so-called"]


def test_beginnings_and_other_scripts() -> None:
    assert lit(["sanct*"], "Sanctions and sanctity, but no saint.") == ["Sanctions", "sanctity"]
    assert lit(["制裁"], "对伊朗的制裁。", "zh") == ["制裁"]


def test_forms_are_those_of_the_language_of_the_text() -> None:
    assert lit(["Hafen"], "Die Häfen im Hafen", "de") == ["Häfen", "Hafen"]


@pytest.mark.parametrize(
    "word", ["OR", "title:x", "guiad~", "a|b", "-x", "source:dw", "s?a", "", "...", '"', "is:read"]
)
def test_what_is_no_word_is_told_and_left_out(word: str) -> None:
    assert word_fault(word) is not None
    assert word_list([word]) is None
    assert lit([word, "ferry"], "ferry x guiado a b") == ["ferry"]


def test_words_have_no_fault() -> None:
    assert [word_fault(word) for word in ("ferry", '"iron fist"', "sanct*", "l'état")] == [None] * 4


def test_without_words_there_is_no_query() -> None:
    assert word_list([]) is None
