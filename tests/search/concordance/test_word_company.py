from __future__ import annotations

from math import log2

import pytest

from search.article import ArticleId, Head
from search.concordance import Use, beside, clusters, weigh_collocates

HEAD = Head(ArticleId("0" * 16), "a.md", None, "Pilot", None, "", whole=True)


def uses(*texts: str) -> list[Use]:
    """Give the uses of what stands between bars: `the |levee| broke`."""
    found = []
    for text in texts:
        before, match, after = text.split("|")
        found.append(Use(HEAD, 0, 0, len(match), before, match, after))
    return found


def test_words_beside_uses_are_counted_without_function_words_and_numbers() -> None:
    found = beside(uses(*["The old |levee| of 12 towns broke"] * 3, "An angry |levee| broke"))
    assert found == {"broke": 4, "old": 3, "towns": 3}


def test_only_the_words_near_are_beside() -> None:
    text = "harbour one two three four five |levee| six seven eight nine ten market"
    assert {"harbour", "market"}.isdisjoint(beside(uses(*[text] * 3)))


def test_a_word_that_is_common_anyway_weighs_less() -> None:
    first, second = weigh_collocates({"broke": 8, "people": 8}, 10, {"broke": 10, "people": 990})
    assert (first.word, second.word) == ("broke", "people")
    assert first.log_dice == pytest.approx(14 + log2(16 / 20))
    assert second.log_dice == pytest.approx(14 + log2(16 / 1000))


def test_words_that_only_ever_stand_together_have_the_most_there_is() -> None:
    (found,) = weigh_collocates({"broke": 10}, 10, {"broke": 10})
    assert found.log_dice == 14


def test_a_window_that_has_a_word_twice_weighs_no_more_than_that() -> None:
    (found,) = weigh_collocates({"broke": 10}, 5, {"broke": 8})
    assert found.log_dice == pytest.approx(14 + log2(20 / 15))


def test_rows_of_words_are_told_once_unless_the_shorter_comes_more_often() -> None:
    found = clusters(uses(*["the old |levee| broke"] * 3, *["an old |Levee|"] * 2))
    assert [(one.text, one.times) for one in found] == [
        ("old levee", 5),
        ("the old levee broke", 3),
    ]


def test_what_comes_twice_is_no_habit() -> None:
    assert clusters(uses(*["the old |levee| broke"] * 2)) == ()
    assert beside(uses(*["the old |levee| broke"] * 2)) == {}
    assert clusters([]) == ()
    assert weigh_collocates({}, 0, {}) == ()
