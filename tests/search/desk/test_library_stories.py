"""The stories of a real folder, as they come and change."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from search import ArticleId, Desk, NoSuchArticleError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


STRIKE = (
    "Dockers of Westhaven walked out over wages on Thursday, said union leader Maria Okafor. "
    "The strike idles forty cranes and keeps twelve freighters from berthing at the terminal."
)
FLOOD = (
    "The river Lenne burst its banks near Altburg and flooded the market hall overnight. "
    "Mayor Jonas Brandt asked the army for boats and sandbags as the dam came under strain."
)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    put(folder, "a.md", "Dockers walk out", STRIKE, "Pilot", "2024-05-02")
    put(folder, "b.md", "Strike idles Westhaven", STRIKE + " Talks begin.", "Tide", "2024-05-03")
    put(folder, "c.md", "Altburg under water", FLOOD, "Pilot", "2024-05-02")
    put(folder, "d.md", "Army boats for Altburg", FLOOD + " Rain is forecast.", None)
    put(folder, "e.md", "A cake", "Whisk eggs and sugar, fold in flour, bake.", "Tide")
    return folder


@pytest.fixture
def desk(library: Path, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(library, cache=tmp_path / "cache", data=tmp_path / "data")
    desk.sync()
    yield desk
    desk.close()


def put(folder: Path, name: str, title: str, text: str, source: str | None, day: str = "") -> None:
    head = f"title: {title}\n"
    head += f"source: {source}\n" if source else ""
    head += f"date: {day}\n" if day else ""
    (folder / name).write_text(f"---\n{head}---\n\n{text}\n", "utf-8")


def test_claims_of_a_story_are_those_of_its_outlets(desk: Desk) -> None:
    desk.story_groups.gather()
    found = desk.story_groups.claims(desk.resolve("a.md"))
    assert found.outlets == ("Pilot", "Tide")
    assert [(one.outlets, one.alone) for one in found.claims] == [(2, False), (2, False)]
    assert desk.story_groups.claims(desk.resolve("e.md")).claims == ()


def told(desk: Desk) -> list[str]:
    return [" ".join(desk.path(one)[0] for one in story.articles) for story in desk.stories()]


def test_what_is_left_out_of_account_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["search.stories.group"], "_MOST_EDGES", 0)
    monkeypatch.setattr(sys.modules["search.stories.group"], "_MOST_EDGES_EACH", 0)
    desk.stories()
    left_out = desk.story_groups.left_out
    assert left_out > 0
    assert any(f"the {left_out} least close were left out" in one for one in desk.hear())
    desk.stories()
    assert desk.story_groups.left_out == left_out
    assert desk.hear() == ()


def id_of(desk: Desk, name: str) -> ArticleId:
    return desk.resolve(str(desk.library / f"{name}.md"))


def test_articles_of_one_event_are_a_story_largest_first(desk: Desk) -> None:
    assert told(desk) == ["a b", "c d", "e"]


def test_a_story_says_what_it_is_and_why(desk: Desk) -> None:
    strike, flood, cake = desk.stories()
    assert (strike.title, strike.first, strike.last) == (
        "Dockers walk out",
        "2024-05-02",
        "2024-05-03",
    )
    assert strike.sources == ("Pilot", "Tide")
    assert strike.why[0].startswith("shares: ")
    assert "Westhaven" in strike.why[0]
    assert strike.why[1] == "1 day apart"
    assert (flood.sources, len(flood.why)) == (("Pilot",), 1)
    assert (cake.first, cake.last, cake.why) == (None, None, ())


def test_a_screen_finds_the_story_of_an_article_and_its_versions(desk: Desk) -> None:
    desk.story_groups.gather()
    story = desk.story_groups.story(id_of(desk, "b"))
    assert story == desk.stories()[0]
    first, second = desk.story_groups.timeline(id_of(desk, "b"))
    assert (first.head.path, first.ran_first, second.head.path, second.ran_first) == (
        "a.md",
        True,
        "b.md",
        False,
    )
    assert (first.line or "").startswith("Dockers of Westhaven")
    known, undated = desk.story_groups.timeline(id_of(desk, "d"))
    assert (known.head.path, known.ran_first, undated.ran_first) == ("c.md", True, False)


def test_stories_are_told_in_short_in_the_order_of_articles_each_once(desk: Desk) -> None:
    a, b, d, e = (id_of(desk, name) for name in "abde")
    assert desk.story_groups.heads([a], frozenset()) == []
    desk.story_groups.gather()
    cake, strike, flood = desk.story_groups.heads([e, b, d, a], frozenset([a]))
    assert (cake.title, cake.articles, cake.unread, cake.first) == ("A cake", 1, 1, None)
    assert (strike.article, strike.articles, strike.unread) == (b, 2, 1)
    assert (strike.sources, strike.ran_first) == (("Pilot", "Tide"), ("Pilot",))
    assert (strike.first, strike.last) == ("2024-05-02", "2024-05-03")
    assert strike.id == desk.stories()[0].id
    assert flood.article == d


def test_rows_show_how_many_other_sources_tell_it(desk: Desk) -> None:
    assert desk.story_groups.versions([id_of(desk, "a")]) == {}
    desk.story_groups.gather()
    counts = desk.story_groups.versions([id_of(desk, name) for name in "acde"])
    assert list(counts.values()) == [1, 1, 1, 0]


def test_stories_follow_the_folder_and_keep_their_ids(desk: Desk, library: Path) -> None:
    before = {story.title: story.id for story in desk.stories()}
    put(library, "0.md", "Walkout at Westhaven", STRIKE + " Ships wait.", "Gazette", "2024-05-01")
    (library / "d.md").unlink()
    put(library, "e.md", "Altburg dam holds", FLOOD + " It held.", "Tide", "2024-05-03")
    desk.sync()
    assert told(desk) == ["0 a b", "c e"]
    after = {story.title: story.id for story in desk.stories()}
    assert after["Walkout at Westhaven"] == before["Dockers walk out"]
    assert after["Altburg under water"] == before["Altburg under water"]


def test_what_was_gathered_is_there_at_the_next_start(desk: Desk, tmp_path: Path) -> None:
    stories = desk.stories()
    again = Desk(desk.library, cache=tmp_path / "cache", data=tmp_path / "data")
    assert again.story_groups.story(id_of(again, "a")) == stories[0]
    (kept,) = (tmp_path / "cache").rglob("stories.arrays")
    kept.write_bytes(kept.read_bytes()[:-40])
    damaged = Desk(desk.library, cache=tmp_path / "cache", data=tmp_path / "data")
    assert damaged.story_groups.story(id_of(damaged, "a")) is None
    assert damaged.stories() == stories
    again.close()
    damaged.close()


def test_split_and_merge_are_remembered_and_undone(desk: Desk, tmp_path: Path) -> None:
    desk.story_groups.split(id_of(desk, "b"))
    assert sorted(told(desk)) == ["a", "b", "c d", "e"]
    desk.story_groups.merge(id_of(desk, "e"), id_of(desk, "b"))
    assert sorted(told(desk)) == ["a", "b e", "c d"]
    desk.sync(rebuild=True)
    again = Desk(desk.library, cache=tmp_path / "cache", data=tmp_path / "data")
    assert sorted(told(again)) == ["a", "b e", "c d"]
    again.close()
    assert desk.story_groups.undo()
    assert sorted(told(desk)) == ["a", "b", "c d", "e"]
    assert desk.story_groups.undo()
    assert told(desk) == ["a b", "c d", "e"]
    assert not desk.story_groups.undo()


def test_an_article_merged_into_a_story_can_be_split_from_it(desk: Desk) -> None:
    desk.story_groups.merge(id_of(desk, "a"), id_of(desk, "c"))
    assert sorted(told(desk)) == ["a c b d", "e"]
    desk.story_groups.split(id_of(desk, "d"))
    assert sorted(told(desk)) == ["a c b", "d", "e"]


def test_cancelled_nothing_changes(desk: Desk, library: Path) -> None:
    assert told(desk) == ["a b", "c d", "e"]
    put(library, "f.md", "Walkout at Westhaven", STRIKE, "Gazette", "2024-05-01")
    desk.sync()
    assert not desk.story_groups.gather(lambda: True)
    assert desk.story_groups.story(id_of(desk, "f")) is None
    assert desk.story_groups.gather()
    assert desk.story_groups.story(id_of(desk, "f")) is not None


def test_a_library_without_an_index_has_no_stories(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    desk = Desk(tmp_path / "empty", cache=tmp_path / "cache", data=tmp_path / "data")
    assert desk.stories() == []
    desk.sync()
    assert desk.stories() == []
    assert desk.story_groups.versions([]) == {}
    with pytest.raises(NoSuchArticleError):
        desk.story_groups.split(ArticleId("0" * 16))
    desk.close()
