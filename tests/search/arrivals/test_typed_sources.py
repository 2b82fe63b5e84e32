"""Paths and addresses as they are typed, and as terminals paste what is dropped on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.arrivals.typed_sources import dropped_sources, typed_sources

if TYPE_CHECKING:
    from pathlib import Path

PAGE = "https://quay.example/news/wall?id=7"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("wall.html", "the wall's end.html", "feed"):
        (tmp_path / name).write_text("x")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_several_are_parted_by_blanks_as_in_a_shell(place: Path) -> None:
    assert typed_sources(f" wall.html {PAGE} 'a b.html' ") == ["wall.html", PAGE, "a b.html"]
    assert typed_sources("") == typed_sources("  ") == []
    assert typed_sources(f"file://{place}/the%20wall's%20end.html".replace("'", "%27")) == [
        str(place / "the wall's end.html")
    ]


@pytest.mark.usefixtures("place")
def test_one_existing_path_is_one_whatever_its_name() -> None:
    assert typed_sources("the wall's end.html") == ["the wall's end.html"]
    assert typed_sources("no wall's end.html") == ["no wall's end.html"]


def test_what_terminals_paste_of_a_dropped_file_is_that_file(place: Path) -> None:
    file = str(place / "the wall's end.html")
    uri = f"file://{place}/the%20wall%27s%20end.html"
    escaped = file.replace(" ", "\\ ").replace("'", "\\'")
    quoted = "'" + file.replace("'", "'\\''") + "'"
    for pasted in (file, uri, uri.replace("file://", "file://localhost"), escaped, quoted):
        assert dropped_sources(pasted) == [file]
        assert dropped_sources(f"{pasted} \n") == [file]
    assert dropped_sources("~/wall.html") == ["~/wall.html"]


def test_several_files_and_addresses_are_taken_too(place: Path) -> None:
    one, other = str(place / "wall.html"), str(place / "feed")
    assert dropped_sources(f"{one} {other}") == [one, other]
    assert dropped_sources(f"{one}\r\n{PAGE}\n") == [one, PAGE]


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize(
    "text",
    [
        "",
        "feed",  # a word that happens to be a file
        "/no/such/file.html",
        "file:///no/such/file.html",
        "file://elsewhere/wall.html",
        "javascript:alert(1)",
        "ftp://quay.example/wall",
        f"see {PAGE}",
        "a\0b",
        "~nobody/wall.html",
        "'",
        "/" * 10_000,
        "/\n" * 5_000,
        "x" * 100_000,
    ],
)
def test_other_text_names_nothing(text: str) -> None:
    assert dropped_sources(text) == []
