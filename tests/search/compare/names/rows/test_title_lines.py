from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.compare import compare

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.article import Article


@pytest.mark.parametrize(
    "line", ["10) A Lornish Passion", "1) Lady Lornaby", "The Lorn of Orrel", "^ Lee, Ann (2014). Lorn."]
)  # fmt: skip
def test_a_title_in_a_list_and_a_reference_name_nothing(
    article: Callable[..., Article], line: str
) -> None:
    told = compare(article(line, "So it rained."), article("It rained."))
    assert not told.names


def test_a_line_that_is_a_sentence_names(article: Callable[..., Article]) -> None:
    told = compare(article("The mayor met Ann Lee.", "We saw Lorn"), article("It rained."))
    assert [name.text for name in told.names] == ["Ann Lee", "Lorn"]
