"""The line is kept in each article, and what was read is marked so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from library import articles, filled, reader, screen, until

from search import ReadingPlace
from tui.screens.reading import reading_clock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from search import ArticleId
    from tui.app import DiptychApp

    Launch = Callable[..., DiptychApp]

SIZE = (120, 20)


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(reading_clock, "TICK", 0.02)
    folder = tmp_path / "library"
    folder.mkdir()
    for name in ("Anchor", "Beacon"):
        body = "\n\n".join(f"{name} {number}: the tide turned again." for number in range(60))
        (folder / f"{name}.md").write_text(f"---\ntitle: {name}\n---\n\n{body}\n", "utf-8")
    return folder


def chosen(pilot: Pilot[None]) -> ArticleId:
    article = screen(pilot).article_id
    assert article is not None
    return article


def kept(pilot: Pilot[None], article: ArticleId) -> ReadingPlace | None:
    return screen(pilot).session.desk.marks.places.of(article)


def read(pilot: Pilot[None]) -> bool:
    (marks,) = screen(pilot).session.desk.marks.of([chosen(pilot)])
    return marks.read


async def test_the_line_is_kept_in_each_article_across_sessions(
    launch: Launch, library: Path
) -> None:
    async with launch(library).run_test(size=SIZE) as pilot:
        await filled(pilot)
        one = chosen(pilot)
        await pilot.press("enter", "pagedown", "pagedown")
        place = reader(pilot).place
        assert place is not None
        await until(
            pilot, lambda: kept(pilot, one) == ReadingPlace(place.block, max(0, place.offset))
        )
        await pilot.press("J")
        await until(pilot, lambda: screen(pilot).settled and chosen(pilot) != one)
        assert reader(pilot).place is None
        other = chosen(pilot)
    async with launch(library, fresh=True).run_test(size=SIZE) as pilot:
        await filled(pilot)
        assert chosen(pilot) == one
        await until(pilot, lambda: reader(pilot).place is not None)
        assert (reader(pilot).place or place).block == place.block
        await pilot.press("enter", "g")
        await until(pilot, lambda: kept(pilot, one) is None)
        assert kept(pilot, other) is None


async def test_reading_to_the_end_marks_as_read_and_the_row_shows_it(
    launch: Launch, library: Path
) -> None:
    async with launch(library).run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("enter", "G")
        await until(pilot, lambda: (hit := articles(pilot).hit) is not None and hit.marks.read)
        assert screen(pilot).session.desk.marks.store.undo() is None
        await pilot.press("u")
        await until(pilot, lambda: not read(pilot))
        await pilot.press("g", "G")
        await pilot.pause(0.3)
        assert not read(pilot)  # what was said by hand isn't overruled


async def test_going_through_the_list_marks_nothing_and_twenty_looks_do(
    launch: Launch, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_clock, "READ_AFTER", 10_000)
    async with launch(library).run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("j", "k", "j")
        await pilot.pause(0.3)
        assert not screen(pilot).session.desk.marks.store.set_of("read")
        monkeypatch.setattr(reading_clock, "READ_AFTER", 20)
        await pilot.press("k")
        await until(pilot, lambda: screen(pilot).settled)
        await until(pilot, lambda: read(pilot))
        assert len(screen(pilot).session.desk.marks.store.set_of("read")) == 1
