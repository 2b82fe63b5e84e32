"""Engines with files of their own: damage is noticed, and mended from the articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from corpus import ARTICLES, EVERY, fill
from engines import make_article, put
from found import heads_of

from search.engine.engine_choice import open_engine
from search.errors import IndexFailedError
from search.query import parse

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from search.engine import Engine


class Kept:
    """An engine with a disk, that fills itself again with what it had."""

    def __init__(self, folder: Path, *, refill: bool = True) -> None:
        self.messages: list[str] = []
        self.refills = 0
        self._refill = refill
        self.engine: Engine = open_engine(
            folder, memory=None, refill=self.refill, tell=self.messages.append
        )

    def refill(self) -> None:
        self.refills += 1
        if self._refill:
            fill(self.engine)

    def paths(self, query: str) -> str:
        found = self.engine.read(lambda snapshot: snapshot.search(parse(query).root))
        return "".join(sorted(head.path for head in heads_of(found)))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    kept = Kept(tmp_path / "index")
    fill(kept.engine)
    kept.engine.close()
    return tmp_path / "index"


def flip(file: Path) -> None:
    """Change much of the first half of a file, where its arrays lie: any question meets it."""
    data = bytearray(file.read_bytes())
    for at in range(len(data) // 8, len(data) // 2):
        data[at] ^= 0x55
    file.write_bytes(data)


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and path.stat().st_size)


DAMAGE: dict[str, Callable[[Path], object]] = {
    "flipped": flip,
    "cut": lambda file: file.write_bytes(file.read_bytes()[: file.stat().st_size // 2]),
    "gone": lambda file: file.unlink(),
    "rubbish": lambda file: file.write_bytes(b"no such thing" * 50),
}


@pytest.mark.parametrize("how", DAMAGE)
def test_whatever_file_is_damaged_the_next_writing_begins_anew_or_finds_it_sound(
    folder: Path, how: str
) -> None:
    for at in range(len(files(folder))):
        kept = Kept(folder)
        fill(kept.engine)
        kept.engine.close()
        DAMAGE[how](files(folder)[at])
        kept = Kept(folder)
        state = kept.engine.state()
        assert (state.kind == "ready") != bool(state.reason)
        rebuilt = kept.engine.write(lambda writer: writer.rebuilt)
        assert rebuilt in {None, "damaged", "outdated"}
        if rebuilt is None:
            assert kept.paths("") == EVERY
        else:
            fill(kept.engine)
            assert (kept.engine.state().kind, kept.paths("strike")) == ("ready", "abe")
        kept.engine.close()


def test_damage_met_while_reading_is_mended_and_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.engine.whoosh.store._SMALL", 0)  # judged in use only
    for file in folder.rglob("whoosh/*.arrays"):
        flip(file)
    kept = Kept(folder)
    assert kept.paths("strike") == "abe"
    assert kept.refills == 1
    assert kept.messages == ["the index was damaged and has been built anew"]
    assert kept.paths("") == EVERY
    assert kept.refills == 1


def test_rows_of_an_old_answer_are_given_after_damage_was_mended(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.engine.whoosh.store._SMALL", 0)
    kept = Kept(folder)
    found = kept.engine.read(lambda snapshot: snapshot.search(parse("strike").root, "newest"))
    for file in folder.rglob("whoosh/*.arrays"):
        flip(file)
    assert [row.head.path for row in found.rows(0, 9) if row] == ["b", "a", "e"]
    assert kept.refills == 1


def test_what_can_t_be_mended_is_one_clear_error(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.engine.whoosh.store._SMALL", 0)
    for file in folder.rglob("whoosh/*.arrays"):
        flip(file)
    kept = Kept(folder, refill=False)
    assert kept.paths("strike") == ""  # nothing is left, and the index is to be built anew
    assert kept.engine.state().kind in {"damaged", "empty"}
    blocked = Kept(folder.parent / "blocked")
    (folder.parent / "blocked").write_text("no folder")
    with pytest.raises(IndexFailedError, match="can't be written"):
        put(blocked.engine, make_article("a", "A strike."))


def test_stories_beside_a_damaged_file_are_worked_out_again(folder: Path) -> None:
    kept = Kept(folder)
    kept.engine.group_stories((), ())
    before = kept.engine.read(lambda snapshot: dict(snapshot.stories()))
    kept.engine.close()
    for file in folder.rglob("stories.*"):
        flip(file)
    kept = Kept(folder)
    assert kept.engine.read(lambda snapshot: dict(snapshot.stories())) == {}
    kept.engine.group_stories((), ())
    after = kept.engine.read(lambda snapshot: dict(snapshot.stories()))
    assert {one: group.heads for one, group in after.items()} == {
        one: group.heads for one, group in before.items()
    }
    assert len(after) == len(ARTICLES)
