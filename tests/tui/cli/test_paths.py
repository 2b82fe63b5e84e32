"""A path is a path: what is there under a name is meant, whatever signs the name has."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from search import Desk, NoSuchArticleError, named_path
from tui.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.tui.cli.conftest import Run

NAMES = [
    "~x.md",
    "~.md",
    "~nobody",
    "c#1.md",
    "c#1",
    "#.md",
    "-x.md",
    "--all.md",
    "a b.md",
    "%41.md",
    "C:\\x.md",
    "two\nlines.md",
    os.fsdecode(b"caf\xe9.md"),
    "$HOME.md",
    "*.md",
    "'.md",
]
TEXT = "# Tide\n\nThe harbour strike went on, said Jane Doe.\n"


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a library with a file of each name beside another, and work in it."""
    folder = tmp_path / "library"
    folder.mkdir()
    for name in [*NAMES, "c", "c.md", "plain.md"]:
        (folder / name).write_text(f"{TEXT}\nThis is {ascii(name)[1:-1]}.\n", "utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(folder)
    return folder


@contextmanager
def opened(folder: Path) -> Iterator[Desk]:
    """Open an empty library."""
    desk = Desk(folder, cache=folder / "cache")
    try:
        yield desk
    finally:
        desk.close()


def ended(code: int, out: str) -> bool:
    return code in {0, 1} and "fault in diptych" not in out


def ways_to(library: Path, name: str) -> Iterator[list[str]]:
    """Yield the arguments of each way in which it is named."""
    named = ["show", "--json", "--library", str(library)]
    yield [*named, "--", name]
    yield [*named, f"./{name}"]
    yield [*named, str(library / name)]


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_every_verb_takes_it_as_it_stands(library: Path, name: str, run: Run) -> None:
    for arguments in ways_to(library, name):
        done = run(*arguments)
        assert done.code == 0, done.err
        assert done.document["path"] == name


@pytest.mark.parametrize("name", ["two\nlines.md", os.fsdecode(b"caf\xe9.md")], ids=ascii)
def test_a_program_of_its_own_is_told_the_same(
    library: Path, name: str, environment: dict[str, str]
) -> None:
    assert name in NAMES
    for arguments in ways_to(library, name):
        done = subprocess.run(
            [sys.executable, "-m", "tui", *arguments],
            env={**environment, "XDG_CACHE_HOME": str(library.parent / "cache")},
            capture_output=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        assert json.loads(done.stdout)["path"] == name


def test_two_of_them_are_compared(library: Path, run: Run) -> None:
    for name in NAMES:
        done = run("compare", "--json", "--library", str(library), "--", name, "plain.md")
        assert done.code == 0, done.err
        assert done.document["left"]["path"] == name
        assert run("rivals", "--library", str(library), "--", name).code in {0, 1}


@pytest.mark.usefixtures("library")
def test_a_library_may_be_one_of_them(run: Run) -> None:
    for name in NAMES:
        for verb in ("index", "search", "doctor", "stories"):
            asked = ["harbour"] if verb == "search" else []
            place = [f"--library={name}"] if name.startswith("-") else ["--library", name]
            done = run(verb, *place, *asked)
            assert ended(done.code, done.out + done.err), (verb, name, done)


def test_a_list_of_pairs_names_them(library: Path, tmp_path: Path, run: Run) -> None:
    rows = [name for name in NAMES if "\n" not in name]
    lines = "".join(f"{name}\tplain.md\n" for name in [*rows, "~no-such-user/here.md"])
    pairs = tmp_path / "pairs.tsv"
    pairs.write_bytes(os.fsencode(lines))
    done = run("compare", "--library", str(library), "--pairs", str(pairs))
    assert len(done.lines) == len(rows) + 1
    assert ["error" in line for line in done.lines] == [False] * len(rows) + [True]


@pytest.mark.parametrize("name", ["~no-such-user", "~no-such-user/x.md", "~\0", "~" * 300])
def test_a_home_that_nobody_has_is_no_fault(tmp_path: Path, name: str) -> None:
    assert named_path(name) == Path(name)
    with opened(tmp_path) as desk, pytest.raises(NoSuchArticleError):
        desk.resolve(name)


def test_a_home_is_meant_where_nothing_is_called_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    assert named_path("~/news") == tmp_path / "home" / "news"
    (tmp_path / "~").mkdir()
    (tmp_path / "~" / "news").mkdir()
    assert named_path("~/news") == Path("~/news")
    assert named_path("a~") == Path("a~")


def test_the_file_of_an_article_is_the_one_of_its_name(library: Path) -> None:
    desk = Desk(library, cache=library.parent / "cache")
    for name in NAMES:
        assert desk.file(desk.read(desk.resolve(name))) == library / name
    outside = library.parent / "c#1.md"
    outside.write_text(TEXT, "utf-8")
    assert desk.file(desk.read(desk.resolve("../c#1.md"))) == outside
    desk.close()


@pytest.mark.usefixtures("library")
def test_what_follows_two_dashes_is_no_verb(run: Run) -> None:
    done = run("--", "show", "--version")
    assert done.code == 2
    assert main(["--version"]) == 0
