"""What other programs' exports say of articles."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from typing import TYPE_CHECKING

import pytest

from search import ArticleError
from search.marks.other_readers import SavedItem, newsboat_items, read_items

if TYPE_CHECKING:
    from pathlib import Path

TIDE, EBB = "https://example.org/tide", "https://example.org/ebb"


def test_a_table_of_pocket() -> None:
    table = (
        "title,url,time_added,tags,status\n"
        f'"Tide, high",{TIDE},1600322788,sea|long read,archive\n'
        f"Ebb,{EBB},1600322789,,unread\n"
        "Nothing,,1600322789,,archive\n"
    )
    assert read_items(table.encode(), "a.csv") == [
        SavedItem(TIDE, read=True, tags=("sea", "long read")),
        SavedItem(EBB),
    ]


def test_a_page_of_pocket() -> None:
    page = (
        "<!DOCTYPE html><html><head><title>Pocket Export</title></head><body>"
        f'<h1>Unread</h1><ul><li><a href="{EBB}?a=1&amp;b=2" tags="sea,salt">Ebb</a></li></ul>'
        f"<h1>Read Archive</h1><ul><li><a time_added='1' href='{TIDE}'>Tide</a></li></ul>"
    )
    assert read_items(page.encode(), "a.html") == [
        SavedItem(f"{EBB}?a=1&b=2", tags=("sea", "salt")),
        SavedItem(TIDE, read=True),
    ]


def test_a_table_of_instapaper() -> None:
    table = f"URL,Title,Selection,Folder,Timestamp\n{TIDE},Tide,,Archive,1\n{EBB},Ebb,,Starred,2\n"
    assert read_items(table.encode(), "a.csv") == [
        SavedItem(TIDE, read=True),
        SavedItem(EBB, starred=True),
    ]


def test_wallabag() -> None:
    entries = [
        {"url": TIDE, "is_archived": True, "is_starred": 1, "tags": ["sea"], "content": "<p>x</p>"},
        {"url": EBB, "is_archived": 0, "is_starred": False, "tags": [{"label": "salt"}]},
    ]
    assert read_items(json.dumps(entries).encode(), "a.json") == [
        SavedItem(TIDE, read=True, starred=True, tags=("sea",)),
        SavedItem(EBB, tags=("salt",)),
    ]


def test_omnivore() -> None:
    entries = [
        {"url": TIDE, "state": "Archived", "readingProgress": 3, "labels": ["sea", "RSS"]},
        {"url": EBB, "state": "Active", "readingProgress": 100, "labels": []},
        {"url": f"{EBB}/2", "state": "Active", "readingProgress": 99},
    ]
    assert read_items(json.dumps(entries).encode(), "a.json") == [
        SavedItem(TIDE, read=True, tags=("sea", "RSS")),
        SavedItem(EBB, read=True),
        SavedItem(f"{EBB}/2"),
    ]


def test_the_archive_of_omnivore() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        entries = [{"url": TIDE, "slug": "tide", "state": "Archived", "labels": ["sea"]}]
        archive.writestr("metadata_0_to_20.json", json.dumps(entries))
        archive.writestr("content/tide.html", "<p>On the tide.")
    assert read_items(packed.getvalue(), "a.zip") == [SavedItem(TIDE, read=True, tags=("sea",))]


@pytest.mark.parametrize(
    "data",
    [b"", b"[]", b"{}", b"a,b\n1,2\n", b"\xff\xfe", b"<html>", b"[" * 9_999, b'[{"url": 1}]'],
)
def test_what_is_no_list_is_refused(data: bytes) -> None:
    with pytest.raises((ValueError, ArticleError)):
        read_items(data, "a")


def cache(path: Path, create: str = "TABLE rss_item (url, unread, flags)") -> sqlite3.Connection:
    made = sqlite3.connect(path)
    made.execute(f"CREATE {create}")
    return made


def test_the_cache_of_newsboat(tmp_path: Path) -> None:
    made = cache(tmp_path / "cache.db")
    rows = [(TIDE, 0, ""), (EBB, 1, "s"), (f"{EBB}/2", 1, ""), (f"{EBB}/3", 0, None), (None, 0, "")]
    made.executemany("INSERT INTO rss_item VALUES (?, ?, ?)", rows)
    made.commit()
    made.close()
    before = (tmp_path / "cache.db").read_bytes()
    assert list(newsboat_items(tmp_path / "cache.db")) == [
        SavedItem(TIDE, read=True),
        SavedItem(EBB, starred=True),
        SavedItem(f"{EBB}/3", read=True),
    ]
    assert (tmp_path / "cache.db").read_bytes() == before


@pytest.mark.parametrize(
    "create", ["TABLE other (url)", "VIEW rss_item AS SELECT 1 AS url", "TABLE rss_item (url)"]
)
def test_another_database_is_refused(tmp_path: Path, create: str) -> None:
    cache(tmp_path / "a b?.db", create).close()
    with pytest.raises(ValueError, match="newsboat"):
        list(newsboat_items(tmp_path / "a b?.db"))


def test_a_damaged_cache_is_refused(tmp_path: Path) -> None:
    (tmp_path / "cache.db").write_bytes(b"SQLite format 3\0" + b"x" * 5_000)
    with pytest.raises(ValueError, match="newsboat"):
        list(newsboat_items(tmp_path / "cache.db"))
