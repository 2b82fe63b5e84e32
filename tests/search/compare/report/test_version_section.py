"""What a comparison of two versions says first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from search import report_of
from search.compare import compare

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.article import Article


def test_what_changed_comes_first_in_reading_order(article: Callable[..., Article]) -> None:
    left = replace(
        article("The wall will be built. It will cost four million. He waits.", "More soon."),
        title="Wall",
    )
    right = replace(
        article("The wall will be built. It will cost five million. All agree.", "More soon."),
        title="Walls",
    )
    first = report_of(compare(left, right, versions=True)).sections[0]
    assert (first.name, first.opening, first.count) == ("What changed", True, 5)
    assert [(group.title, [line.text for line in group.left]) for group in first.groups] == [
        ("Headlines", ["Wall", "Walls"]),
        ("Replaced", ["It will cost ⟨four → five⟩ million."]),
        ("One alone", ["He waits.", "All agree."]),
    ]
    assert [line.side for line in first.lines] == ["left", "right", None, "left", "right"]
    mirrored = report_of(compare(left, right, versions=True).mirrored()).sections[0]
    assert mirrored.groups[1].left[0].text == "It will cost ⟨five → four⟩ million."


def test_what_no_merged_line_would_show_is_told_as_two(article: Callable[..., Article]) -> None:
    found = compare(article("The Mayor waits."), article("The mayor waits!"), versions=True)
    (group,) = report_of(found).sections[0].groups
    assert [line.text for line in group.left] == ["The Mayor waits.", "The mayor waits!"]


def test_nothing_is_told_of_versions_that_are_equal(article: Callable[..., Article]) -> None:
    same = article("The wall will be built.")
    first = report_of(compare(same, same, versions=True)).sections[0]
    assert (first.groups, first.empty) == ((), "No sentence was changed.")
    assert report_of(compare(same, same)).sections[0].name == "In short"
