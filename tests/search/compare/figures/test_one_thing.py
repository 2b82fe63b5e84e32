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
