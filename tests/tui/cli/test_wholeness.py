"""Wherever an article is shown that is known to be cut, that is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.render.article_facts import NOT_WHOLE, NOT_WHOLE_COMPARED

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.cli.conftest import Run

STORY = "The council voted on Monday to rebuild the pier that last winter's storms had broken."


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "stub.md").write_text(
        f"# Pier\n\n{STORY}\n\nSubscribe to continue reading.\n", "utf-8"
    )
    (folder / "full.md").write_text(f"# Pier again\n\n{STORY}\n", "utf-8")
    return folder


def test_the_documents_say_so(run: Run, library: Path) -> None:
    there = ["--library", str(library)]
    assert run("show", "stub.md", *there, "--json").document["whole"] is False
    assert run("show", "full.md", *there, "--json").document["whole"] is True
    hits = run("search", "pier", str(library), "--json").document["hits"]
    assert {hit["path"]: hit["whole"] for hit in hits} == {"stub.md": False, "full.md": True}
    compared = run("compare", "stub.md", "full.md", *there, "--json").document
    assert (compared["left"]["whole"], compared["right"]["whole"]) == (False, True)


def test_a_person_is_told(run: Run, library: Path) -> None:
    there = ["--library", str(library)]
    assert run("show", "stub.md", *there).out.count(NOT_WHOLE) == 1
    assert NOT_WHOLE not in run("show", "full.md", *there).out
    assert run("search", "pier", str(library)).out.count("only a part") == 1
    for form in ([], ["--markdown"], ["--html"]):
        said = run("compare", "stub.md", "full.md", *there, *form).out.count(NOT_WHOLE_COMPARED)
        assert said == 2  # beside the article, and first of what is told in short
        assert NOT_WHOLE_COMPARED not in run("compare", "full.md", "full.md", *there, *form).out
