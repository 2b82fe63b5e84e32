from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.compare import Judgement, compare
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
        ("Ann Lee, 34, and Bob (56) left.", [("age", 34, ""), ("age", 56, "")]),
        ("A 34-year-old man and Bo Lee, aged 56.", [("age", 34, ""), ("age", 56, "")]),
        ("It rose to 40C, to 40 °C, to 40 degrees Celsius.", [("measure", 40, "temperature")] * 3),
        ("It fell to -4F.", [("measure", -20, "temperature")]),
        ("It costs 40c a litre.", []),
        ("Some 20 first responders and 40 West Bank homes.", [("count", 20, ""), ("count", 40, "")]),
        ("Two-thirds of all voters.", [("share", 200 / 3, "")]),
        ("They left at 9 p.m. and 21 GMT for the 9/11 museum.", []),
        ("It took $7B, a $2.5T fund, room 4B.", [("money", 7e9, "$"), ("money", 2.5e12, "$")]),
        ("Rs 40 crore, Rs. 3 lakh and 2 million rupees.", [("money", v, "₹") for v in (4e8, 3e5, 2e6)]),
        ("NOK 3 million, EUR 4m and 60 USD.", [("money", 3e6, "krone"), ("money", 4e6, "€"), ("money", 60, "$")]),
        ("They try 20 dishes, USD or not.", [("count", 20, "")]),
        ("R$ 4 or S$5, 6 million Canadian dollars.", [("money", 4, "R$"), ("money", 5, "S$"), ("money", 6e6, "C$")]),
        ("Il paie 7,5 millions d’euros, 9 M€ ou 80 000 €.", [("money", v, "€") for v in (7.5e6, 9e6, 8e4)]),
        ("Paga 6,5 millones de euros, o 2 milioni di euro.", [("money", 6.5e6, "€"), ("money", 2e6, "€")]),
        ("Il paie 4 Md€, puis 8 k€.", [("money", 4e9, "€"), ("money", 8e3, "€")]),
        ("Es sind 600 Mio. € und 2,5 Mrd. Euro.", [("money", 6e8, "€"), ("money", 2.5e9, "€")]),
        ("Он стоит 7 млн рублей.", [("money", 7e6, "₽")]),
        ("費用は40億円だ。", [("money", 4e9, "¥")]),
        ("Up 6 %, 7 Prozent, 8 por ciento, 9 pour cent.", [("share", v, "") for v in (6, 7, 8, 9)]),
        ("Es kamen zwölf Leute, puis sept, et six et neuf.", [("count", 12, ""), ("count", 6, "")]),
        ("Winds of 90 km/h, or 90km/h, over 7km.", [("measure", 25, "speed")] * 2 + [("measure", 7000, "length")]),
    ],
)  # fmt: skip
def test_numbers_are_read_in_figures_and_in_words(
    article: Callable[..., Article], text: str, found: list[tuple[str, float, str]]
) -> None:
    (sentence,) = annotate(article(text)).sentences

    assert [(n.kind, n.value, n.unit) for n in numbers(sentence.words, text)] == found


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("de", "Es kostet 6 Mio. Kronen.", "krone"),
        ("de", "Es kostet 6 Millionen Dollar.", "$"),
        ("sv", "Det kostar 6 miljoner kronor.", "krona"),
        ("fr", "Il coûte 6 millions de livres.", "£"),
        ("ru", "Он стоит 6 млн рублей.", "₽"),
        ("pt", "Custa 6 milhões de reais.", "R$"),
    ],
)
def test_currencies_have_their_names_in_an_article_of_their_language(
    article: Callable[..., Article], language: str, text: str, unit: str
) -> None:
    (sentence,) = annotate(article(text, language=language)).sentences

    assert [(n.value, n.unit) for n in numbers(sentence.words, text)] == [(6e6, unit)]


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


def test_links_have_to_be_sure_or_confirmed_by_the_reader(article: Callable[..., Article]) -> None:
    left = article("At least 23 people were killed in a fire at the market.")
    right = article(
        "Officials said a fire near the old market by the river, the third this year, had killed 31 people."
    )
    before = compare(left, right)
    assert [link.score < 0.6 for link in before.links] == [True]
    assert before.figures == ()
    meet = Judgement(before.sentences.left[0], before.sentences.right[0], meets=True)
    assert len(compare(left, right, judged=[meet]).figures) == 1


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Ann Lee, 34, was", "Ann Lee (35) was", [("34", "35")]),
        ("Lee, 34, was", "Ann Lee, aged 35, was", [("34", "35")]),
        ("Ann Lee, 34, was", "Bob Lee, 61, was", []),
        ("the 34-year-old singer was", "the 35-year-old singer was", [("34-year-old singer", "35-year-old singer")]),
        ("the 34-year-old singer was", "a 12-year-old neighbour was", []),
    ],
)  # fmt: skip
def test_ages_are_those_of_one_person(
    article: Callable[..., Article], one: str, other: str, found: list[tuple[str, str]]
) -> None:
    said = "On Monday police in Larne said that {} found asleep at the ferry terminal."
    assert differ(article(said.format(one)), article(said.format(other))) == found


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
        ("will cost £14 million", "will cost £14.2m", []),
        ("took 3,000 stones", "took 3,012 stones", []),
        ("took 30 stones", "took 31 stones", [("30 stones", "31 stones")]),
        ("is 50 metres high", "is 51 metres high", [("50 metres high", "51 metres high")]),
        ("needs six stones of quarries", "had nine quarries", []),
        ("needs a 90-day job", "offers nine jobs", []),
        ("was built at 40C", "was built at 104F", []),
        ("was built at -5C", "was built at 5C", [("-5C", "5C")]),
        (
            "was passed by 218-210 for bill 7",
            "was passed by 218 to 212 for bill 7",
            [("210 for bill", "212 for bill")],
        ),
    ],
)
def test_money_shares_and_measures_are_found_by_the_words_around_them(
    article: Callable[..., Article], one: str, other: str, found: list[tuple[str, str]]
) -> None:
    assert differ(article(WALL.format(one)), article(WALL.format(other))) == found
