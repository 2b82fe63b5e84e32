"""The comparison of two sources in words and as Markdown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from search import Contrast, Preference, Sides, contrast_markdown, months_note, size_note
from tui.render.keyness import (
    TOO_FEW,
    detail,
    lack_note,
    level_note,
    stories_note,
)

WORD = Preference("re|gime", 2, 1, Sides(2, 1), 3.5, significant=True)
FOUND = Contrast(
    "Al *Jazeera*",
    None,
    Sides(10, 1),
    Sides(1_000, 1),
    Sides((("2024-01", 9), (None, 1)), ()),
    None,
    1,
    1.96,
    (WORD,),
)


@pytest.mark.parametrize(
    ("months", "text"),
    [
        ((("2024-01", 3), ("2024-05", 1)), "Jan 2024 to May 2024"),
        ((("2024-01", 3), (None, 2)), "Jan 2024 · 2 undated"),
        (((None, 2),), "no dates"),
        ((), ""),
    ],
)
def test_the_months_that_are_covered(months: tuple[tuple[str | None, int], ...], text: str) -> None:
    assert months_note(months) == text


def test_sizes_and_stories_are_counted_in_words() -> None:
    assert size_note(1_240, 1) == "1,240 articles · 1 word"
    assert [stories_note(None), stories_note(1), stories_note(31)] == [
        "",
        "1 story told by both",
        "31 stories told by both",
    ]


def test_the_detail_of_a_word_has_all_its_counts() -> None:
    assert detail(FOUND, WORD) == (
        "re|gime: Al *Jazeera* 2 times, 20.0 in 10,000 words, in 2 of 10 articles · "
        "unknown source 1 time, 10,000.0 in 10,000 words, in 1 of 1 article"
    )


def test_a_lack_of_words_is_explained() -> None:
    assert lack_note(FOUND) == ""
    nothing = replace(FOUND, preferences=())
    assert lack_note(nothing) == "Neither uses any word more."
    assert lack_note(replace(nothing, weighed=0)) == TOO_FEW
    none_there = replace(nothing, articles=Sides(10, 0))
    assert lack_note(none_there) == "There is no article of unknown source."


def test_the_level_of_significance_is_explained() -> None:
    assert level_note(FOUND).startswith("1 of 1 word reaches z ±1.96, which chance alone")
    chance = replace(FOUND, preferences=(replace(WORD, significant=False),))
    assert level_note(chance).startswith("None of 1 word reaches z ±1.96")


def test_as_markdown_all_is_escaped() -> None:
    lines = contrast_markdown(FOUND).splitlines()

    assert lines[0] == r"# Al \*Jazeera\* ⇄ unknown source"
    assert r"| re\|gime | 2 | 1 | 20.0 | 10,000.0 | 3.5 |" in lines
    assert not any("## Used more by unknown source" in line for line in lines)
