from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.article import Block
from search.compare.annotated_article import annotate
from search.compare.names.aliases import full_names
from search.compare.names.capitals import count_capitals
from search.compare.names.mentions import mentions

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.article import Article


def names(told: Article) -> list[str]:
    """Give the names of a story as written."""
    annotated = annotate(told)
    found = []
    for mention in mentions(annotated, count_capitals((annotated,))):
        sentence = annotated.sentences[mention.sentence]
        words = sentence.words[mention.first : mention.last]
        found.append(annotated.text(sentence)[words[0].start : words[-1].stop])
    return found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The talks with Juan Guaidó failed.", ["Juan Guaidó"]),
        ("US President Donald J. Trump left for Caracas.", ["US", "Donald J. Trump", "Caracas"]),
        ("It was Secretary of State Mike Pompeo.", ["Mike Pompeo"]),
        ("Attorney General William Barr agreed with Sen. John McCain.", ["William Barr", "John McCain"]),
        ("He works at the Bank of England in London.", ["Bank of England", "London"]),
        ("We saw Phil Berger of North Carolina.", ["Phil Berger", "North Carolina"]),
        ("We saw Ursula von der Leyen and Kim Jong-un.", ["Ursula von der Leyen", "Kim Jong-un"]),
        ("They met Sinéad O'Connor on Monday in May.", ["Sinéad O'Connor"]),
        ("It was Venezuela’s National Assembly.", ["Venezuela", "National Assembly"]),
        ("A game called Cards Against Humanity sells.", ["Cards Against Humanity"]),
        ("Nobody came. Nothing happened.", []),
    ],
)  # fmt: skip
def test_names_are_rows_of_capitals_without_titles_and_days(
    article: Callable[..., Article], text: str, found: list[str]
) -> None:
    assert names(article(text)) == found


def test_a_word_that_opens_a_sentence_is_a_name_if_it_is_one_elsewhere(
    article: Callable[..., Article],
) -> None:
    told = article("Maduro spoke. Oil rose. We heard Maduro say that oil fell.")

    assert names(told) == ["Maduro", "Maduro"]


def test_a_word_mostly_written_small_is_no_name(article: Callable[..., Article]) -> None:
    assert names(article("The Embassy closed. That embassy is shut; the embassy moved.")) == []


def test_a_headline_names_only_who_is_known_from_the_text(
    article: Callable[..., Article],
) -> None:
    told = article(
        Block("heading", "Juan Guaidó Calls Armed Forces"), "Then we met Juan Guaidó at home."
    )

    assert names(told) == ["Juan Guaidó", "Juan Guaidó"]


def test_a_language_that_gives_all_nouns_a_capital_has_no_names(
    article: Callable[..., Article],
) -> None:
    assert names(article("Wir sahen das Haus der Frau Merkel.", language="de-AT")) == []


def whole(*names: str) -> dict[str, str]:
    found = full_names(tuple(name.split()) for name in names)
    return {" ".join(name): " ".join(full) for name, full in found.items()}


def test_a_surname_belongs_to_the_one_who_bears_it() -> None:
    assert whole("guaido", "juan guaido", "maduro")["guaido"] == "juan guaido"
    assert whole("donald trump", "donald j trump")["donald trump"] == "donald j trump"


def test_a_surname_of_two_is_nobodys() -> None:
    assert whole("trump", "donald trump", "melania trump")["trump"] == "trump"


def test_a_name_of_two_words_is_no_part_of_a_rare_longer_one() -> None:
    assert whole(*["puerto rico"] * 9, "class puerto rico")["puerto rico"] == "puerto rico"
    assert whole("padrino lopez", "vladimir padrino lopez")["padrino lopez"] != "padrino lopez"


def test_an_acronym_is_no_surname() -> None:
    found = full_names([("un",), ("kim", "jong", "un")], {("un",)})

    assert found["un",] == ("un",)


@pytest.mark.parametrize(
    ("part", "name"),
    [("england", "bank of england"), ("korea", "south korea"), ("venezuela", "venezuela tv")],
)
def test_a_place_is_not_what_is_named_after_it(part: str, name: str) -> None:
    assert whole(part, name)[part] == part
