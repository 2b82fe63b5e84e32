from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.compare import compare

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.article import Article


def told(article: Callable[..., Article], *blocks: object) -> list[str]:
    """Give the names told of an article against one that names nothing, as they stand in it."""
    left = article(*blocks)
    found = [(name.left[0], name.text) for name in compare(left, article("It rained.")).names]
    return [text for _, text in sorted(found)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was the State Administration of Cultural Wonders.", ["State Administration of Cultural Wonders"]),
        ("It was the Lorn Framework Convention on Bread Change.", ["Lorn Framework Convention on Bread Change"]),
        ("It was the Lorn Agency for International Bread.", ["Lorn Agency for International Bread"]),
        ("It was the Lorn Observatory for Dairy Rights.", ["Lorn Observatory for Dairy Rights"]),
        ("It was the Department of Jobs, Enterprise and Innovation.", ["Department of Jobs, Enterprise and Innovation"]),
        ("It was the Ministry of Bread and Information Technology.", ["Ministry of Bread and Information Technology"]),
        ("It was the Lornish Writers and Players Union.", ["Lornish Writers and Players Union"]),
        ("It was the Lorn Sheriffs' Association.", ["Lorn Sheriffs' Association"]),
        ("We saw Trinidad and Tobago.", ["Trinidad and Tobago"]),
        ("It was the Islamic State of Iraq and the Levant.", ["Islamic State of Iraq and the Levant"]),
        ("They left Sar-i-Orr for the Asia-Pacific region.", ["Sar-i-Orr", "Asia-Pacific"]),
        ("University Hospital Lorn closed.", ["University Hospital Lorn"]),
        ("International Dairy Committee members met.", ["International Dairy Committee"]),
        ("Two Office of Bread and Budget officials left.", ["Office of Bread and Budget"]),
        ("Moon Jae-in left.", ["Moon Jae-in"]),
        ("It was the Department of Homeland Security Secretary.", ["Department of Homeland Security"]),
        ("He was aboard the USS Ann Lee.", ["USS Ann Lee"]),
        ("It runs on Lorn.js and on Lorn TV+ now.", ["Lorn.js", "Lorn TV+"]),
    ],
)  # fmt: skip
def test_names_go_on_after_small_words_and_signs_within_them(
    article: Callable[..., Article], text: str, found: list[str]
) -> None:
    assert told(article, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was the Federal Reserve and Commerce Department.", ["Federal Reserve", "Commerce Department"]),
        ("It was the Belt and Bread Institution.", []),
        ("We met Ann Lee of the Bread then, and Barack Obama for the Bread then.", ["Ann Lee", "Barack Obama"]),
        ("It was the East Room of the White House.", ["East Room", "White House"]),
        ("It was the University of Orrel in the UK.", ["University of Orrel", "UK"]),
        ("It was Lornland's Orr City for the United Nations.", ["Lornland", "Orr City", "United Nations"]),
    ],
)  # fmt: skip
def test_what_follows_another_name_is_no_part_of_it(
    article: Callable[..., Article], text: str, found: list[str]
) -> None:
    assert told(article, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was Indonesian Jinette Orrel.", ["Jinette Orrel"]),
        ("It was General Jinette Sellam Orrel.", ["Jinette Sellam Orrel"]),
        ("It was EU Economy Commissioner Pierre Orr.", ["EU", "Pierre Orr"]),
        ("It was Verizon CIO Jinette Orrel.", ["Verizon", "Jinette Orrel"]),
        ("He was ambassador to Switzerland Jinette Orrel.", ["Switzerland", "Jinette Orrel"]),
        ("It was Supreme Leader Ann Lee and Taoiseach Tom Orr.", ["Ann Lee", "Tom Orr"]),
        ("It was President Park Geun-hye Friday.", ["Park Geun-hye"]),
        ("READ Lornaby for it. They READ Lornaby's letter.", ["Lornaby"]),
        ("He was born in Hawaii Orr left. It was Ann Orr. So Orr went.", ["Hawaii", "Ann Orr"]),
    ],
)  # fmt: skip
def test_what_only_stands_beside_a_name_is_parted_from_it(
    article: Callable[..., Article], text: str, found: list[str]
) -> None:
    assert told(article, text) == found
