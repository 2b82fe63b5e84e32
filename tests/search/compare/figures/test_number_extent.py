from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.compare.annotated_article import annotate
from search.compare.figures.equal_numbers import is_rounded
from search.compare.figures.numbers import numbers

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.article import Article
    from search.compare.figures.number_kinds import Number


@pytest.fixture
def read(article: Callable[..., Article]) -> Callable[[str], tuple[Number, ...]]:
    def numbers_of(text: str) -> tuple[Number, ...]:
        (sentence,) = annotate(article(text)).sentences
        return numbers(sentence.words, text)

    return numbers_of


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("It needs 15 to 25 inches.", 0.381, 0.635),
        ("It needs 15-25 inches.", 0.381, 0.635),
        ("It costs $140-$150 million.", 140e6, 150e6),
        ("It costs between $140 and $150 million.", 140e6, 150e6),
        ("It costs between $140 million and $150 million.", 140e6, 150e6),
        ("Up 20 percent to 25 percent.", 20, 25),
        ("He served 4 1/2 months.", 4.5, 4.5),
        ("He served 4-1/2 months.", 4.5, 4.5),
        ("He served four and a half months.", 4.5, 4.5),
        ("Worth a hundred billion dollars.", 1e11, 1e11),
        ("At least 23 men.", 23, 24),
        ("More than 10 men.", 10, 12.5),
        ("Nearly 200 men.", 180, 200),
        ("About 50 men.", 45, 55),
    ],
)
def test_a_range_and_an_open_number_reach_so_far(
    read: Callable[[str], tuple[Number, ...]], text: str, least: float, most: float
) -> None:
    (number,) = read(text)
    reach = number.value * number.extent.least, number.value * number.extent.most
    assert reach == pytest.approx((least, most), rel=0.001)


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        ("More than 10 men.", "12 men.", True),
        ("More than 10 men.", "13 men.", False),
        ("At least eight men.", "At least nine men.", False),
        ("Nearly 300 men.", "235 men.", False),
        ("15 to 25 men.", "20 men.", True),
        ("15 to 25 men.", "30 men.", False),
        ("15 to 25 men.", "20 to 30 men.", True),
    ],
)
def test_what_is_within_reach_does_not_differ(
    read: Callable[[str], tuple[Number, ...]], one: str, other: str, *, equal: bool
) -> None:
    (a,), (b,) = read(one), read(other)
    assert is_rounded(a, b) is is_rounded(b, a) is equal


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It rose from 15 to 25 metres.", [15, 25]),
        ("They won 218-210 votes.", [218, 210]),
        ("It lost 1.71% or 25.15 points.", [1.71, 25.15]),
        ("It rose 2% to 25 points.", [2, 25]),
        ("In the season of 2008-09 nine men left.", [9]),
        ("They found AK-47 rifles at Article 50 talks.", []),
        ("Call 0845 125 2222 with questions.", []),
        ("Some 41/2 tonnes.", []),
    ],
)
def test_what_is_no_range_and_no_amount(
    read: Callable[[str], tuple[Number, ...]], text: str, found: list[float]
) -> None:
    assert [number.value for number in read(text)] == found


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("A hall of 200 square metres.", "measure", 200, "area"),
        ("A hall of 200-square-metre.", "measure", 200, "area"),
        ("Winds of 120 miles an hour.", "measure", 53.64, "speed"),
        ("At 13 nautical miles.", "measure", 24076, "length"),
        ("It cost A$5 million.", "money", 5e6, "A$"),
        ("It cost US$5 million.", "money", 5e6, "$"),
        ("Some 5 million USD worth.", "money", 5e6, "$"),
    ],
)
def test_units_of_several_words_and_whose_dollars(
    read: Callable[[str], tuple[Number, ...]], text: str, kind: str, value: float, unit: str
) -> None:
    (number,) = read(text)
    assert (number.kind, number.unit) == (kind, unit)
    assert number.value == pytest.approx(value, rel=0.001)
