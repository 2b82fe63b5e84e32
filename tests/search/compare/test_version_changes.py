"""What a publisher changed, exactly."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from search import Block, text_at
from search.compare.version_changes import version_changes

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.article import Article

FIRST = "The wall will be built. It will cost four million. Work begins in May."
SECOND = "Fishermen want to go to court. Their lawyer did not comment. More is known at noon."


def test_each_change_is_told_with_what_it_was_and_where_it_stands(
    article: Callable[..., Article],
) -> None:
    before = article(FIRST, SECOND)
    after = article(
        FIRST.replace("four", "five"),
        "Fishermen want to go to court. The mayor waits. He has time.",
    )
    changes = version_changes(before, after)
    assert [(one.kind, one.before, one.after) for one in changes] == [
        ("replaced", "It will cost four million.", "It will cost five million."),
        ("removed", "Their lawyer did not comment. More is known at noon.", None),
        ("added", None, "The mayor waits. He has time."),
    ]
    for one in changes:
        assert (text_at(before, one.at_before) if one.at_before else None) == one.before
        assert (text_at(after, one.at) if one.at else None) == one.after


def test_nothing_is_told_of_what_stayed_though_paragraphs_begin_elsewhere(
    article: Callable[..., Article],
) -> None:
    before = article(FIRST, SECOND)
    after = article(*FIRST.replace(". ", ".\n").split("\n"), SECOND, Block("boilerplate", "Share"))
    assert version_changes(before, after) == ()


def test_what_was_removed_on_both_sides_of_what_stayed_is_two_changes(
    article: Callable[..., Article],
) -> None:
    changes = version_changes(article(FIRST), article("It will cost four million."))
    assert [one.before for one in changes] == ["The wall will be built.", "Work begins in May."]


def test_a_headline_is_a_change_too(article: Callable[..., Article]) -> None:
    before = article(FIRST)
    named, renamed = replace(before, title="Wall"), replace(before, title="Walls")
    (change,) = version_changes(named, renamed)
    assert (change.kind, change.before, change.after) == ("replaced", "Wall", "Walls")
    assert (change.of, change.at) == ("title", None)
    assert [one.kind for one in version_changes(before, named)] == ["added"]
    assert [one.kind for one in version_changes(named, before)] == ["removed"]
