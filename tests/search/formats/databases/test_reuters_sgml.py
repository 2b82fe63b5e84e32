"""The Reuters-21578 collection."""

from __future__ import annotations

from export_texts import REUTERS_FILE
from exports import articles, drafts, story


def test_a_story_has_its_head_and_its_text() -> None:
    first = articles(REUTERS_FILE, ".sgm")[0]
    assert (first.title, first.source) == ("FERRIES <FRY> STAY IN HARBOUR", "Reuters")
    assert (first.authors, first.published) == (("Jane Doe",), "1987-02-26")
    assert first.tags == ("ship", "wheat")
    assert story(first) == [
        "The crews walked out at dawn on Monday and left some four thousand travellers waiting on the piers of the town.",
        "Ferries Ltd said it had lost 33 pct of its income, and cut its offer to 3 pct.",
    ]


def test_a_flash_is_its_headline() -> None:
    second = articles(REUTERS_FILE, ".sgm")[1]
    assert (second.title, story(second)) == ("FERRY TALKS RESUME", ["FERRY TALKS RESUME"])


def test_a_story_as_it_came_over_the_wire_is_a_text() -> None:
    assert "The table of tides is late today." in str(articles(REUTERS_FILE, ".sgm")[2])


def test_a_story_is_known_by_its_new_number() -> None:
    assert [draft.own for draft in drafts(REUTERS_FILE, ".sgm")] == ["1", "2", "3"]
