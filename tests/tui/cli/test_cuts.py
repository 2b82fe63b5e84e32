"""What an article is too long for is left out of it, and every verb that shows it says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.cli.conftest import Run

CUT = "the text after 1,000,000 characters"
COMPARED = "from the comparison, the text after 1,000 sentences"
LINKED = "from the comparison, all but the 32 strongest links of a sentence"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    sentence = "The bridge reopened on Sunday after two years of costly repairs."
    book = "\n\n".join(f"{sentence} {number}." for number in range(18_000))
    (folder / "book.md").write_text(f"# A bridge\n\n{book}\n", "utf-8")
    (folder / "note.md").write_text(f"# A note\n\n{sentence}\n", "utf-8")
    return folder


def test_what_is_left_out_is_told(run: Run, library: Path) -> None:
    there = ["--library", str(library)]
    indexed = run("index", str(library), "--json")
    assert indexed.document["cut"] == [{"path": "book.md", "what": CUT}]
    assert indexed.err == f"diptych: book.md: left out: {CUT}\n"
    assert run("index", str(library), "--json").document["cut"] == []  # for it wasn't read

    assert run("show", "book.md", *there, "--json").document["cuts"] == [CUT]
    assert run("show", "note.md", *there, "--json").document["cuts"] == []
    assert f"left out: {CUT}\n" in run("show", "book.md", *there).out

    compared = run("compare", "book.md", "note.md", *there, "--json").document
    assert compared["cuts"] == {"left": [CUT, COMPARED, LINKED], "right": [LINKED]}
    assert len(compared["sentences"]["left"]) == 1_000
    for form in ([], ["--markdown"], ["--html"]):
        said = run("compare", "book.md", "note.md", *there, *form).out
        assert f"{CUT}; {COMPARED}" in said
