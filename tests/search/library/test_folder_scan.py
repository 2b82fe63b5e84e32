from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from search.errors import LibraryError
from search.library import article_id, bundled, locate
from search.library.folder_scan import scan

if TYPE_CHECKING:
    from pathlib import Path


def write(root: Path, *paths: str) -> None:
    for path in paths:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(path, "utf-8")


def listed(root: Path) -> list[str]:
    return [file.path for file in scan(locate(root)).files]


def test_lists_articles_of_all_folders_by_path(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a/z.md", "a/b/c.TXT", "a.txt", "picture.png", "noSuffix")
    found = scan(locate(tmp_path))
    assert [file.path for file in found.files] == [
        "a.txt", "a/b/c.TXT", "a/z.md", "b.txt", "noSuffix",
    ]  # fmt: skip
    assert found.others == {".png": 1}


def test_skips_what_is_hidden(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", ".hidden.txt", ".git/b.txt")
    (tmp_path / "folder.txt").mkdir()
    assert listed(tmp_path) == ["a.txt"]


def test_names_what_has_the_name_of_an_article_but_is_no_file(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    for name in ("pipe.txt", "pipe"):
        os.mkfifo(tmp_path / name)
    (tmp_path / "endless.txt").symlink_to("/dev/zero")
    files, failed, _ = scan(locate(tmp_path))
    assert [file.path for file in files] == ["a.txt"]
    assert [error.path for error in failed] == ["endless.txt", "pipe.txt"]
    assert {error.reason for error in failed} == {"a pipe, a socket or a device, not a file"}


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    write(tmp_path, "a/b.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to("self")
    assert listed(tmp_path) == ["a/b.txt"]


def test_links_to_files_and_folders_elsewhere_are_followed(tmp_path: Path) -> None:
    write(tmp_path, "elsewhere/a.txt", "library/b.txt")
    (tmp_path / "library" / "linked").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "library" / "c.txt").symlink_to(tmp_path / "elsewhere" / "a.txt")
    assert listed(tmp_path / "library") == ["b.txt", "c.txt", "linked/a.txt"]


def test_a_link_to_nothing_is_named(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to("nowhere")
    files, failed, _ = scan(locate(tmp_path))
    assert not files
    assert [(error.path, error.reason) for error in failed] == [
        ("gone.txt", "no such file or directory")
    ]


def test_a_single_file_is_a_library_whatever_its_suffix(tmp_path: Path) -> None:
    write(tmp_path, "story.page", "other.txt")
    where = locate(tmp_path / "story.page")
    assert [file.path for file in scan(where).files] == ["story.page"]
    assert where.path == tmp_path.resolve() / "story.page"


def test_a_name_that_is_no_utf8_is_listed(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    (tmp_path / name).write_text("x", "utf-8")
    assert listed(tmp_path) == [name]
    assert len(article_id(name)) == 16


def test_an_id_is_the_hash_of_the_path() -> None:
    assert article_id("a/b.txt") == article_id("a/b.txt") != article_id("b.txt")


@pytest.mark.parametrize("name", ["nowhere", "x" * 5000, "pipe"])
def test_what_is_no_library_is_refused_by_name(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(LibraryError, match=name[:20]):
        locate(tmp_path / name)


def test_the_bundled_articles_are_five() -> None:
    assert len(listed(bundled())) == 5


def test_the_folder_that_a_browser_saved_beside_a_page_belongs_to_it(tmp_path: Path) -> None:
    write(
        tmp_path,
        "tide.html", "tide_files/frame.html", "tide_files/deep/note.txt",
        "Flut.HTM", "Flut-Dateien/frame.html",
        "alone_files/a.html", "other_files/b.txt", "other.txt",
    )  # fmt: skip
    files = scan(locate(tmp_path)).files
    assert [file.path for file in files] == [
        "Flut.HTM", "alone_files/a.html", "other.txt", "other_files/b.txt", "tide.html",
    ]  # fmt: skip
