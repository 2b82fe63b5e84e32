from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.compare import compare

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.article import Article


@pytest.mark.parametrize(
    ("left", "right", "name"),
    [
        ("We asked the Lorn Dairy Board (LoDaB) for it.", "Then the LoDaB left.", "Lorn Dairy Board"),
        ("We asked the Ministry of Dams (MOD) for it.", "Then the MOD left.", "Ministry of Dams"),
    ],
)  # fmt: skip
def test_what_one_side_defines_is_understood_on_the_other(
    article: Callable[..., Article], left: str, right: str, name: str
) -> None:
    found = {
        one.text: (len(one.left), len(one.right))
        for one in compare(article(left), article(right)).names
    }
    assert found == {name: (2, 1)}


def test_what_stands_in_brackets_for_another_reason_is_no_abbreviation(
    article: Callable[..., Article],
) -> None:
    left, right = article("We asked Ann Lee (LDF) for it."), article("Then the LDF left.")
    assert {one.text for one in compare(left, right).names} == {"Ann Lee", "LDF"}
