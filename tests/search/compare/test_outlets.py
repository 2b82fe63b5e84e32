from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from search import Desk
from search.compare import Sides, Uses, preferences
from search.stories import Story

if TYPE_CHECKING:
    from pathlib import Path

FILLER = [(f"filler{'x' * n}", Uses(100, 100, 200, 60, 60)) for n in range(80)]


def test_a_word_one_source_keeps_using_is_told() -> None:
    uses = [
        ("regime", Uses(190, 5, 200, 40, 4)),
        ("government", Uses(10, 95, 110, 9, 50)),
        ("minister", Uses(50, 50, 100, 30, 30)),
        ("the", Uses(900, 100, 1000, 50, 50)),
        ("2019", Uses(90, 5, 100, 40, 4)),
        *FILLER,
    ]

    found = preferences(uses)

    assert [(one.word, one.z > 0) for one in found] == [("regime", True), ("government", False)]
    assert found[0].articles == Sides(40, 4)


def test_forms_of_a_word_count_together_and_show_as_the_most_frequent() -> None:
    uses = [
        ("sanction", Uses(20, 1, 21, 9, 1)),
        ("sanctions", Uses(60, 2, 62, 30, 2)),
        *FILLER,
    ]

    (found,) = preferences(uses)

    assert (found.word, found.left, found.right) == ("sanctions", 80, 3)
    assert found.articles.left == 30


def test_one_long_story_is_no_habit() -> None:
    uses = [("dam", Uses(90, 0, 90, 2, 0)), *FILLER]

    assert preferences(uses) == ()


def test_swapping_the_sources_turns_the_sign() -> None:
    uses = {"regime": Uses(90, 5, 100, 40, 4), **dict(FILLER)}
    turned = {
        w: Uses(u.right, u.left, u.whole, u.right_articles, u.left_articles)
        for w, u in uses.items()
    }

    assert [one.z for one in preferences(turned.items())] == [
        -one.z for one in preferences(uses.items())
    ]


STORIES = {
    "Herald": "The regime sent troops to the border again today. People waited for bread.",
    "Courier": "The government sent soldiers to the border again today. People waited for rice.",
    "": "Nobody signed this story about bread and rice.",
}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    library = tmp_path / "library"
    library.mkdir()
    for source, text in STORIES.items():
        for n in range(60):
            head = f"---\ntitle: Story {n}\n" + (f"source: {source}\n" if source else "") + "---\n"
            (library / f"{source or 'none'}-{n}.txt").write_text(head + text)
    desk = Desk(library, cache=tmp_path / "cache")
    desk.sync()
    return desk


def test_a_desk_sets_source_against_source(desk: Desk) -> None:
    found = desk.sources("Herald", "Courier")

    assert (found.articles.left, found.articles.right) == (60, 60)
    assert found.words.left == 60 * len(STORIES["Herald"].split())
    told = {one.word: (one.left, one.right) for one in found.preferences}
    assert told == {
        "regime": (60, 0), "troops": (60, 0), "bread": (60, 0),
        "government": (0, 60), "soldiers": (0, 60), "rice": (0, 60),
    }  # fmt: skip


def test_stories_at_hand_are_counted_if_both_tell_them(desk: Desk) -> None:
    story = Story("0" * 16, "Troops", None, None, (), ("Courier", "Herald"), ())
    other = Story("1" * 16, "Bread", None, None, (), ("Herald",), ())

    assert desk.sources("Herald", "Courier").stories is None
    assert desk.sources("Herald", "Courier", [story, other]).stories == 1


def test_counts_leave_out_what_was_removed_and_changed(desk: Desk) -> None:
    (desk.library / "Herald-0.txt").unlink()
    (desk.library / "Herald-1.txt").write_text("---\nsource: Herald\n---\nThe regime, the regime.")
    desk.sync()

    found = desk.sources("Herald", None)

    assert (found.articles.left, found.articles.right) == (59, 60)
    uses = Counter({one.word: one.left for one in found.preferences})
    assert uses["regime"] == 58 + 2


def test_a_source_nobody_knows_has_no_words(desk: Desk) -> None:
    found = desk.sources("Herald", "Nowhere")

    assert found.articles.right == 0
    assert found.preferences == ()
