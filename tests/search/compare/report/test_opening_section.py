"""What a comparison opens with."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

import pytest

from search.compare import compare
from search.compare.report import report_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.article import Article

    Maker = Callable[..., Article]

DAM = "The old dam above Marlow broke on Monday night and flooded two hundred houses."
SCHOOL = "Schools in the valley stay closed until engineers have inspected every bridge."


def summary(left: Article, right: Article) -> dict[str, list[str]]:
    """Give the lines of the summary of two articles, by the title of their group."""
    shown = report_of(compare(left, right)).sections[0]
    return {group.title: [line.text for line in group.lines] for group in shown.groups}


def test_beginnings_that_say_the_same_are_told_once(article: Maker) -> None:
    found = summary(article(DAM, SCHOOL), article(DAM))

    assert found["Both begin"] == [f"= {DAM}"]
    assert not found.keys() & {"They begin", "Both say"}


def test_where_nothing_is_shared_that_is_said(article: Maker) -> None:
    found = summary(article(DAM), article(SCHOOL))

    assert found["Both say"] == ["No sentences that say the same were found."]
    assert "Related" not in found


@pytest.mark.parametrize(
    ("opening", "kind"),
    [
        (
            "Editor’s note: this report of the flood was first printed on Tuesday morning.",
            "paragraph",
        ),
        ("Mayor Paul Brandt (R) looks at the water beside the old bridge at noon.", "caption"),
    ],
)
def test_what_is_said_of_an_article_or_picture_doesn_t_begin_it(
    article: Maker, opening: str, kind: Literal["paragraph", "caption"]
) -> None:
    told = article(opening, f"MARLOW (Valley Press) - {DAM}")
    told = replace(told, blocks=(replace(told.blocks[0], kind=kind), *told.blocks[1:]))

    assert summary(told, article(SCHOOL))["They begin"] == [DAM, SCHOOL]


def test_most_of_what_is_quoted_comes_first_if_nobody_plainly_says_it(article: Maker) -> None:
    read = "“So many words on a wall that nobody owns at all,” it read."

    shown = summary(article(f"{read} “We are late,” said Petra Lang."), article(SCHOOL))

    assert shown["Who speaks"][0].endswith("speaker not plain 11 words · Petra Lang 3")
