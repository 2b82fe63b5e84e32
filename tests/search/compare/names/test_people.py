from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.compare.annotated_article import annotate
from search.compare.names.capitals import count_capitals
from search.compare.names.mentions import mentions
from search.compare.names.people import people

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.article import Article


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We saw Ann Lee and Mr. Sorel of Lorn.", {("ann lee", "she"), ("sorel", "he"), ("lorn", None)}),
        ("We met Ms. Sorel in Ohio at the Dairy Board.", {("sorel", "she")}),
        ("They flew to Paris, to Washington and to Lornville.", {("lornville", None)}),
        ("It was in Lorn, and Lorn is cold.", set()),
        ("He liked a Trump presidency.", set()),
    ],
)  # fmt: skip
def test_who_may_be_meant_by_he_and_she(
    article: Callable[..., Article], text: str, found: set[tuple[str, str | None]]
) -> None:
    told = annotate(article(text))
    named = people(told, mentions(told, count_capitals((told,))))
    assert {(" ".join(one.name), one.pronoun) for one in named.values()} == found
