from __future__ import annotations

import pytest

from search.page.days.numeric_order import in_one_order, order_of_language, order_shown


@pytest.mark.parametrize(
    ("language", "address", "order"),
    [
        ("de", "", True),
        ("pt_BR", "", True),
        ("en-IN", "https://tide.example/a", True),
        ("en-US", "", False),
        ("en-US", "https://tide.example/a", False),
        ("en-US", "https://tide.io/a", False),
        ("en-US", "https://tide.de/a", None),
        ("en", "", None),
        ("es-US", "", None),
        ("", "", None),
        ("ja", "", None),
    ],
)
def test_the_order_that_a_language_has(language: str, address: str, order: bool | None) -> None:
    assert order_of_language(language, address) is order


def test_the_order_that_other_days_show() -> None:
    assert order_shown(["3/5/2019", "28/5/2019"]) is True
    assert order_shown(["5/28/2019 and 5/3/2019"]) is False
    assert order_shown(["28/5/2019", "5/28/2019"]) is None
    assert order_shown(["3/5/2019", "Home"]) is None
    assert order_shown([]) is None


def test_days_are_put_in_order_where_one_is_known() -> None:
    assert in_one_order("on 3/5/2019, 10:15", day_first=True) == "on 2019-05-03, 10:15"
    assert in_one_order("05-03-2019", day_first=False) == "2019-05-03"
    assert in_one_order("3/5/2019", day_first=None) == "3/5/2019"
    assert in_one_order("3/28/2019 1/2/3/2019 3/5-2019", day_first=True) == (
        "3/28/2019 1/2/3/2019 3/5-2019"
    )
