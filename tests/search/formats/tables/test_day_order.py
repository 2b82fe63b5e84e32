from __future__ import annotations

import pytest
from taken_apart import taken_apart

from search.article import Article
from search.formats.tables import KINDS
from search.formats.tables.day_order import day_first, ordered_day


@pytest.mark.parametrize(
    ("days", "first"),
    [
        (["3/4/2019", "13/4/2019"], True),
        (["3/4/2019", "4/13/2019 10:30"], False),
        (["03-04-2019", "25-04-2019"], True),
        (["3/4/2019", "5/6/2019"], None),
        (["13/4/2019", "4/13/2019"], None),
        (["13/14/2019", "2019-04-13", "soon", ""], None),
    ],
)
def test_the_order_is_told_by_days_that_have_one(days: list[str], first: bool | None) -> None:
    assert day_first(days) is first


@pytest.mark.parametrize(
    ("text", "first", "iso"),
    [
        ("3/4/2019", True, "2019-04-03"),
        ("3/4/2019", False, "2019-03-04"),
        ("03-04-2019 10:30", True, "2019-04-03 10:30"),
        ("2019-04-03", True, "2019-04-03"),
        ("3/4/20190", True, "3/4/20190"),
    ],
)
def test_a_day_is_given_in_one_order(text: str, first: bool, iso: str) -> None:
    assert ordered_day(text, first=first) == iso


def test_one_row_tells_how_the_others_are_meant() -> None:
    rows = "title,text,date\nTide,The boat left.,3/4/2019\nEbb,The boat came.,3/14/2019\n"
    found = taken_apart(KINDS, rows, "a.csv")
    assert [one.published for one in found if isinstance(one, Article)] == [
        "2019-03-04",
        "2019-03-14",
    ]
