"""All that is found is marked as read without reading it, and is found again all the same."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from paper import opened, put, told

from search import CancelledError, MarkChange

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from search import Desk


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    for number in range(1, 4):
        put(folder, f"{number}.md", number)
    records = [{"title": f"Marlow {n}", "text": told(n), "source": "Tide"} for n in range(20, 23)]
    (folder / "all.jsonl").write_text("".join(json.dumps(one) + "\n" for one in records), "utf-8")
    return folder


@pytest.fixture
def desk(library: Path, tmp_path: Path) -> Iterator[Desk]:
    desk = opened(tmp_path, library)
    yield desk
    desk.close()


def read_all(desk: Desk, query: str = "") -> int:
    return desk.marks.read_all(desk.search(query).found)


def read(desk: Desk) -> list[str]:
    """Bring the index up to date, and give the paths of the articles that are read."""
    desk.sync()
    heads = desk.heads()
    marks = desk.marks.of([head.id for head in heads])
    return sorted(head.path for head, marked in zip(heads, marks, strict=True) if marked.read)


def test_none_is_read_and_it_is_one_step(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.marks.mark([desk.resolve("1.md")], MarkChange(read=True))
    with monkeypatch.context() as patch:
        patch.setattr(desk.marks, "_texts", None)
        assert read_all(desk) == 5
        assert read_all(desk) == 0
    assert len(read(desk)) == 6
    assert desk.marks.store.undo() == "read of 5 articles"
    assert read(desk) == ["1.md"]


def test_it_tells_how_far_it_is_and_stops_with_nothing_changed(desk: Desk) -> None:
    found = desk.search("").found
    heard: list[tuple[int, int]] = []
    with pytest.raises(CancelledError):
        desk.marks.read_all(found, lambda *at: heard.append(at), lambda: True)
    assert (heard, read(desk)) == ([], [])
    desk.marks.read_all(found, lambda *at: heard.append(at))
    assert heard == [(6, 6)]


def test_they_go_with_what_moves_unchanged(library: Path, desk: Desk) -> None:
    read_all(desk)
    (library / "1.md").rename(library / "9.md")
    lines = (library / "all.jsonl").read_text("utf-8").splitlines(keepends=True)
    extra = json.dumps({"title": "Marlow 30", "text": told(30), "source": "Tide"}) + "\n"
    (library / "all.jsonl").write_text("".join([extra, *lines]), "utf-8")
    assert read(desk) == ["2.md", "3.md", "9.md", *(f"all.jsonl#{n}" for n in (2, 3, 4))]


def test_they_stay_with_an_article_of_its_title_and_no_other(library: Path, desk: Desk) -> None:
    read_all(desk)
    put(library, "1.md", 1, "Written anew, from the first word to the last.")
    put(library, "2.md", 77)
    assert read(desk) == ["1.md", "3.md", *(f"all.jsonl#{n}" for n in (1, 2, 3))]


def test_another_mark_has_an_article_known_by_its_text(library: Path, desk: Desk) -> None:
    read_all(desk)
    desk.marks.mark([desk.resolve("1.md")], MarkChange(starred=True))
    (library / "1.md").unlink()
    (library / "other.md").write_text(
        f"---\ntitle: Marlow 1\nsource: Tide\nauthor: A. Holm\n---\n\n{told(1)}\n", "utf-8"
    )
    assert "other.md" in read(desk)


def test_a_document_has_what_they_are_found_by_elsewhere(tmp_path: Path, desk: Desk) -> None:
    read_all(desk)
    glimpsed = json.loads(json.dumps(desk.marks.store.document()))
    assert not desk.marks.add_document(glimpsed, desk.ids)
    document = desk.marks.document(desk.ids)
    assert all(entry["text"] and entry["sketch"] for entry in document["articles"])
    assert not desk.marks.add_document(document, desk.ids)
    put(tmp_path / "b" / "library", "elsewhere.md", 2)
    second = opened(tmp_path / "b")
    assert second.marks.add_document(document, second.ids)
    assert read(second) == ["elsewhere.md"]
    second.close()
