from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.compare import compare

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.article import Article


def differ(left: Article, right: Article) -> list[tuple[str, str]]:
    return [
        (
            left.blocks[one.left.block].text[one.left.start : one.left.stop],
            right.blocks[one.right.block].text[one.right.start : one.right.stop],
        )
        for one in compare(left, right).figures
    ]


FIRE = "The fire at the old paper mill of Larne on Monday {}."


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("killed 11 people", "killed 14 people", [("11 people", "14 people")]),
        ("killed 11 people", "left 14 people dead", [("11 people", "14 people")]),
        ("killed 11 workers", "killed 14 people", []),
        ("killed 11 people", "killed 14, police said", [("11", "14")]),
        ("killed 11 people", "killed 3 children", []),
        ("killed 11 people", "hurt 14 people", []),
        ("hurt 11 people", "killed 14 people and hurt others", []),
        ("killed 11 people", "killed 14 other people", []),
        ("killed 11 people", "killed 140 people", []),
        ("killed 11 people", "killed a total of 14 people", []),
        ("was the third in 11 years", "was the third in the first 14 years", []),
    ],
)
def test_a_toll_is_one_thing_with_the_same_words_beside_it(
    article: Callable[..., Article], one: str, other: str, found: list[tuple[str, str]]
) -> None:
    assert differ(article(FIRE.format(one)), article(FIRE.format(other))) == found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The metro of Larne carries 30,000 passengers a day.", "The metro of Antrim carries 50,000 passengers a day."),
        ("Bo Dorsey has worked at the paper mill for 37 years.", "Andy Ryan has worked at the paper mill for 30 years."),
        (
            "The harbour board of Larne offered the pilots $20 million.",
            "The harbour board of Larne offered the pilots $12 million per season.",
        ),
        (
            "Sales of the paper mill of Larne rose by 12% against a year before.",
            "Sales of the paper mill of Larne fell by 15% against a year before.",
        ),
        (
            "On Saturday a flood of the Inver in Larne drowned 14 sheep.",
            "On Tuesday a flood of the Inver in Larne drowned 19 sheep.",
        ),
        (
            "The 36-year-old climber from Larne fell 150 metres from the north ridge.",
            "The 31-year-old climber from Larne fell 250 metres from the north ridge.",
        ),
        (
            "The navy seized six rifles, 12 magazines and 300 rounds from the pirates.",
            "The navy seized 14 rifles, 31 magazines and 923 rounds from the pirates.",
        ),
    ],
)  # fmt: skip
def test_another_place_person_rate_day_or_event_is_another_thing(
    article: Callable[..., Article], one: str, other: str
) -> None:
    before = compare(article(one), article(other))
    assert before.links
    assert [at for at in differ(article(one), article(other)) if "year-old" not in at[0]] == []


def test_who_said_it_and_when_is_no_holder(article: Callable[..., Article]) -> None:
    one = "Mayor Bo Lee said Monday that the fire at the old paper mill killed 11 people."
    other = "Ann Roe said Tuesday that the fire at the old paper mill killed 14 people."
    assert differ(article(one), article(other)) == [("11 people", "14 people")]


def test_a_figure_whose_unit_is_left_out_has_its_equal(article: Callable[..., Article]) -> None:
    one = "Jamal Roe rushed for 226 yards for Larne while Peter Hill added 101."
    other = "Peter Hill rushed for 101 yards for Larne."
    assert compare(article(one), article(other)).links[0].score > 0.6
    assert differ(article(one), article(other)) == []


@pytest.mark.parametrize(
    ("one", "other", "rows"),
    [
        ("offered the pilots $20 million in pay", "offered the pilots $25 million in pay", 1),
        ("spent $20 million on pilots", "has debts of $45 million for pilots", 0),
        ("raised its fees by 5 percent for ferries", "raised its fees by 7 percent for ferries", 1),
        ("raised its fees by 5 percent this year", "lost its guests by 11 percent this year", 0),
        ("cut its staff to 50 pilots", "cut its staff to 60 pilots", 1),
        ("cut its staff to 50 pilots", "cut its staff by 60 pilots", 0),
        ("cut its staff to about 50 pilots", "cut its staff by some 70 pilots", 0),
        ("counted the boats of the first 25 days", "counted the boats of the first 29 days", 0),
        ("had seen 12 boats at 0800 GMT", "had seen 17 boats at 1400 GMT", 0),
        (
            "met two of the five pilots and two of 11 cooks",
            "met two of the five pilots and 14 cooks",
            0,
        ),
        ("paid 20 million Swiss francs in fees", "paid 25 million Swiss francs in fees", 1),
        ("paid 20 million Swiss francs in fees", "paid 25 million Malian francs in fees", 0),
        ("invited the Group of Seven pilots", "invited the Group of Five pilots", 0),
        ("has 4 half-empty piers", "has 5� half-empty piers", 0),
    ],
)
def test_without_a_noun_of_its_own_a_number_is_of_what_stands_next_to_it(
    article: Callable[..., Article], one: str, other: str, rows: int
) -> None:
    said = "On Monday the harbour board of Larne {}."
    found = differ(article(said.format(one)), article(said.format(other)))
    assert len(found) == rows


def test_who_agrees_to_something_or_is_spoken_of_holds_it(article: Callable[..., Article]) -> None:
    for said in (
        "The board heard that Bo {} agreed to export about {} tonnes of tin.",
        "The board said Bo {} sold about {} tonnes of tin in May.",
    ):
        one, same, other = (
            said.format(*of) for of in (("Lee", "9,100"), ("Lee", "7,300"), ("Roe", "7,300"))
        )
        assert len(differ(article(one), article(same))) == 1
        assert differ(article(one), article(other)) == []


PROTEST = "Farmers of Larne blocked the harbour with tractors on Monday {}"


@pytest.mark.parametrize(
    ("one", "other", "rows"),
    [
        (
            "and 340 growers marched to the palace of the governor.",
            "and then sang outside, as 430 growers had come to the palace of the governor.",
            1,
        ),
        (
            "and the firm of the port told of a loss of $742 million.",
            "which brought the firm of the port to the brink: a loss of over three months was $724 million.",
            1,
        ),
        (
            "and 340 growers marched to the palace of the governor.",
            "and then sang outside, as 930 growers had come to the palace of the governor.",
            0,
        ),
        (
            "and 340 growers marched to the palace of the governor on 40 streets in 12 rows of 9.",
            "and then sang outside, as 430 growers had come to the palace of the governor with 60 mules, 19 dogs and 8 cats.",
            0,
        ),
    ],
)
def test_near_figures_of_sentences_that_surely_say_the_same_need_the_same_noun_alone(
    article: Callable[..., Article], one: str, other: str, rows: int
) -> None:
    assert len(differ(article(PROTEST.format(one)), article(PROTEST.format(other)))) == rows


@pytest.mark.parametrize(
    ("one", "other", "rows"),
    [
        (
            "Ann Lee, 34, drove the red bus to Larne",
            "38-year-old Ann Lee drove the red bus to Larne",
            1,
        ),
        (
            "Ann Lee, 34, drove the red bus to Larne",
            "38-year-old Bo Orr drove the red bus to Larne",
            0,
        ),
        (
            "a 34-year-old driver took the red bus to Larne",
            "a 38-year-old driver took the red bus to Larne",
            1,
        ),
        (
            "a 34-year-old driver took the red bus to Larne",
            "a 38-year-old rider took the red bus to Larne",
            0,
        ),
    ],
)
def test_an_age_before_a_name_is_set_against_one_after_it(
    article: Callable[..., Article], one: str, other: str, rows: int
) -> None:
    said = "On Monday morning {}, when a heavy storm broke over the harbour and the old mill."
    assert len(differ(article(said.format(one)), article(said.format(other)))) == rows
