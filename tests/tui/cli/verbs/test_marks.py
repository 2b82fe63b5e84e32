"""Marks from the command line: made, seen, found, taken out and brought in."""

from __future__ import annotations

import io
import json
import sqlite3
import sys
from typing import TYPE_CHECKING, Any

import pytest
from paper import put

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.cli.conftest import Done, Run


@pytest.fixture
def library(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give four articles of Tide, with a home in which nothing is."""
    del run
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    for number in range(1, 5):
        put(tmp_path / "library", f"{number}.md", number)
    monkeypatch.chdir(tmp_path / "library")
    return tmp_path / "library"


def mark(run: Run, library: Path, *words: str) -> Done:
    return run("mark", *words, "--library", str(library))


def found(run: Run, library: Path, query: str) -> list[str]:
    hits = run("search", query, str(library), "--json").document["hits"]
    return sorted(hit["path"] for hit in hits)


def test_what_is_marked_is_printed_shown_and_found(run: Run, library: Path) -> None:
    done = mark(
        run, library, "1.md", "2.md", "--read", "--tag", "#sea", "--tag", "long read", "--json"
    )
    assert done.code == 0
    assert [(one["path"], one["read"], one["starred"], one["tags"], one["notes"]) for one in done.document["marked"]] == [
        (name, True, False, ["long read", "sea"], 0) for name in ("1.md", "2.md")
    ]  # fmt: skip
    mark(run, library, "2.md", "--unread", "--star", "--untag", "sea", "--note", "Why?")
    marks = {"read": False, "starred": True, "tags": ["long read"], "notes": 1}
    assert run("show", "2.md", "--library", str(library), "--json").document["marks"] == marks
    (hit,) = run("search", "is:starred", str(library), "--json").document["hits"]
    assert hit["marks"] == marks
    assert found(run, library, "is:unread captain") == ["2.md", "3.md", "4.md"]
    assert found(run, library, "#sea") == ["1.md"]
    assert "starred, #long read, 1 note" in run("show", "2.md", "--library", str(library)).out
    assert "read, #long read, #sea" in run("search", "is:read", str(library)).out
    assert mark(run, library, "2.md", "--unstar").out == "2.md\n  #long read, 1 note\n"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("1.md",), "say what to mark"),
        (("1.md", "--read", "--unread"), "not allowed with"),
        (("1.md", "--tag", "#!"), "can be no tag"),
        (("1.md", "--note", " "), "the note is empty"),
        (("1.md", "--read", "--passage", "x"), "--passage goes with --note"),
        (("1.md", "--note", "x", "--passage", "zebra"), "the article has no such passage"),
        (("1.md", "nowhere.md", "--read"), "no article has this path or id"),
        ((__file__, "--read"), "marks are kept of articles in the library only"),
    ],
)
def test_what_cannot_be_marked_is_said_in_one_line(
    run: Run, library: Path, words: tuple[str, ...], why: str
) -> None:
    done = mark(run, library, *words)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert why in done.err
    assert found(run, library, "is:read OR has:note") == []


def test_notes_say_where_their_passage_stands_or_that_it_is_lost(run: Run, library: Path) -> None:
    assert run("notes", "", str(library), "--json").code == 1
    mark(run, library, "1.md", "--note", "Who?", "--passage", "Ida Holm 1")
    mark(run, library, "2.md", "--note", "All of it\nsounds odd")
    first, second = run("notes", "", str(library), "--json").document["notes"]
    assert (first["path"], first["text"], first["passage"]) == ("1.md", "Who?", "Ida Holm 1")
    block, start, stop = first["at"]
    blocks = run("show", "1.md", "--library", str(library), "--json").document["blocks"]
    assert blocks[block]["text"][start:stop] == "Ida Holm 1"
    assert (second["passage"], second["at"]) == ("", None)
    assert [
        one["path"] for one in run("notes", "note:odd", str(library), "--json").document["notes"]
    ] == ["2.md"]
    assert run("notes", "zebra", str(library)).code == 1
    text = (library / "1.md").read_text("utf-8")
    (library / "1.md").write_text(
        text.replace("Ida Holm 1", "A captain of great age and much experience at sea")
    )
    told = run("notes", "", str(library))
    assert "> “Ida Holm 1”  (no longer in the text)" in told.out
    assert told.out.endswith("All of it\nsounds odd\n")


def test_saved_searches_count_what_is_unread_and_new(run: Run, library: Path) -> None:
    def saved(*words: str) -> Any:
        return run("saved", str(library), *words, "--json").document["searches"]

    assert run("saved", str(library)).code == 1
    mark(run, library, "1.md", "--read")
    first = {"name": "boats", "query": "captain", "total": 4, "unread": 3, "new": 0}
    assert saved("--add", "boats", "captain") == [first]
    put(library, "5.md", 5)
    later = {**first, "total": 5, "unread": 4, "new": 1}
    assert saved() == [later]
    assert len(found(run, library, "saved:boats")) == 5
    assert saved() == [{**later, "new": 0}]
    assert "5 found, 4 unread, 0 new: captain" in run("saved", str(library)).out
    assert run("saved", str(library), "--add", "ring", "saved:ring").code == 2
    assert run("saved", str(library), "--add", "boats", "saved:boats").code == 2
    assert run("saved", str(library), "--add", "open", '"x').code == 2
    assert run("saved", str(library), "--remove", "none").code == 2
    assert saved() == [{**later, "new": 0}]
    assert saved("--remove", "boats") == []


def test_marks_go_out_and_in_and_twice_changes_nothing(
    run: Run, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = ("--library", str(library))
    mark(run, library, "1.md", "--star", "--note", "Who?", "--passage", "Ida Holm 1")
    run("saved", str(library), "--add", "boats", "captain")
    out = tmp_path / "marks.json"
    assert run("marks", "export", str(out), *where).code == 0
    document = json.loads(out.read_text("utf-8"))
    assert run("marks", "export", *where).document == document
    assert run("marks", "import", str(out), *where).out == "nothing was new; 1 article marked\n"
    monkeypatch.setenv("HOME", str(tmp_path / "other"))
    (tmp_path / "other").mkdir()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(out.read_bytes())))
    assert run("marks", "import", *where, "--json").document == {"changed": True, "articles": 1}
    assert run("marks", "export", *where).document == document
    assert found(run, library, "is:starred note:who saved:boats") == ["1.md"]


@pytest.mark.parametrize("text", ["", "{", "[]", "[" * 100_000, '{"format": "diptych marks"}'])
def test_what_is_no_document_of_marks_is_told_in_one_line(
    run: Run, library: Path, tmp_path: Path, text: str
) -> None:
    file = tmp_path / "marks.json"
    file.write_text(text, "utf-8")
    done = run("marks", "import", str(file), "--library", str(library))
    assert (done.code, done.out, done.err.count("\n")) == (3, "", 1)
    assert run("marks", "import", "none.json", "--library", str(library)).code == 3


@pytest.fixture
def addressed(library: Path) -> Path:
    """Give two more articles, with addresses."""
    for name in ("tide", "ebb"):
        text = f"---\ntitle: {name}\nurl: https://www.example.org/{name}/\n---\n\nOn the {name}.\n"
        (library / f"{name}.md").write_text(text, "utf-8")
    return library


def test_what_another_program_keeps_comes_along_by_address(run: Run, addressed: Path) -> None:
    saved = addressed.parent / "pocket.csv"
    saved.write_text(
        "title,url,time_added,tags,status\n"
        "T,http://example.org/tide?utm_source=x,1,sea,archive\n"
        "E,https://example.org/ebb,1,,unread\n"
        "G,https://example.org/gone,1,,archive\n",
        "utf-8",
    )
    first = run("marks", "import", str(saved), "--library", str(addressed), "--json")
    assert first.document == {"changed": True, "articles": 1, "found": 2, "missing": 1}
    assert found(run, addressed, "is:read") == ["tide.md"]
    assert found(run, addressed, "#sea") == ["tide.md"]
    again = run("marks", "import", str(saved), "--library", str(addressed))
    assert again.out == (
        "nothing was new; 1 article marked\n2 addresses found in the library, 1 not\n"
    )


def test_newsboat_keeps_what_was_read_and_flagged(run: Run, addressed: Path) -> None:
    cache = addressed.parent / "cache.db"
    with sqlite3.connect(cache) as made:
        made.execute("CREATE TABLE rss_item (url, unread, flags)")
        made.execute("INSERT INTO rss_item VALUES ('https://example.org/tide', 0, 'a')")
    made.close()
    mark(run, addressed, "ebb.md", "--read")
    done = run("marks", "import", str(cache), "--library", str(addressed), "--json")
    assert done.document == {"changed": True, "articles": 2, "found": 1, "missing": 0}
    assert found(run, addressed, "is:starred is:read") == ["tide.md"]
    assert found(run, addressed, "is:read") == ["ebb.md", "tide.md"]


def test_what_is_no_export_is_refused_in_a_line(run: Run, addressed: Path) -> None:
    (addressed.parent / "a.csv").write_text("a,b\n1,2\n", "utf-8")
    done = run("marks", "import", str(addressed.parent / "a.csv"), "--library", str(addressed))
    assert (done.code, done.err.count("\n")) == (3, 1)
    assert "no list of articles that were read" in done.err


def test_what_was_said_of_links_is_taken_out_as_tsv(
    run: Run, library: Path, tmp_path: Path
) -> None:
    export = run("marks", "export", "--judged", "--library", str(library))
    assert export.code == 0
    assert export.out.startswith("meets\tmade\t")
    file = tmp_path / "judged.tsv"
    run("marks", "export", str(file), "--judged", "--library", str(library))
    assert file.read_text("utf-8") == export.out
    assert run("marks", "import", "--judged", "--library", str(library)).code == 2
