"""The versions of an article in a library: which there are, and what they are called."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import pytest
from paper import opened, put
from versions import FIRST, PATH, SECOND, THIRD, bring_in

from search import NoSuchArticleError, named_revision, revision_id

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from search import Desk

KEPT = ".revisions/" + PATH.removesuffix(".md")


@pytest.fixture
def library(tmp_path: Path) -> Path:
    bring_in(tmp_path, tmp_path / "library", FIRST, SECOND, THIRD)
    return tmp_path / "library"


@pytest.fixture
def desk(library: Path) -> Iterator[Desk]:
    desk = opened(library.parent, library)
    yield desk
    desk.close()


def numbers(desk: Desk, name: str = PATH) -> list[int]:
    return [one.number for one in desk.revisions.of(desk.resolve(name)).versions]


def text(desk: Desk, name: str) -> str:
    return " ".join(block.text for block in desk.read(desk.resolve(name)).blocks)


def test_each_version_is_an_article_of_its_own(desk: Desk) -> None:
    article = desk.resolve(PATH)
    found = desk.revisions.of(article)
    assert [one.number for one in found.versions] == [1, 2, 3]
    assert [one.article.id for one in found.versions] == [f"{article}@1", f"{article}@2", article]
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:]{8}\+00:00", one.seen) for one in found.versions)
    assert text(desk, f"{PATH}@1") == " ".join(FIRST)
    assert text(desk, f"{article}@2") == " ".join(SECOND)
    assert desk.resolve(f"{PATH}@3") == article
    assert desk.revisions.of(revision_id(article, 2)) == found
    assert desk.read(revision_id(article, 1)).path == f"{PATH}@1"
    assert desk.path(revision_id(article, 1)) == f"{PATH}@1"
    assert (desk.revisions.earlier(desk.read(article)), desk.articles) == (2, 1)


def test_a_number_that_is_none_is_told(desk: Desk, library: Path) -> None:
    with pytest.raises(NoSuchArticleError, match="its latest version is 3"):
        desk.resolve(f"{PATH}@4")
    (library / KEPT / "2.md").unlink()
    with pytest.raises(NoSuchArticleError, match="@2: it was not kept"):
        desk.resolve(f"{PATH}@2")
    with pytest.raises(NoSuchArticleError, match="no article has this path or id"):
        desk.resolve("other.md@1")


def test_versions_go_with_their_library_wherever_it_is_put(library: Path) -> None:
    moved = library.rename(library.with_name("moved"))
    desk = opened(moved.parent, moved)
    assert numbers(desk) == [1, 2, 3]
    desk.close()


def test_an_edit_of_ones_own_is_no_version_nor_among_what_changed(
    desk: Desk, library: Path
) -> None:
    file = library / PATH
    file.write_text(file.read_text("utf-8").replace("five million", "a fortune"), "utf-8")
    desk.sync()
    found = desk.revisions.of(desk.resolve(PATH))
    assert [one.number for one in found.versions] == [1, 2, 3]
    before, after = found.versions[1].article, found.versions[2].article
    assert after.id == f"{found.article}@3"
    assert "fortune" not in str(desk.revisions.changes(before, after))
    assert "fortune" in text(desk, PATH)
    (library / KEPT / "3.md").unlink()
    assert [one.edited for one in desk.revisions.of(found.article).versions] == [False, False, True]


@pytest.mark.parametrize("what", ["link", "pipe", "folder", "nothing", "bytes"])
def test_one_bad_file_is_told_and_the_rest_goes_on(desk: Desk, library: Path, what: str) -> None:
    bad = library / KEPT / "1.md"
    bad.unlink()
    if what == "link":
        bad.symlink_to(library / KEPT / "2.md")
    elif what == "pipe":
        os.mkfifo(bad)
    elif what == "folder":
        bad.mkdir()
    else:
        bad.write_bytes(b"" if what == "nothing" else bytes(range(256)) * 9)
    (library / KEPT / "0.md").touch()
    (library / KEPT / "99999999999999.md").touch()
    (library / KEPT / "4.txt").touch()
    found = desk.revisions.of(desk.resolve(PATH))
    assert [one.number for one in found.versions] == [2, 3]
    assert [error.path for error in found.failed] == [f"{KEPT}/1.md"]
    assert desk.revisions.earlier(desk.read(found.article)) == 1


@pytest.mark.parametrize(("name", "most"), [("_MOST", 2), ("_MOST_BYTES", 900)])
def test_of_very_many_only_the_latest_are_looked_at_and_that_is_told(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, name: str, most: int
) -> None:
    monkeypatch.setattr(f"search.desk.revisions.kept_versions.{name}", most)
    found = desk.revisions.of(desk.resolve(PATH))
    assert [one.number for one in found.versions] == [2, 3]
    assert [error.reason for error in found.failed] == [
        "3 versions, of which only the latest 2 are looked at"
    ]


def test_a_long_text_is_a_version_by_its_beginning(desk: Desk, library: Path) -> None:
    kept = library / KEPT / "1.md"
    with kept.open("a", encoding="utf-8") as stream:
        stream.write("\n\n" + "Die Möwen über der Förde. " * 20_000)
    found = desk.revisions.of(desk.resolve(PATH))
    assert [one.number for one in found.versions] == [1, 2, 3]
    assert found.versions[0].article.blocks[-1].text.endswith("über der Förde.")


def test_a_folder_that_leads_elsewhere_is_not_followed(desk: Desk, library: Path) -> None:
    (library / ".revisions").rename(library.parent / "elsewhere")
    (library / ".revisions").symlink_to(library.parent / "elsewhere")
    found = desk.revisions.of(desk.resolve(PATH))
    assert [one.number for one in found.versions] == [1]
    assert "a link" in found.failed[0].reason
    with pytest.raises(NoSuchArticleError):
        desk.read(revision_id(found.article, 1))


def test_versions_of_what_had_the_name_before_are_not_its_own(desk: Desk, library: Path) -> None:
    file = library / PATH
    file.write_text(file.read_text("utf-8").replace("quay.example/wall", "quay.example/2"), "utf-8")
    desk.sync()
    assert desk.revisions.earlier(desk.read(desk.resolve(PATH))) == 0


def test_a_file_that_has_such_a_name_is_meant_by_it(library: Path) -> None:
    put(library, "a@2.md", 1)
    put(library, "plain.txt@1", 2)
    desk = opened(library.parent, library)
    assert desk.read(desk.resolve("a@2.md")).title == "Marlow 1"
    assert numbers(desk, "a@2.md") == [1]
    assert desk.resolve("a@2.md@1") == desk.resolve("a@2.md")
    assert desk.path(desk.resolve("plain.txt@1")) == "plain.txt@1"
    desk.close()


def test_a_version_has_the_counterparts_of_its_article_but_not_the_article(
    desk: Desk, library: Path
) -> None:
    put(library, "tide.md", 1, " ".join(FIRST), source="Tide")
    desk.sync()
    article = desk.resolve(PATH)
    for same_source in (False, True):
        found = desk.counterparts(revision_id(article, 1), same_source=same_source)
        assert [one.head.path for one in found] == ["tide.md"]


def test_two_versions_are_compared_as_such_either_way_round(desk: Desk) -> None:
    one, three = desk.resolve_each(f"{PATH}@1", f"{PATH}@3")
    found = desk.compare(one, three)
    assert [link.tier for link in found.links] == ["same words", "says the same"]
    assert (found.unmatched.left, found.unmatched.right) == ((2, 3), (2,))
    assert desk.compare(three, one) == found.mirrored()
    assert not desk.compare(three, three).versions


@pytest.mark.parametrize("name", ["a@0", "a@01", "a@1234567", "@1", "a@-1", "a@1 ", "a@²", "a"])
def test_names_that_name_no_version(name: str) -> None:
    assert named_revision(name) is None
