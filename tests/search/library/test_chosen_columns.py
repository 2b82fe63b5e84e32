"""Columns that a user has named: by which files, and that a change of them is noticed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search import Desk
from search.library.chosen_columns import columns_of

if TYPE_CHECKING:
    from pathlib import Path

    from search import ChosenColumns
    from search.article import Article

ROWS = "nr;opschrift;stuk;blad\n1;Eb;De boot vertrok.;De Kade\n2;Vloed;De boot kwam.;De Kade\n"
CHOSEN: ChosenColumns = (
    ("dump*.csv", (("title", "Opschrift"), ("text", "stuk"), ("source", "blad"), ("id", "nr"))),
)


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("dump*.csv", "a/dump-1.csv", True),
        ("Dump?.CSV", "dump1.csv", True),
        ("dump*.csv", "a/other.csv", False),
        ("a/*.csv", "a/dump.csv", True),
        ("a/*.csv", "b/dump.csv", False),
    ],
)
def test_a_pattern_is_compared_with_the_name_of_a_file(pattern: str, path: str, fits: bool) -> None:
    columns = (("title", "a"),)
    assert columns_of(((pattern, columns), ("x", ())), path) == (columns if fits else ())


def articles(folder: Path, cache: Path, columns: ChosenColumns = ()) -> list[Article]:
    """Open a library and read all its articles."""
    desk = Desk(folder, cache=cache, columns=columns)
    desk.sync()
    found = [desk.read(head.id) for head in desk.heads()]
    desk.close()
    return found


@pytest.mark.parametrize("name", ["dump.csv", "a/dump.csv"])
def test_a_table_is_read_by_the_columns_a_user_named(tmp_path: Path, name: str) -> None:
    folder, cache = tmp_path / "library", tmp_path / "cache"
    (folder / name).parent.mkdir(parents=True)
    (folder / name).write_text(ROWS, "utf-8")
    assert articles(folder, cache) == []
    found = articles(folder, cache, CHOSEN)
    assert [(one.title, one.source) for one in found] == [("Eb", "De Kade"), ("Vloed", "De Kade")]
    assert [block.text for block in found[1].blocks] == ["De boot kwam."]
    others = (("*.csv", (("title", "blad"), ("text", "stuk"))),)
    assert [one.title for one in articles(folder, cache, others)] == ["De Kade", "De Kade"]
    assert articles(folder, cache) == []


def test_json_is_read_by_them_too(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "a.json").write_text('{"d": [{"k": {"o": "Eb"}, "s": "De boot vertrok."}]}', "utf-8")
    (folder / "a.jsonl").write_text('{"k": {"o": "Eb"}, "s": "De boot vertrok."}\n' * 2, "utf-8")
    chosen = (("a.*", (("title", "k.o"), ("text", "s"))),)
    assert [one.title for one in articles(folder, tmp_path / "cache", chosen)] == ["Eb"] * 3
