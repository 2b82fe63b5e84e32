from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.compare import compare
from search.compare.annotated_article import annotate
from search.compare.figures.numbers import numbers

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.article import Article


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Some 1,500 troops landed.", [("count", 1500, "")]),
        ("Twenty-five people and three dozen cows.", [("count", 25, ""), ("count", 36, "")]),
        ("It cost US$1.5 billion.", [("money", 1.5e9, "$")]),
        ("It cost £1.5bn, not £1,200.25m.", [("money", 1.5e9, "£"), ("money", 1.20025e9, "£")]),
        ("Some 10 000 troops landed.", [("count", 10_000, "")]),
        ("It cost 20 million euros.", [("money", 2e7, "€")]),
        ("Up 12.5% or 12 per cent or 3 percent.", [("share", 12.5, ""), ("share", 12, ""), ("share", 3, "")]),
        ("On January 23 and 2 May.", [("day", 123, ""), ("day", 502, "")]),
        ("In 2019 at 18:38 one man left.", []),
        ("Some 1.500 troops and 1'200 tents.", [("count", 1500, ""), ("count", 1200, "")]),
        ("Some 10\u00a0000 troops, 2,5 million men.", [("count", 10_000, ""), ("count", 2.5e6, "")]),
        ("A wall of 3 km.", [("measure", 3000, "length")]),
    ],
)  # fmt: skip
def test_numbers_are_read_in_figures_and_in_words(
    article: Callable[..., Article], text: str, found: list[tuple[str, float, str]]
) -> None:
    (sentence,) = annotate(article(text)).sentences

    assert [(n.kind, n.value, n.unit) for n in numbers(sentence.words, text)] == found


def differ(left: Article, right: Article) -> list[tuple[str, str]]:
    comparison = compare(left, right)
    return [
        (
            left.blocks[one.left.block].text[one.left.start : one.left.stop],
            right.blocks[one.right.block].text[one.right.start : one.right.stop],
        )
        for one in comparison.figures
    ]


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        (
            "A bomb at the Kabul market killed 12 people on Monday.",
            "A bomb at the market in Kabul killed fourteen people on Monday.",
            [("12 people", "fourteen people")],
        ),
        (
            "The ministry of health will get $20 million in aid this year.",
            "The ministry of health will get $25 million in aid this year.",
            [("$20 million in aid", "$25 million in aid")],
        ),
        (
            "The embassy in Caracas closed its doors on May 11.",
            "The embassy in Caracas closed its doors on 12 May.",
            [("May 11", "12 May")],
        ),
        (
            "A bomb at the Kabul market killed 12 people and two dogs.",
            "A bomb at the market in Kabul killed twelve people and 30 cats.",
            [],
        ),
    ],
)
def test_figures_of_one_thing_that_differ_are_set_side_by_side(
    article: Callable[..., Article], left: str, right: str, found: list[tuple[str, str]]
) -> None:
    assert differ(article(left), article(right)) == found


def test_a_list_of_endless_prices_is_read(article: Callable[..., Article]) -> None:
    """Each sign of a currency is looked at by itself: back to the beginning would take minutes."""
    text = "US$5 " * 40_000
    (sentence,) = annotate(article(text)).sentences
    found = numbers(sentence.words, text)
    assert {(n.kind, n.value, n.unit, text[n.start : n.stop]) for n in found} == {
        ("money", 5.0, "$", "US$5")
    }
    assert len(found) == 40_000


WALL = "The board of Larne said on Monday that the new harbour wall {}."


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("will cost £14 million", "will cost £16 million", [("£14 million", "£16 million")]),
        (
            "lost 3% of its height",
            "lost 5% of its height",
            [("3% of its height", "5% of its height")],
        ),
        ("rose by 12 percent", "rose by 15 percent", [("12 percent", "15 percent")]),
        ("is 30 metres high", "is 40 metres high", [("30 metres high", "40 metres high")]),
        ("is 30 metres high", "is 98 feet high", []),
        ("took 1.000 stones", "took 1,000 stones", []),
        ("took 10\u00a0000 stones", "took 10000 stones", []),
        ("will cost £14 million", "will cost $16 million", []),
    ],
)
def test_money_shares_and_measures_are_found_by_the_words_around_them(
    article: Callable[..., Article], one: str, other: str, found: list[tuple[str, str]]
) -> None:
    assert differ(article(WALL.format(one)), article(WALL.format(other))) == found
