"""Tables and reading lists of a library, through the desk."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from search import Desk

if TYPE_CHECKING:
    from pathlib import Path

ROWS = (
    "title,text,date,url\n"
    'Tide,"The boat left,\nlate.",2019-02-08,https://www.theguardian.com/1\n'
    "Ebb,The ferry came.,2019-02-09,https://www.theguardian.com/2\n"
)
SAVED = {"is_archived": 0, "is_starred": 0, "title": "Sea", "url": "https://a.com/1"}


def write(folder: Path, encoding: str = "utf-8") -> None:
    record = {"headline": "Storm", "body": "The boat sank.", "date": "2020-01-01"}
    files: dict[str, str] = {
        "a.csv": ROWS,
        "b.jsonl": f"{json.dumps(record)}\n" * 2 + "{\n",
        "c.json": json.dumps({"articles": [record, {**record, "body": "A boat."}]}),
        "d.json": json.dumps([{**SAVED, "content": "<p>A boat.</p>"}, {**SAVED, "content": ""}]),
        "e.json": json.dumps({"name": "diptych", "version": "1"}),
        "f.csv": "title,url,time_added,tags,status\nSea,https://a.com/2,1,,unread\n",
    }
    for name, text in files.items():
        (folder / name).write_bytes(text.encode(encoding))


def test_their_articles_are_found_and_read(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    folder.mkdir()
    write(folder)
    desk = Desk(folder, cache=tmp_path / "cache")
    report = desk.sync()
    assert report.articles == 7
    assert report.addresses == 2
    assert [(one.path, one.reason) for one in report.failed] == [
        (
            "b.jsonl#3",
            "no JSON at column 2: Expecting property name enclosed in double quotes",
        )
    ]
    assert sum(one.files for one in report.skipped) == 2
    answer = desk.search("boat")
    rows = desk.rows(answer, range(answer.total)).values()
    assert sorted(row.head.path for row in rows) == [
        "a.csv#1", "b.jsonl#1", "b.jsonl#2", "c.json#1", "c.json#2", "d.json",
    ]  # fmt: skip
    (row,) = desk.rows(desk.search("ferry"), range(1)).values()
    article = desk.read(row.head.id)
    assert (article.title, article.path, article.source) == ("Ebb", "a.csv#2", "The Guardian")
    desk.close()


def test_a_row_put_before_the_others_leaves_them_what_they_are(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "a.csv").write_text(ROWS, "utf-16")
    desk = Desk(folder, cache=tmp_path / "cache")
    desk.sync()
    (before,) = desk.rows(desk.search("ferry"), range(1)).values()
    head, rest = ROWS.split("\n", 1)
    new = f"{head}\nStorm,A gale.,2019-02-07,https://www.theguardian.com/0\n{rest}"
    (folder / "a.csv").write_text(new, "utf-16")
    report = desk.sync()
    assert (report.added, report.articles) == (1, 3)
    (after,) = desk.rows(desk.search("ferry"), range(1)).values()
    assert (after.head.id, after.head.path) == (before.head.id, "a.csv#3")
    assert desk.read(after.head.id).title == "Ebb"
    desk.close()
