"""Containers of articles: read in parts, resumed, and read again only as far as they changed."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest
from packing import STORY, lines, story, tarred, zipped

from search import ArticleError, Desk, NoSuchArticleError
from search.formats.tables.json_lines import JsonLines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from search.formats import Draft

MANY = [f"Ship{number:03}" for number in range(120)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "library"
    made.mkdir()
    return made


@pytest.fixture(params=[False, True], ids=["alone", "with others"])
def desk(
    request: pytest.FixtureRequest, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desk]:
    monkeypatch.setattr("search.engine.whoosh.update._MANY", 1 if request.param else 10**9)
    opened = Desk(folder, cache=tmp_path / "cache")
    yield opened
    opened.close()


def paths(desk: Desk, query: str = "") -> list[str]:
    answer = desk.search(query)
    return sorted(hit.head.path for hit in desk.hits(answer, 0, 999))


def old(file: Path) -> None:
    """Make a file old enough for its times to be believed."""
    os.utime(file, (1_500_000_000, 1_500_000_000))


def test_each_record_is_an_article_that_is_read_from_its_place(folder: Path, desk: Desk) -> None:
    (folder / "dump.jsonl").write_bytes(lines(*MANY))
    report = desk.sync()
    assert (report.articles, report.added, report.failed) == (120, 120, ())
    assert paths(desk, "Ship077") == ["dump.jsonl#78"]
    article = desk.read(desk.resolve("dump.jsonl#78"))
    assert (article.title, article.path) == ("Ship077 sinks", "dump.jsonl#78")
    assert desk.file(article) == folder / "dump.jsonl"


def test_what_is_added_at_the_end_is_all_that_is_read(folder: Path, desk: Desk) -> None:
    file = folder / "dump.jsonl"
    file.write_bytes(lines(*MANY))
    desk.sync()
    file.write_bytes(lines(*MANY, "Anna", "Berta"))
    report = desk.sync()
    assert (report.articles, report.added, report.changed, report.removed) == (122, 2, 0, 0)
    assert paths(desk, "Anna") == ["dump.jsonl#121"]


def test_a_record_put_before_others_changes_no_id(folder: Path, desk: Desk) -> None:
    file = folder / "dump.jsonl"
    file.write_bytes(lines(*MANY))
    desk.sync()
    before = desk.resolve("dump.jsonl#5")
    file.write_bytes(lines("Anna", *MANY))
    report = desk.sync()
    assert (report.articles, report.added, report.removed) == (121, 1, 0)
    assert desk.resolve("dump.jsonl#6") == before
    assert desk.read(before).title == "Ship004 sinks"


def test_a_record_that_changed_or_went_is_told_from_the_others(folder: Path, desk: Desk) -> None:
    file = folder / "dump.jsonl"
    file.write_bytes(lines(*MANY))
    desk.sync()
    text = file.read_text("utf-8").replace("ferry Ship003", "yacht Ship003")
    file.write_text("".join(text.splitlines(keepends=True)[:100]), "utf-8")
    report = desk.sync()
    assert (report.articles, report.added, report.changed, report.removed) == (100, 0, 1, 20)
    assert paths(desk, "yacht") == ["dump.jsonl#4"]
    assert paths(desk, "Ship110") == []


def test_a_container_that_is_gone_takes_its_articles_along(folder: Path, desk: Desk) -> None:
    (folder / "dump.jsonl").write_bytes(lines(*MANY))
    (folder / "a.md").write_bytes(story("Anna"))
    desk.sync()
    (folder / "dump.jsonl").unlink()
    report = desk.sync()
    assert (report.articles, report.removed) == (1, 120)
    assert paths(desk) == ["a.md"]


def test_records_of_one_name_are_all_there(folder: Path, desk: Desk) -> None:
    (folder / "dump.jsonl").write_bytes(lines(*MANY, "Ship000", "Ship000", "Ship050"))
    report = desk.sync()
    assert report.articles == len(paths(desk)) == 123
    assert paths(desk, "Ship000") == ["dump.jsonl#1", "dump.jsonl#121", "dump.jsonl#122"]
    first = desk.resolve("dump.jsonl#1")
    old(folder / "dump.jsonl")
    again = desk.sync()
    assert (again.articles, again.removed) == (123, 0)
    assert desk.resolve("dump.jsonl#1") == first
    assert len({desk.resolve(f"dump.jsonl#{number}") for number in range(1, 124)}) == 123


def test_a_broken_record_is_named_each_time_and_stops_no_other(folder: Path, desk: Desk) -> None:
    file = folder / "dump.jsonl"
    file.write_bytes(lines("Anna") + b'{"title": "x", \n' + lines("Berta"))
    old(file)
    for _ in range(2):
        report = desk.sync()
        assert [error.path for error in report.failed] == ["dump.jsonl#2"]
    assert paths(desk) == ["dump.jsonl#1", "dump.jsonl#3"]


@pytest.mark.parametrize("desk", [False], indirect=True, ids=["alone"])
def test_fewer_records_than_were_counted_are_told_and_move_no_other(
    folder: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = JsonLines.drafts

    def fewer(lines: JsonLines, start: int, stop: int) -> Sequence[Draft]:
        found = real(lines, start, stop)
        return () if b'"Berta"' in lines.source.read(start, stop) else found

    monkeypatch.setattr(JsonLines, "drafts", fewer)
    file = folder / "dump.jsonl"
    file.write_bytes(lines("Anna", "Berta", "Clara"))
    old(file)
    assert [error.path for error in desk.sync().failed] == ["dump.jsonl#2"]
    assert paths(desk) == ["dump.jsonl#1", "dump.jsonl#3"]
    assert desk.sync().added == 0


@pytest.mark.parametrize("desk", [False], indirect=True, ids=["alone"])
def test_stopped_in_the_middle_it_goes_on_there(
    folder: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.ingest.sync._FIRST_SAVE", 0.0)
    monkeypatch.setattr("search.ingest.sync._LAST_SAVE", 0.0)
    (folder / "dump.jsonl").write_bytes(lines(*MANY))
    seen: list[int] = []
    desk.sync(lambda progress: seen.append(progress.articles), lambda: len(seen) > 4)
    part = desk.articles
    assert 0 < part < 120
    report = desk.sync()
    assert (report.articles, report.added) == (120, 120 - part)
    assert paths(desk, "Ship119") == ["dump.jsonl#120"]


def test_records_of_one_name_are_all_there_wherever_it_stopped(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.ingest.sync._FIRST_SAVE", 0.0)
    monkeypatch.setattr("search.ingest.sync._LAST_SAVE", 0.0)
    file = folder / "dump.jsonl"
    file.write_bytes(lines(*MANY[:60], "Ship000", "Ship050"))
    old(file)
    for steps in range(1, 12):
        desk = Desk(folder, cache=tmp_path / f"cache{steps}")
        cancelled = [False] * steps + [True] * 99
        desk.sync(cancelled=cancelled.pop)
        assert desk.sync().articles == desk.search("").total == len(paths(desk)) == 62
        assert paths(desk, "Ship050") == ["dump.jsonl#51", "dump.jsonl#62"]
        desk.close()


@pytest.mark.parametrize("desk", [False], indirect=True, ids=["alone"])
def test_one_that_changes_while_it_is_read_is_read_again(folder: Path, desk: Desk) -> None:
    file = folder / "dump.jsonl"
    file.write_bytes(lines(*MANY))
    done: list[int] = []

    def meanwhile(_progress: object) -> None:
        done.append(1)
        if len(done) == 3:
            file.write_bytes(lines("Anna", "Berta"))

    report = desk.sync(meanwhile)
    assert [error.path for error in report.failed] == ["dump.jsonl"]
    assert desk.sync().articles == 2
    assert paths(desk) == ["dump.jsonl#1", "dump.jsonl#2"]


def test_the_files_of_archives_are_articles_and_the_others_are_counted(
    folder: Path, desk: Desk
) -> None:
    files = {"a.md": story("Anna"), "dump.jsonl": lines("Berta", "Cara"), "b.png": b"\x89PNG"}
    (folder / "a.zip").write_bytes(zipped(files))
    (folder / "b.tar.gz").write_bytes(tarred(files, "w:gz"))
    (folder / "c.exe").write_bytes(b"MZ")
    for file in folder.iterdir():
        old(file)
    for _ in range(2):
        report = desk.sync()
        assert report.articles == 6
        told = {(one.suffix, one.files) for one in report.skipped}
        assert told == {(".png", 2), (".exe", 1)}
    assert paths(desk, "Cara") == ["a.zip#3", "b.tar.gz#3"]
    assert desk.read(desk.resolve("b.tar.gz#3")).title == "Cara sinks"
    assert sum(one.files for one in desk.inspect().skipped) == 3


def test_a_name_that_means_no_record_says_so(folder: Path, desk: Desk) -> None:
    (folder / "dump.jsonl").write_bytes(lines("Anna", "Berta"))
    desk.sync()
    with pytest.raises(NoSuchArticleError, match="it holds 2 articles, so there is no number 3"):
        desk.resolve("dump.jsonl#3")
    with pytest.raises(
        ArticleError, match=r"several articles, of which dump\.jsonl#1 is the first"
    ):
        desk.read(desk.resolve("dump.jsonl"))


def test_a_container_outside_the_library_can_be_read(
    folder: Path, desk: Desk, tmp_path: Path
) -> None:
    (folder / "a.md").write_bytes(story("Anna"))
    file = tmp_path / "other.jsonl"
    file.write_bytes(lines("Berta", "Cara"))
    desk.sync()
    article = desk.read(desk.resolve(f"{file}#2"))
    assert article.title == "Cara sinks"
    assert desk.file(article) == file


def test_a_library_that_is_a_container(tmp_path: Path) -> None:
    file = tmp_path / "dump.jsonl"
    file.write_bytes(lines(*MANY))
    desk = Desk(file, cache=tmp_path / "cache")
    assert desk.sync().articles == 120
    assert paths(desk, "Ship077") == ["dump.jsonl#78"]
    desk.close()


def test_what_lies_elsewhere_than_it_did_is_not_given_for_it(folder: Path, desk: Desk) -> None:
    file = folder / "dump.jsonl"
    file.write_bytes(lines(*MANY))
    desk.sync()
    article = desk.resolve("dump.jsonl#5")
    rows = [json.dumps({"id": n, "title": "x", "text": STORY.format(n)}) for n in MANY[::-1]]
    file.write_text("\n".join(rows), "utf-8")
    with pytest.raises(ArticleError, match=r"dump\.jsonl#5: "):
        desk.read(article)
