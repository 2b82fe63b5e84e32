"""Pushing a library to a running OpenSearch."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from archive_to_test import archive_for_test

from search import Desk, push_library
from search.engine import engine_choice
from search.engine.opensearch import archive_documents
from search.errors import CancelledError, IndexLockedError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search import Article, PushReport
    from search.archive_address import ArchiveAddress
    from search.engine import Snapshot
    from search.engine.archive_protocol import ArchiveWriter
    from search.stories import KeptTerms

pytestmark = pytest.mark.archive


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(7):
        (folder / f"{number}.txt").write_text(f"Ferry {number}\n\nFerry number {number} sailed.\n")
    return folder


@pytest.fixture
def archive(tmp_path: Path) -> ArchiveAddress:
    return archive_for_test(tmp_path)


@pytest.fixture
def desk(library: Path, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(library, cache=tmp_path / "cache", data=tmp_path / "data")
    desk.sync()
    yield desk
    desk.close()


def counts(report: PushReport) -> tuple[int, int, int]:
    return report.added, report.changed, report.removed


def held(archive: ArchiveAddress) -> dict[str, str]:
    """Give path and text of every article that is found there."""
    engine = engine_choice.open_archive(archive)

    def everything(snapshot: Snapshot) -> dict[str, str]:
        found = snapshot.articles(snapshot.beginning([""])[0])
        return {one.path: one.blocks[-1].text for one in found if one}

    try:
        return engine.read(everything)
    finally:
        engine.close()


def test_an_archive_gets_what_is_new_or_changed_and_loses_what_is_gone(
    desk: Desk, library: Path, archive: ArchiveAddress
) -> None:
    assert counts(push_library(desk, str(archive))) == (7, 0, 0)
    assert counts(push_library(desk, str(archive))) == (0, 0, 0)
    (library / "0.txt").write_text("Ferry 0\n\nIt sank.\n")
    (library / "1.txt").unlink()
    (library / "8.txt").write_text("Ferry 8\n\nFerry number 8 sailed.\n")
    desk.sync()
    assert counts(push_library(desk, str(archive), keep_gone=True)) == (1, 1, 0)
    assert push_library(desk, str(archive), keep_gone=True).kept == 1
    assert counts(push_library(desk, str(archive))) == (0, 0, 1)
    there = held(archive)
    assert sorted(there) == [f"{n}.txt" for n in (0, 2, 3, 4, 5, 6, 8)]
    assert there["0.txt"] == "It sank."


def test_an_archive_half_pushed_is_gone_on_with(
    desk: Desk, archive: ArchiveAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.desk.archives.push_library._SENT_AT_ONCE", 2)
    seen: list[int] = []

    with pytest.raises(CancelledError):
        push_library(desk, str(archive), lambda done, _: seen.append(done), lambda: len(seen) == 5)
    assert len(held(archive)) == 5
    assert counts(push_library(desk, str(archive))) == (2, 0, 0)


def test_what_an_archive_rejects_is_named_and_the_rest_goes_on(
    desk: Desk, archive: ArchiveAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = archive_documents.document

    def odd(article: Article, kept: KeptTerms | None, text: str) -> dict[str, object]:
        made = make(article, kept, text)
        return made | ({"words": "many"} if '"3.txt"' in made["head"] else {})

    monkeypatch.setattr("search.engine.opensearch.writing.document_making.document", odd)
    report = push_library(desk, str(archive))
    assert counts(report) == (6, 0, 0)
    (rejected,) = report.rejected
    assert rejected.article is not None
    assert (rejected.path, rejected.article.title) == ("3.txt", "Ferry 3")
    assert "words" in rejected.reason
    monkeypatch.undo()
    assert counts(push_library(desk, str(archive))) == (1, 0, 0)


def test_of_two_pushes_to_an_archive_at_once_the_other_is_refused(
    desk: Desk, archive: ArchiveAddress
) -> None:
    engine = engine_choice.open_archive(archive)

    def meanwhile(_: ArchiveWriter) -> None:
        with pytest.raises(IndexLockedError):
            push_library(desk, str(archive))

    engine.write_archive(meanwhile)
    engine.close()
    assert counts(push_library(desk, str(archive))) == (7, 0, 0)


def test_an_archive_is_opened_like_a_folder(
    desk: Desk, archive: ArchiveAddress, tmp_path: Path
) -> None:
    push_library(desk, str(archive))
    there = Desk(Path(str(archive)), cache=tmp_path / "cache", data=tmp_path / "data")
    assert there.ready
    report = there.sync()
    assert (report.articles, report.added) == (7, 0)
    one = there.resolve("3.txt")
    assert there.read(one) == desk.read(one)
    assert there.resolve(one[:10]) == one
    assert [hit.head.path for hit in there.hits(there.search('"number 3"'), 0, 9)] == ["3.txt"]
    there.close()
