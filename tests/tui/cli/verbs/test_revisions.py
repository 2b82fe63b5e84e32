"""`diptych revisions`, and versions wherever an article is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from versions import FIRST, PATH, SECOND, THIRD, bring_in

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.cli.conftest import Run


@pytest.fixture
def library(tmp_path: Path) -> Path:
    bring_in(tmp_path, tmp_path / "library", FIRST, SECOND, THIRD)
    return tmp_path / "library"


def changed(document: dict[str, list[dict[str, object]]]) -> list[tuple[object, ...]]:
    return [(one["kind"], one["before"], one["after"]) for one in document["changes"]]


def test_the_last_change_is_told_unless_others_are_asked_for(run: Run, library: Path) -> None:
    last = [
        ("removed", "The mayor said that work begins in May.", None),
        ("removed", FIRST[2], None),
    ]
    asked = "revisions", PATH, "--library", str(library), "--json"
    done = run(*asked)
    assert done.code == 0
    assert changed(done.document) == last
    assert [one["n"] for one in done.document["revisions"]] == [1, 2, 3]
    assert [one["title"] for one in done.document["revisions"]] == [
        "Wall",
        *["Wall to be built"] * 2,
    ]
    second = [
        ("replaced", "Wall", "Wall to be built"),
        ("replaced", "It will cost four million.", "It will cost five million."),
        ("added", None, SECOND[3]),
    ]
    assert changed(run(*asked, "--to", "2").document) == second
    assert changed(run("revisions", f"{PATH}@2", *asked[2:]).document) == second
    back = run(*asked, "--from", "2", "--to", "1").document
    assert changed(back)[1][1:] == second[1][:0:-1]
    assert changed(run(*asked, "--to", "1").document) == []
    assert run(*asked, "--from", "3", "--to", "3").document["changes"] == []


def test_places_lie_in_the_blocks_that_show_prints(run: Run, library: Path) -> None:
    found = run("revisions", PATH, "--library", str(library), "--from", "1", "--json").document
    blocks = {
        side: run("show", f"{PATH}@{number}", "--library", str(library), "--json").document[
            "blocks"
        ]
        for side, number in (("before", 1), ("after", 3))
    }
    for change in found["changes"]:
        for side, name in (("before", "at_before"), ("after", "at")):
            if change[name] is not None:
                block, start, stop = change[name]
                assert blocks[side][block]["text"][start:stop] == change[side]


def test_a_person_reads_which_there_are_and_what_changed(run: Run, library: Path) -> None:
    done = run("revisions", PATH, "--library", str(library), "--to", "2")
    assert done.code == 0
    lines = done.out.splitlines()
    assert lines[0] == "Wall to be built"
    assert [line.split()[0] for line in lines[1:4]] == ["1", "2", "3"]
    assert "from version 1 to 2: 3 changes" in lines
    assert "- It will cost four million." in lines
    assert "+ It will cost five million." in lines
    alone = run("revisions", PATH, "--library", str(library), "--to", "1")
    assert alone.out.endswith("\nthere is no version before it\n")


def test_an_article_that_nobody_changed_has_one_version(run: Run, library: Path) -> None:
    (library / "mine.txt").write_text("A title\n\nA body of some words.\n", "utf-8")
    done = run("revisions", "mine.txt", "--library", str(library), "--json")
    assert done.code == 0
    assert [one["n"] for one in done.document["revisions"]] == [1]
    assert (done.document["from"], done.document["changes"]) == (None, [])


@pytest.mark.parametrize(
    "arguments",
    [
        (PATH, "--from", "9"),
        (PATH, "--to", "0"),
        (f"{PATH}@4",),
        ("nothing.md",),
        (PATH, "--to", "x"),
    ],
)
def test_what_is_not_there_is_one_line(run: Run, library: Path, arguments: tuple[str, ...]) -> None:
    done = run("revisions", *arguments, "--library", str(library))
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)


def test_a_damaged_version_is_told_and_the_rest_goes_on(run: Run, library: Path) -> None:
    bad = library / ".revisions" / PATH.removesuffix(".md") / "2.md"
    bad.write_bytes(b"\xff\xfe\0")
    done = run("revisions", PATH, "--library", str(library), "--json")
    assert (done.code, done.err.count("\n")) == (0, 1)
    assert [one["n"] for one in done.document["revisions"]] == [1, 3]
    assert done.document["failed"][0]["path"].endswith("/2.md")
    assert (done.document["from"], done.document["to"]) == (1, 3)


def test_versions_are_shown_compared_exported_and_ranked(run: Run, library: Path) -> None:
    where = "--library", str(library)
    shown = run("show", f"{PATH}@1", *where, "--json").document
    assert (shown["path"], shown["title"]) == (f"{PATH}@1", "Wall")
    assert run("show", shown["id"], *where, "--json").document == shown
    compared = run("compare", f"{PATH}@1", f"{PATH}@2", *where, "--json").document
    assert [compared[side]["path"] for side in ("left", "right")] == [f"{PATH}@1", f"{PATH}@2"]
    assert run("rivals", f"{PATH}@1", str(library), "--same-source").code == 1
    taken = run("export", "--article", f"{PATH}@1", *where, "--format", "json")
    assert "four million" in taken.out
    pair = run("export", "--compare", f"{PATH}@1", PATH, *where, "--format", "markdown")
    assert "four million" in pair.out
    marked = run("mark", f"{PATH}@1", "--star", *where)
    assert (marked.code, marked.err.count("\n")) == (2, 1)


def test_versions_are_neither_searched_nor_counted(run: Run, library: Path) -> None:
    assert run("search", "million", str(library), "--json").document["total"] == 1
    assert run("search", "four", str(library), "--json").code == 1
    assert run("index", str(library), "--json").document["articles"] == 1
    every = run("export", "", str(library), "--format", "json")
    assert "four million" not in every.out
