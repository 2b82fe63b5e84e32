"""Teasers of other stories in the midst of one: folded, and what only stands like one isn't."""

from __future__ import annotations

import pytest

from search.page.line_class import classify
from search.page.lines import split_lines
from search.page.story.teasers import mark_teasers

TOLD = (
    "The harbour bridge reopened to cars on Sunday after two years of repairs that cost the city "
    "almost twice what was planned, and the ferries that had stood in for it were laid up at once."
)
TITLE = "Why the old ferry company wants its money back"
TEASER = "The ferry company lost four years of fares, and it blames the council."


def teasers(*paragraphs: str) -> list[str]:
    lines = split_lines("\n\n".join(paragraphs))
    seen = mark_teasers(lines, [classify(line) for line in lines])
    return [line.text for line, one in zip(lines, seen, strict=True) if one.name == "TEASER"]


@pytest.mark.parametrize("label", ["Related Story", "RELATED:", "Lesen Sie auch", "À lire aussi »"])
def test_a_label_a_title_and_a_teaser(label: str) -> None:
    assert teasers(TOLD, label, TITLE, TEASER, TOLD) == [label, TITLE, TEASER]
    assert teasers(TOLD, label, "Who pays for the ferry?", TOLD) == [
        label,
        "Who pays for the ferry?",
    ]


def test_what_follows_a_title_alone_is_the_story_or_its_heading() -> None:
    goes_on = "Lorries over twelve tonnes are still sent round by the old road."
    assert teasers(goes_on, "Related", TITLE, goes_on, goes_on) == ["Related", TITLE]
    assert teasers(TOLD, "Related", TITLE, "Ferry routes", TOLD) == ["Related", TITLE]


def test_much_shorter_than_the_paragraphs_it_is_a_teaser_without_common_words() -> None:
    assert teasers(TOLD, "Related", TITLE, "The mayor isn't happy about it.", TOLD)[2:] == [
        "The mayor isn't happy about it."
    ]


def test_above_the_first_paragraph_it_may_be_the_page_s_own_headline() -> None:
    assert teasers("Home", "Related", TITLE, TOLD) == []
    assert teasers(TOLD, "Related", TITLE, "By Ida Holm", TOLD) == []
    assert teasers(TOLD, "Related", TITLE, "3 March 2019", TOLD) == []


def test_a_label_is_the_whole_line() -> None:
    assert teasers(TOLD, "Related to the mayor", TITLE, TEASER) == []
    assert teasers(TOLD, "Related", TOLD) == []
