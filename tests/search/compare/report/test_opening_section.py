"""What a comparison opens with."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

import pytest

from search.compare import Judgement, compare
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


def test_sentences_that_share_but_names_and_offices_are_no_sure_claim(article: Maker) -> None:
    chair = "The chairman of the Lorn Harbour Council, Senator Ida Holm, fed swans at dawn there."
    leader = "Senator Ida Holm, chairman of the Lorn Harbour Council, denies that taxes rose again."
    left, right = article(DAM, chair), article(SCHOOL, leader)
    at = compare(left, right).sentences
    judged = Judgement(at.left[1], at.right[1], meets=True)

    shown = report_of(compare(left, right, judged=[judged])).sections[0]
    found = {group.title: [line.text for line in group.lines] for group in shown.groups}

    assert "Both say" not in found
    assert len(found["Perhaps"]) == 2
    assert found["Both name"][0].startswith("Ida Holm · Lorn Harbour Council")


def test_whom_both_name_says_what_they_have_in_common(article: Maker) -> None:
    left = article(DAM, "Mayor Ida Holm saw it.")
    right = article(SCHOOL, "Ida Holm said so in Marlow.")

    found = summary(left, right)

    assert found["Both name"] == ["Ida Holm · Marlow"]
    assert found["Who speaks"] == ["0 % quoted: nobody in particular"] * 2


def test_what_one_alone_says_is_of_the_story_and_understood_alone(article: Maker) -> None:
    rights = (
        "Photographs, recordings and typography belong to their respective owners everywhere.",
        "Permission for reprints is granted by electronic application to licensing bureaus only.",
    )
    water = "Divers searched the cellars while the dam drained and pumps hummed for hours."
    left = article(
        DAM,
        "But nineteen frightened cattle swam across meadows, hedges and orchards of the dam.",
        water,
        SCHOOL,
        *rights,
    )
    right = article(DAM, SCHOOL, "The dam was rebuilt.")

    assert summary(left, right)["One alone"][0].endswith(water)


def test_a_name_is_of_a_headline_as_a_word_only(article: Maker) -> None:
    left = article(DAM, "The UN and France saw it. France helped.")
    right = article(SCHOOL, "France told the UN. France paid.")
    left, right = replace(left, title="Plan unveiled"), replace(right, title="A plan")

    assert summary(left, right)["Both name"] == ["France · UN"]
