"""A request of a push that is overtaken by the next on its way: equals keep the order of their library."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from archive_to_test import archive_for_test, ask_archive
from delaying_proxy import delaying_proxy

from search import Desk, push_library
from search.engine.opensearch.archive_connection import Connection
from search.engine.opensearch.writing.bulk_requests import BulkSender, Change

if TYPE_CHECKING:
    from search import Sort
    from search.archive_address import ArchiveAddress

pytestmark = pytest.mark.archive
MANY = 60
AT_ONCE = 10


@pytest.fixture(autouse=True)
def small_requests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("search.engine.opensearch.writing.bulk_requests._MOST", AT_ONCE)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Give a library whose articles are all of one day, one outlet and the same words."""
    folder = tmp_path / "news"
    folder.mkdir()
    with (folder / "tide.jsonl").open("w") as out:
        for number in range(MANY):
            told = {"title": f"Ferry {number:02}", "text": "The ferry sailed from the quay."}
            out.write(json.dumps(told | {"source": "The Tide", "date": "2026-03-04"}) + "\n")
    desk = Desk(folder, cache=tmp_path / "cache", data=tmp_path / "data")
    desk.sync()
    return desk


def titles(archive: ArchiveAddress, sort: Sort, tmp_path: Path) -> list[str | None]:
    there = Desk(Path(str(archive)), cache=tmp_path / "cache", data=tmp_path / "data")
    shown = [hit.head.title for hit in there.hits(there.search("ferry", sort), 0, MANY)]
    there.close()
    return shown


def test_equals_stand_as_in_their_library_though_requests_overtook_each_other(
    desk: Desk, tmp_path: Path
) -> None:
    archive = archive_for_test(tmp_path)
    late = [f"Ferry {number:02}".encode() for number in range(0, MANY, 2 * AT_ONCE)]
    with delaying_proxy(archive, lambda body: any(one in body for one in late), 30) as proxy:
        report = push_library(desk, str(proxy.at(archive)))
        assert (report.added, report.rejected) == (MANY, ())
        assert proxy.overtaken == len(late)
    sorts: tuple[Sort, ...] = ("relevance", "newest", "oldest", "source")
    for sort in sorts:
        here = [hit.head.title for hit in desk.hits(desk.search("ferry", sort), 0, MANY)]
        assert len(set(here)) == MANY
        assert titles(archive, sort, tmp_path) == here, sort
    desk.close()


def test_the_later_of_two_changes_to_a_document_stays_though_the_earlier_is_slow(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.engine.opensearch.writing.bulk_requests._MOST", 1)
    archive = archive_for_test(tmp_path)
    ask_archive("PUT", f"/{archive.index}")
    with delaying_proxy(archive, lambda body: b'"told": 1' in body, 2) as proxy:
        connection = Connection(proxy.at(archive))
        sender = BulkSender(connection, archive.index, lambda: None)
        told = [("a", 1), ("a", 2)]
        sender.send([Change(name, json.dumps({"told": number})) for name, number in told])
        sender.finish()
        connection.close()
    held: Any = ask_archive("GET", f"/{archive.index}/_doc/a")
    assert held["_source"]["told"] == 2
