"""Marks belong to the article, wherever it goes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from paper import SENTENCES, opened, put, told

from search.marks import MarkChange

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from search import Desk


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    for number in range(1, 5):
        put(folder, f"{number}.md", number)
    return folder


@pytest.fixture
def desk(library: Path, tmp_path: Path) -> Iterator[Desk]:
    desk = opened(tmp_path, library)
    yield desk
    desk.close()


def star(desk: Desk, path: str) -> None:
    desk.marks.mark([desk.resolve(path)], MarkChange(starred=True))


def starred(desk: Desk) -> list[str]:
    """Bring the index up to date, and give the paths of the articles that are starred."""
    desk.sync()
    heads = desk.heads()
    marks = desk.marks.of([head.id for head in heads])
    return [head.path for head, marked in zip(heads, marks, strict=True) if marked.starred]


def test_they_go_with_a_renamed_file(library: Path, desk: Desk) -> None:
    star(desk, "1.md")
    (library / "1.md").rename(library / "9.md")
    assert starred(desk) == ["9.md"]


def test_two_that_change_places_keep_theirs(library: Path, desk: Desk) -> None:
    star(desk, "1.md")
    desk.marks.mark([desk.resolve("2.md")], MarkChange(tags=("second",)))
    (library / "1.md").rename(library / "x.md")
    (library / "2.md").rename(library / "1.md")
    (library / "x.md").rename(library / "2.md")
    assert starred(desk) == ["2.md"]
    assert desk.marks.of([desk.resolve("1.md")])[0].tags == ("second",)


def test_they_go_with_an_address_whatever_its_text_says(library: Path, desk: Desk) -> None:
    put(library, "a.md", 5, url="https://tide.example/5")
    desk.sync()
    star(desk, "a.md")
    (library / "a.md").unlink()
    put(library, "b.md", 6, url="https://tide.example/5")
    assert starred(desk) == ["b.md"]


def test_the_same_words_of_another_outlet_are_another_article(library: Path, desk: Desk) -> None:
    star(desk, "1.md")
    (library / "1.md").unlink()
    put(library, "9.md", 1, source="Pilot")
    assert starred(desk) == []


def test_they_stay_while_four_fifths_of_a_text_stay(library: Path, desk: Desk) -> None:
    star(desk, "1.md")
    put(library, "1.md", 1, told(1).replace(SENTENCES[3].format(n=1), "The vote is off."))
    assert starred(desk) == ["1.md"]


def test_a_new_article_at_an_old_path_inherits_nothing(library: Path, desk: Desk) -> None:
    star(desk, "1.md")
    put(library, "1.md", 1, "Whisk six eggs with sugar, fold in the flour, and bake it until dawn.")
    assert starred(desk) == []
    put(library, "1.md", 1, "Whisk six eggs with sugar, fold in the flour, and bake it until noon.")
    assert starred(desk) == []


def test_an_article_that_comes_back_finds_its_marks(library: Path, desk: Desk) -> None:
    star(desk, "1.md")
    text = (library / "1.md").read_text("utf-8")
    (library / "1.md").unlink()
    assert starred(desk) == []
    (library / "later.md").write_text(text, "utf-8")
    assert starred(desk) == ["later.md"]


def test_a_copy_takes_nothing_from_the_article(library: Path, desk: Desk) -> None:
    star(desk, "1.md")
    (library / "copy.md").write_bytes((library / "1.md").read_bytes())
    assert starred(desk) == ["1.md"]


def test_marks_of_both_join_where_two_turn_out_to_be_one(library: Path, desk: Desk) -> None:
    star(desk, "1.md")
    (library / "copy.md").write_bytes((library / "1.md").read_bytes())
    desk.sync()
    desk.marks.mark([desk.resolve("copy.md")], MarkChange(tags=("kept",)))
    (library / "1.md").unlink()
    assert starred(desk) == ["copy.md"]
    assert desk.marks.of([desk.resolve("copy.md")])[0].tags == ("kept",)


def test_they_go_with_a_record_that_others_are_put_before(library: Path, desk: Desk) -> None:
    records = [{"title": f"Marlow {n}", "text": told(n), "source": "Tide"} for n in range(20, 24)]

    def write(*order: int) -> None:
        lines = "".join(json.dumps(records[at]) + "\n" for at in order)
        (library / "all.jsonl").write_text(lines, "utf-8")

    write(0, 1)
    desk.sync()
    star(desk, "all.jsonl#2")
    write(2, 3, 0, 1)
    assert starred(desk) == ["all.jsonl#4"]


def test_what_a_sync_missed_is_found_by_the_next(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = opened(tmp_path, library)
    star(first, "1.md")
    first.sync()
    (library / "1.md").rename(library / "9.md")
    with monkeypatch.context() as patch:  # as if it had been killed just before
        patch.setattr(first.marks, "after_sync", lambda *_: None)
        first.sync()
    first.close()
    put(library, "another.md", 77)
    later = opened(tmp_path, library)
    assert starred(later) == ["9.md"]
    later.close()


def test_an_article_that_cannot_be_read_just_now_keeps_its_marks(
    library: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    star(desk, "1.md")
    put(library, "1.md", 1, told(1) + "\n\nOne more sentence.")
    with monkeypatch.context() as patch:
        patch.setattr(desk.marks, "_read", lambda _: None)
        desk.sync()
    put(library, "another.md", 77)
    assert starred(desk) == ["1.md"]
