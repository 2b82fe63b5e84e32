from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.compare import compare
from search.compare.names.aliases import full_names

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.article import Article


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


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("j biden", "joe biden"),
        ("george bush", "george w bush"),
        ("bob lee", "robert lee"),
        ("liz lee", "elizabeth lee"),
        ("chris wray", "christopher wray"),
        ("omar mateen", "omar mir mateen"),
        ("henry ford", "henry ford ii"),
        ("lara", "lara trump"),
        ("us", "united states"),
        ("conn", "connecticut"),
        ("lorn steel inc", "lorn steel"),
        ("justice department", "department of justice"),
        ("times", "new york times"),
        ("un dairy council", "united nations dairy council"),
        ("la times", "los angeles times"),
        ("us senate", "senate"),
        ("us labor department", "department of labor"),
        ("lorn university", "lorn"),
        ("tropical storm ann", "hurricane ann"),
        ("flynn jr", "michael flynn jr"),
    ],
)
def test_a_name_is_the_same_with_initials_short_forms_and_other_words(
    short: str, name: str
) -> None:
    assert whole(short, name)[short] == name


def test_middle_names_keep_two_apart() -> None:
    assert whole("george w bush", "george h w bush")["george w bush"] == "george w bush"


def test_initials_of_two_are_nobodys() -> None:
    assert whole("j lee", "joe lee", "jane lee")["j lee"] == "j lee"


def test_an_abbreviation_means_what_the_text_says_or_the_one_name_with_its_initials() -> None:
    dam, fund = ("lorn", "dam", "fund"), ("league", "of", "lorn", "dairies")
    short = {("ldf",), ("lld",), ("dairy",)}
    found = full_names([dam, fund, *short], short, {("dairy",): fund})

    assert found["ldf",] == dam
    assert found["dairy",] == fund
    assert full_names([dam, ("low", "dam", "fee"), ("ldf",)], {("ldf",)})["ldf",] == ("ldf",)


def test_a_shared_surname_is_whose_name_stands_far_more_often() -> None:
    named = [("ann", "lee")] * 6 + [("bob", "lee")] + [("lee",)]
    assert full_names(named)["lee",] == ("ann", "lee")


def test_a_surname_is_no_relatives() -> None:
    named = [("lee",)] * 9 + [("ann", "lee")]
    assert full_names(named, relatives=frozenset({("ann", "lee")}))["lee",] == ("lee",)


def test_groups_are_part_of_no_longer_name() -> None:
    assert whole("democrats", "senate democrats")["democrats"] == "democrats"


def test_odd_initials_end() -> None:
    found = whole("j robert lee", "joe lee", "j joe lee", "lee")
    assert set(found) == {"j robert lee", "joe lee", "j joe lee", "lee"}


def test_a_name_is_the_same_with_the_article_and_after_an_opening_word(
    article: Callable[..., Article],
) -> None:
    left, right = article("Quoting The Onion, he left."), article("We read The Onion at home.")
    assert [(one.text, len(one.left), len(one.right)) for one in compare(left, right).names] == [
        ("The Onion", 1, 1)
    ]


def test_bodies_are_the_same_without_whose_they_are() -> None:
    names = (*["security council"] * 4, "united nations security council")
    assert whole(*names)["security council"] == "united nations security council"


def test_a_first_name_that_is_not_known_is_ones_whose_surname_stands_alone() -> None:
    assert whole("aras", "aras agalarov", "agalarov")["aras"] == "aras agalarov"
    assert whole("lorn", "lorn beach")["lorn"] == "lorn"


@pytest.mark.parametrize(
    ("rarer", "name"),
    [
        ("miss universe pageant", "miss universe"),
        ("house of representatives", "house"),
        ("pain capable act", "pain capable unborn child protection act"),
        ("u s dairy service", "us dairy service"),
        ("kraft foods", "kraft"),
        ("academy award", "academy awards"),
        ("ninth circuit", "9th circuit"),
        ("9th us circuit court of appeals", "9th circuit"),
        ("jeronimmo yanez", "jeronimo yanez"),
        ("jeornimo yanez", "jeronimo yanez"),
        ("jeronmo yanez", "jeronimo yanez"),
    ],
)
def test_spellings_of_the_same_are_one(rarer: str, name: str) -> None:
    assert len({*whole(rarer, name, name).values()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("robert orr", "roberta orr"),
        ("jeronimo yanez", "jeromino yanez"),
        ("9th circuit", "10th circuit"),
        ("wilbur ross group", "wilbur ross"),
    ],
)
def test_names_that_are_alike_may_be_two(one: str, other: str) -> None:
    assert len({*whole(one, other).values()}) == 2
