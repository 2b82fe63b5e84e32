"""`diptych add`: from files, folders, addresses and standard input to files of the library."""

from __future__ import annotations

import io
import json
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from paper import put
from web_server import HOST, WebServer, answer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.tui.cli.conftest import Run

ENTRY = (
    "<item><title>Wall {0}</title><link>https://quay.example/{0}</link><description>"
    "&lt;p&gt;The wall of harbour {0} holds.&lt;/p&gt;&lt;p&gt;It was read {0} times.&lt;/p&gt;</description></item>"
)


def feed(count: int) -> bytes:
    items = "".join(ENTRY.format(number) for number in range(count))
    return f"<rss><channel><title>Quay Herald</title>{items}</channel></rss>".encode()


@pytest.fixture
def library(tmp_path: Path) -> Path:
    (tmp_path / "library").mkdir()
    return tmp_path / "library"


def test_a_dry_run_says_what_would_come_and_writes_nothing(
    run: Run, library: Path, tmp_path: Path
) -> None:
    put(tmp_path, "a.md", 1)
    (tmp_path / "empty.txt").touch()
    what = [str(tmp_path / "a.md"), str(tmp_path / "empty.txt")]
    planned = run("add", *what, "--to", str(library), "--dry-run", "--json")
    assert list(library.iterdir()) == []
    done = run("add", *what, "--to", str(library), "--json")
    for one in (planned, done):
        assert one.code == 0
        assert one.err == f"diptych: {what[1]}: {one.document['failed'][0]['reason']}\n"
    assert planned.document["added"] == done.document["added"]
    assert [path.name for path in library.iterdir()] == [done.document["added"][0]["path"]]
    again = run("add", what[0], "--to", str(library))
    assert (again.code, again.out.count("\n")) == (0, 2)
    assert "there already" in again.out


def test_files_of_a_folder_that_nothing_reads_are_told(
    run: Run, library: Path, tmp_path: Path
) -> None:
    (tmp_path / "drop").mkdir()
    (tmp_path / "drop" / "a.psd").write_bytes(b"8BPS")
    done = run("add", str(tmp_path / "drop"), "--to", str(library), "--json")
    assert (done.code, done.document["failed"]) == (1, [])
    assert [one["suffix"] for one in done.document["skipped"]] == [".psd"]
    assert "passed over: 1 .psd file" in done.err


def test_an_address_of_this_machine_is_fetched_only_if_it_is_allowed(
    run: Run, library: Path
) -> None:
    with WebServer({"/feed": answer(feed(3), "200 OK", "application/rss+xml")}) as server:
        url = server.url("/feed")
        refused = run("add", url, "--to", str(library))
        assert refused.code == 3
        assert f"--allow-host {HOST} allows it" in refused.err
        done = run("add", url, "--to", str(library), "--allow-host", HOST, "--json")
    assert len(done.document["added"]) == 3
    assert done.document["feeds"] == [url]
    found = run("search", "harbour", str(library), "--json").document
    assert (found["total"], found["sources"]) == (3, {"Quay Herald": 3})


@pytest.mark.parametrize("feeds", ["[[feed", "feed = []\n"], ids=["no TOML", "too intricate"])
def test_a_list_of_feeds_that_cannot_be_changed_keeps_no_article_away(
    run: Run, library: Path, tmp_path: Path, feeds: str
) -> None:
    (library / "feeds.toml").write_text(feeds)
    put(tmp_path, "a.md", 1)
    with WebServer({"/feed": answer(feed(1), "200 OK", "application/rss+xml")}) as server:
        url = server.url("/feed")
        what = [url, str(tmp_path / "a.md")]
        done = run("add", *what, "--to", str(library), "--allow-host", HOST, "--json")
    assert len(done.document["added"]) == 2
    assert [one["from"] for one in done.document["failed"]] == [str(library / "feeds.toml")]
    assert done.document["feeds"] == []
    assert (library / "feeds.toml").read_text() == feeds


ROWS = [
    {"title": f"Wall {n}", "text": f"The wall {n} holds, said the {word} of the town on Tuesday."}
    for n, word in enumerate(("mayor", "baker", "priest"))
]
DUMPS = {
    "lines.jsonl": "".join(json.dumps(row) + "\n" for row in ROWS),
    "one.json": json.dumps(ROWS),
    "table.csv": "title,text\n" + "".join(f'{row["title"]},"{row["text"]}"\n' for row in ROWS),
    "table.tsv": "title\ttext\n" + "".join(f"{row['title']}\t{row['text']}\n" for row in ROWS),
}


@pytest.mark.parametrize("name", DUMPS)
def test_a_dump_is_all_its_articles_however_it_comes(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    data = DUMPS[name].encode()
    (tmp_path / name).write_bytes(data)
    with WebServer({f"/{name}": answer(data, "200 OK", "application/octet-stream")}) as server:
        for way in ("file", "address", "stream"):
            library = tmp_path / way
            library.mkdir()
            what = {"file": str(tmp_path / name), "address": server.url(f"/{name}"), "stream": "-"}
            given = io.TextIOWrapper(io.BytesIO(data))
            monkeypatch.setattr(sys, "stdin", given)
            done = run("add", what[way], "--to", str(library), "--allow-host", HOST, "--json")
            assert sorted(one["title"] for one in done.document["added"]) == [
                row["title"] for row in ROWS
            ], way
            assert all("url:" not in file.read_text() for file in library.glob("*.md"))


@pytest.mark.parametrize(
    ("given", "title"),
    [
        ("[A link](https://q.example) begins a text.\n\nThe wall of the harbour holds.", None),
        ("Wall, again\n\nThe wall of the harbour, they say, holds.", "Wall, again"),
    ],
    ids=["a bracket", "a comma"],
)
def test_a_text_that_begins_like_a_table_is_a_text(
    run: Run, library: Path, monkeypatch: pytest.MonkeyPatch, given: str, title: str | None
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
    (added,) = run("add", "-", "--to", str(library), "--json").document["added"]
    assert title is None or added["title"] == title


def test_json_without_articles_is_no_article(
    run: Run, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"price": 3}')))
    done = run("add", "-", "--to", str(library), "--json")
    assert (done.code, done.document["added"], len(done.document["failed"])) == (3, [], 1)


def test_a_whole_text_keeps_the_day_that_only_its_feed_knew(run: Run, library: Path) -> None:
    entry = (
        "<item><title>Wall</title><link>{url}</link><pubDate>Tue, 05 Mar 2024 10:20:30 GMT</pubDate>"
        "<description>The wall holds.</description></item>"
    )
    text = "".join(
        f"<p>The wall {n} holds, said the mayor of the town to all.</p>" for n in range(9)
    )
    page = f"<html><head><title>Wall</title></head><body><article>{text}</article></body></html>"
    with WebServer({"/wall": answer(page.encode())}) as server:
        url = server.url("/wall")
        items = entry.format(url=url)
        rss = f"<rss><channel><title>Quay Herald</title>{items}</channel></rss>".encode()
        server.pages["/feed"] = answer(rss, "200 OK", "application/rss+xml")
        for what in (server.url("/feed"), url):
            done = run("add", what, "--to", str(library), "--allow-host", HOST, "--json")
    assert len(done.document["changed"]) == 1
    (file,) = library.glob("*.md")
    assert 'published: "2024-03-05T10:20:30+00:00"' in file.read_text()
    assert "whole:" not in file.read_text()


def test_nothing_is_written_among_the_bundled_articles(run: Run, tmp_path: Path) -> None:
    put(tmp_path, "a.md", 1)
    for words in (["add", str(tmp_path / "a.md")], ["update"], ["feeds"]):
        refused = run(*words)
        assert refused.code == 2
        assert "which library?" in refused.err
    refused = run("add", str(tmp_path / "a.md"), "--to", "opensearch://127.0.0.1:1/news")
    assert (refused.code, "diptych push" in refused.err) == (2, True)


def test_a_feed_is_subscribed_to_once_and_its_end_is_told(run: Run, library: Path) -> None:
    with WebServer({"/feed": answer(feed(1), "200 OK", "application/rss+xml")}) as server:
        url = server.url("/feed")
        told = [run("add", url, "--to", str(library), "--allow-host", HOST).out for _ in range(2)]
    assert f"subscribed to {url}\n" in told[0]
    assert f"subscribed to {url} already\n" in told[1]
    ended = run("feeds", str(library), "--remove", url)
    assert (ended.code, ended.out) == (0, "")
    assert f"no longer subscribed to {url}" in ended.err
    assert "subscribes to no feed" in run("feeds", str(library)).err


def test_standard_input_comes_in(run: Run, library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = io.TextIOWrapper(io.BytesIO(b"Title: Wall\n\nThe wall of the harbour holds.\n"))
    monkeypatch.setattr(sys, "stdin", given)
    done = run("add", "-", "--to", str(library), "--json")
    assert [one["title"] for one in done.document["added"]] == ["Wall"]
    assert run("add", "-", "-", "--to", str(library)).code == 2


def test_killed_at_any_moment_it_leaves_whole_files_and_goes_on(
    start: Callable[..., subprocess.Popen[bytes]], run: Run, library: Path, tmp_path: Path
) -> None:
    file = tmp_path / "feed.xml"
    file.write_bytes(feed(150))
    ended = -1
    for most in range(1, 1_000, 40):
        process = start("add", str(file), "--to", str(library), stdout=subprocess.PIPE)
        assert process.stdout is not None
        for _ in range(most):
            if not process.stdout.readline().startswith((b"added", b"there")):
                break
        process.send_signal(signal.SIGKILL)
        process.stdout.close()
        ended = process.wait()
        for path in library.glob("*.md"):
            text = path.read_text("utf-8")
            assert text.startswith("---\n")
            assert text.endswith("times.\n")
        if most > 150:
            break
    assert ended is not None
    done = run("add", str(file), "--to", str(library), "--json").document
    assert len(done["added"]) + len(done["duplicates"]) == 150
    assert len(list(library.glob("*.md"))) == 150


NAMED = [
    {"kop": f"Wall {n}", "inhoud": f"The wall {n} holds, said the {word} of the town on Tuesday."}
    for n, word in enumerate(("mayor", "baker", "priest"))
]
FIELDS = ("--field", "title=kop", "--field", "text=Inhoud")


@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.csv", "a.tsv", "deep.json"])
def test_columns_are_named_for_a_run_however_a_dump_comes(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    sign = "\t" if name.endswith("tsv") else ","
    rows = "".join(f'{row["kop"]}{sign}"{row["inhoud"]}"\n' for row in NAMED)
    data = {
        "a.jsonl": "".join(json.dumps(row) + "\n" for row in NAMED),
        "a.json": json.dumps(NAMED),
        "deep.json": json.dumps({"of": "us", "found": {"items": NAMED}}),
    }.get(name, f"kop{sign}inhoud\n{rows}").encode()
    (tmp_path / name).write_bytes(data)
    with WebServer({f"/{name}": answer(data, "200 OK", "application/octet-stream")}) as server:
        for way in ("file", "address", "stream"):
            library = tmp_path / way
            library.mkdir()
            what = {"file": str(tmp_path / name), "address": server.url(f"/{name}"), "stream": "-"}
            to = "--to", str(library), "--allow-host", HOST
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
            done = run("add", what[way], *to, *FIELDS, "--json")
            titles = sorted(one["title"] for one in done.document["added"])
            assert titles == [row["kop"] for row in NAMED], way


@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.csv"])
@pytest.mark.parametrize("way", ["file", "stream"])
def test_a_column_that_is_not_there_is_told_with_those_that_are(
    run: Run, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, way: str
) -> None:
    data = {
        "a.jsonl": "".join(json.dumps(row) + "\n" for row in NAMED),
        "a.json": json.dumps(NAMED),
        "a.csv": "kop,inhoud\n" + "".join(f'{row["kop"]},"{row["inhoud"]}"\n' for row in NAMED),
    }[name]
    (tmp_path / name).write_text(data, "utf-8")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    what = str(tmp_path / name) if way == "file" else "-"
    done = run(
        "add", what, "--to", str(library), "--field", "title=kopje", "--field", "text=inhoud"
    )
    assert done.code == 3
    assert done.err == f'diptych: {what}: it has no column "kopje"; there are kop, inhoud\n'
    assert list(library.iterdir()) == []


@pytest.mark.parametrize("field", ["kop", "kop=title", "title=", "title", "=a"])
def test_what_names_no_column_is_refused(run: Run, library: Path, field: str) -> None:
    done = run("add", "-", "--to", str(library), "--field", field)
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert f"--field {field}" in done.err


def test_what_is_no_table_comes_as_it_is(run: Run, library: Path, tmp_path: Path) -> None:
    put(tmp_path, "a.md", 1)
    done = run("add", str(tmp_path / "a.md"), "--to", str(library), *FIELDS, "--json")
    assert len(done.document["added"]) == 1
