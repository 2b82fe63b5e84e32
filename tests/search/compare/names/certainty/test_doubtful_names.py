from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.compare import compare

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.article import Article


def told(left: Article, right: Article) -> dict[str, tuple[int, int]]:
    return {name.text: (len(name.left), len(name.right)) for name in compare(left, right).names}


@pytest.mark.parametrize(
    "text",
    [
        "She leads Lorn's effort on Bread Reduction at work.",
        "He wrote about gender in the Baking Profession for years.",
        "They were allowed a Preview of it then.",
        "So the Bread rose quickly.",
        "He played for their National Team in May.",
        "All the Lornians slept.",
        "So we go on with the Making Our Bread Enforcement.",
        "They bought it from Tree of Life then.",
        "So went the Senate Intelligence and other committees.",
        "It was at the Centre for Wonder in the Teaching of Bread there.",
        "It went on with Holy SMOKES and laughter.",
        "They both believe in a Lornafter.",
        "It was the Committee on Leaving the Bread.",
        "He read The Lornade of the White Worm then.",
        "So it went in Ohio Asked, they said.",
        "They heard it from the BREAD NEWS again.",
        "It was the Flying American bread.",
        "It was a French Presidential vote, by a Lorn official.",
        "So said an Israeli Bread official there.",
        "So went Wonder The Bread again.",
        "So it was with Lorn, Bread & Falls then.",
    ],
)
def test_ordinary_words_that_one_side_tells_once_or_twice_are_no_names(
    article: Callable[..., Article], text: str
) -> None:
    assert told(article(text), article("It rained.")).keys() <= {"Lorn"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It was on Bread that he read it.", "Bread"),
        ("He liked Bread's new shop.", "Bread"),
        ("We met Mr. Bread there.", "Bread"),
        ("He was on the “Bread Reduction” at night.", "Bread Reduction"),
        ("He read The Bread Reduction last night.", "The Bread Reduction"),
        ("It was the Bread of Reduction and the Bread Committee.", "Bread Committee"),
        ("So said the Guardian then.", "Guardian"),
        ("So it was on Super Tuesday and the Bread Bowl.", "Bread Bowl"),
        ("He met Ann Bread there.", "Ann Bread"),
        ("They swam at Bread Falls there.", "Bread Falls"),
        ("He had the PlayStation there.", "PlayStation"),
        ("She saw the series The Bread there.", "The Bread"),
        ("She saw South Bread again.", "South Bread"),
        ("He met the Bread Task Force there.", "Bread Task Force"),
        ("So Senate Democrats left.", "Senate Democrats"),
    ],
)
def test_what_stands_as_a_name_or_is_known_as_one_is_told(
    article: Callable[..., Article], text: str, name: str
) -> None:
    assert name in told(article(text), article("It rained."))


def test_what_both_sides_tell_or_one_tells_often_is_a_name(
    article: Callable[..., Article],
) -> None:
    once = article("They met the Bread Reduction there.")
    often = article(
        "They met the Bread Reduction. We saw the Bread Reduction, and the Bread Reduction left."
    )
    assert told(once, once) == {"Bread Reduction": (1, 1)}
    assert told(often, article("It rained.")) == {"Bread Reduction": (3, 0)}


def test_a_word_that_always_has_a_number_is_no_name_however_often_it_is_told(
    article: Callable[..., Article],
) -> None:
    left = article("See the Example 2 or our Example 3. So our Example 4 and the Example 5 say.")
    assert told(left, article("It rained.")) == {}


def test_a_first_name_cut_off_by_a_nickname_is_no_name(
    article: Callable[..., Article],
) -> None:
    left = article('So said Ann "Lou" Lorn, a judge. So Lorn and Jane (who left) said.')
    assert told(left, article("It rained.")) == {"Lorn": (2, 0), "Jane": (1, 0)}


def test_words_that_are_left_out_of_the_names_link_as_before(
    article: Callable[..., Article],
) -> None:
    left = article("They leave the Bread Reduction in Lorn behind on Friday.")
    right = article("They leave the bread reduction in Lorn behind on Friday.")
    comparison = compare(left, right)
    assert [link.tier for link in comparison.links] == ["same words"]
    assert {name.text for name in comparison.names} == {"Lorn"}
