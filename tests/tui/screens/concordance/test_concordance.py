from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING, Any

import pytest
from chorus import concordance_of, listed_uses, uses, write_chorus
from flood import Harness, settled
from library import text, until
from onscreen import shows
from papers import write_papers

from search import Desk
from tui.screens.article.screen import ArticleScreen
from tui.screens.comparison.screen import ComparisonScreen
from tui.screens.concordance.screen import ConcordanceScreen
from tui.widgets.reader import Reader
from tui.widgets.use_counts import UseCounts
from tui.widgets.word_line import WordLine

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from search import Article, Concordance
    from search.engine import Row

    Open = Callable[..., Desk]

SIZE = (120, 30)
COURIER = "The Courier of the Upper Valley and the Lower Valley"


@pytest.fixture
def chorus(tmp_path: Path) -> Path:
    """Give a library of three articles that use one word."""
    return write_chorus(tmp_path / "chorus")


def copied(pilot: Pilot[None]) -> str:
    return pilot.app.clipboard


async def ask(pilot: Pilot[None], word: str) -> None:
    await pilot.press("slash", *word, "enter")
    await settled(pilot)


async def test_every_use_is_a_line_with_the_counts_beside_them(
    chorus: Path, open_desk: Open
) -> None:
    app = Harness(concordance_of(open_desk(chorus), "levee"))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert listed_uses(pilot) == [
            ("Valley Herald", "The|broke"),
            ("Valley Herald", "a|is"),
            ("Valley Herald", "old|since"),
            (None, "Two|stood"),
            (COURIER, "new|will"),
            (COURIER, "the|\ufffdwith"),
        ]
        shown = text(pilot)
        assert "6 uses in 3 articles" in shown
        assert "any form of levee" in shown
        assert "by the words after · 1 of 6" in shown
        assert pilot.app.screen.query_one(UseCounts).display
        assert "2024-03" in shown
        assert "no date" in shown


async def test_s_turns_through_the_orders_and_v_groups_by_source(
    chorus: Path, open_desk: Open
) -> None:
    app = Harness(concordance_of(open_desk(chorus), "levee"))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        orders = []
        for _ in range(4):
            orders.append((str(uses(pilot).border_subtitle), listed_uses(pilot)[0][1]))
            await pilot.press("S")
            await settled(pilot)
        assert orders == [
            ("by the words after · 1 of 6", "The|broke"),
            ("by the words before · 1 of 6", "a|is"),
            ("newest first · 1 of 6", "new|will"),
            ("oldest first · 1 of 6", "The|broke"),
        ]
        await pilot.press("v")
        await settled(pilot)
        assert "by source, then by the words after" in text(pilot)
        assert [source for source, _ in listed_uses(pilot)] == [COURIER] * 2 + [
            "Valley Herald"
        ] * 3 + [None]
        assert "─ Valley Herald · 3 ─" in text(pilot)
        await pilot.press("v")
        await settled(pilot)
        assert "─ Valley Herald" not in text(pilot)


async def test_the_current_use_stays_the_current_one_in_another_order(
    chorus: Path, open_desk: Open
) -> None:
    app = Harness(concordance_of(open_desk(chorus), "levee"))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.press("down", "down")
        chosen = uses(pilot).use
        await pilot.press("S", "v")
        await settled(pilot)
        assert uses(pilot).use is chosen


async def test_another_word_is_asked_for_by_slash_and_esc_takes_it_back(
    chorus: Path, open_desk: Open
) -> None:
    app = Harness(concordance_of(open_desk(chorus), "levee"))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.press("slash", *"upk", "escape")
        assert pilot.app.screen.query_one(WordLine).value == "levee"
        assert pilot.app.focused is uses(pilot)
        await ask(pilot, "upkeep")
        assert listed_uses(pilot) == [
            ("Valley Herald", "its|,"),
            ("Valley Herald", "and|costs"),
        ]
        await ask(pilot, '"levees"')
        assert listed_uses(pilot) == [(None, "Two|stood")]
        await ask(pilot, "million euros")
        assert "2" not in str(uses(pilot).border_subtitle)
        use = uses(pilot).use
        assert use is not None
        assert use.match == "million euros"


async def test_what_is_wrong_with_a_word_is_said_below_the_place(
    chorus: Path, open_desk: Open
) -> None:
    app = Harness(concordance_of(open_desk(chorus), "levee"))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await ask(pilot, "levee (")
        line = pilot.app.screen.query_one(WordLine)
        focused = pilot.app.focused
        assert focused is line
        head, fault = text(pilot).splitlines()[:2]
        assert fault.strip() == "^ this ( is never closed"
        assert head[fault.index("^")] == "("
        await pilot.press("backspace")
        assert "^" not in text(pilot)
        assert len(listed_uses(pilot)) == 6, "what is listed stays"
        await pilot.press("ctrl+u", *"title:levee", "enter")
        await settled(pilot)
        assert "a concordance is of one word or phrase" in text(pilot)
        await pilot.press("escape")
        assert (line.value, pilot.app.focused) == ("levee", uses(pilot))
        assert "any form of levee" in text(pilot)
        await ask(pilot, "upkeep")
        assert len(listed_uses(pilot)) == 2


async def test_a_word_that_nobody_uses_says_so_and_how_it_was_read(
    chorus: Path, open_desk: Open
) -> None:
    app = Harness(concordance_of(open_desk(chorus), '"levee parade"'))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert "No article uses exactly “levee parade”." in text(pilot)
        assert "0 uses in 0 articles" in text(pilot)
        await pilot.press("enter", "y", "S", "i", "down")
        assert isinstance(pilot.app.screen, ConcordanceScreen)


async def test_without_a_word_it_is_asked_for(chorus: Path, open_desk: Open) -> None:
    app = Harness(concordance_of(open_desk(chorus), ""))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert isinstance(pilot.app.focused, WordLine)
        assert "Type a word or a phrase above" in text(pilot)
        await pilot.press(*"levee", "down")
        await settled(pilot)
        assert len(listed_uses(pilot)) == 6
    app = Harness(concordance_of(open_desk(chorus), ""))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.press("escape")
        assert not isinstance(pilot.app.screen, ConcordanceScreen)


@pytest.mark.parametrize("key", ["enter", "l", "right"])
async def test_a_use_opens_in_its_article_chosen_there_and_back_again(
    key: str, chorus: Path, open_desk: Open
) -> None:
    app = Harness(concordance_of(open_desk(chorus), "levee"))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.press("down", "down", key)
        await settled(pilot)
        reader = pilot.app.screen.query_one(Reader)
        assert reader.reading is not None
        assert reader.current == 2
        assert reader.current_match == "levee"
        assert "Valley Herald · 2 Mar 2024" in str(reader.border_title)
        await pilot.press("n")
        assert reader.current == 3
        await pilot.press("N", "N")
        assert reader.current == 1
        await pilot.press("J")
        await settled(pilot)
        assert reader.reading.article.title == "A note"
        await pilot.press("K", "K")
        await settled(pilot)
        assert reader.reading.article.title == "[bold]The levee[/bold] and the town"
        assert reader.current == 3
        await pilot.press("escape")
        assert uses(pilot).index == 1
        assert pilot.app.focused is uses(pilot)


async def test_an_article_that_is_gone_says_so(chorus: Path, open_desk: Open) -> None:
    app = Harness(concordance_of(open_desk(chorus), '"levees"'))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        (chorus / "note.md").unlink()
        await pilot.press("y")
        await settled(pilot)
        assert copied(pilot) == ""
        await pilot.press("enter")
        await settled(pilot)
        assert "This article can't be shown." in text(pilot)
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, ConcordanceScreen)


async def test_a_line_is_copied_with_its_citation(chorus: Path, open_desk: Open) -> None:
    app = Harness(concordance_of(open_desk(chorus), "upkeep"))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.press("y")
        await settled(pilot)
        assert copied(pilot) == (
            "“Engineers said a levee is only as good as its upkeep, and upkeep costs money.”\n"
            "— [bold]The levee[/bold] and the town, Valley Herald, 2024-03-02\n"
            "https://herald.example/levee"
        )
        await pilot.press("enter")
        await settled(pilot)
        await pilot.press("Y")
        assert copied(pilot) == "https://herald.example/levee"


async def test_a_passage_is_compared_with_its_best_counterpart(
    flood: Path, open_desk: Open
) -> None:
    app = Harness(concordance_of(open_desk(flood), "rooftops"))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        await pilot.press("c")
        await settled(pilot)
        assert shows(pilot.app, ComparisonScreen)
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, ArticleScreen)


@pytest.mark.parametrize(("columns", "beside"), [(80, False), (120, True)])
async def test_i_shows_and_hides_the_counts(
    columns: int, beside: bool, chorus: Path, open_desk: Open
) -> None:
    app = Harness(concordance_of(open_desk(chorus), "levee"))
    async with app.run_test(size=(columns, 24)) as pilot:
        await settled(pilot)
        tallies = pilot.app.screen.query_one(UseCounts)
        assert tallies.display is beside
        await pilot.press("i")
        assert tallies.display is not beside
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, ConcordanceScreen) is not beside


@pytest.mark.parametrize("key", ["escape", "h", "left"])
async def test_back_leaves(key: str, chorus: Path, open_desk: Open) -> None:
    app = Harness(concordance_of(open_desk(chorus), "levee"))
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.press(key)
        assert not isinstance(pilot.app.screen, ConcordanceScreen)


class Slow(Desk):
    """A library whose second article takes its time."""

    gate: Event
    begun: int

    def concordance(self, *arguments: Any, **options: Any) -> Concordance:
        self.begun = 0
        self._texts.of_row = self._slowly  # type: ignore[method-assign]  # of this one alone
        return super().concordance(*arguments, **options)

    def _slowly(self, row: Row) -> Article | None:
        self.begun += 1
        if self.begun > 1:
            self.gate.wait(60)
        return self._texts.of_head(row.head)


async def test_lines_appear_while_reading_goes_on_and_leaving_stops_it(
    chorus: Path, open_desk: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.desk.concordance_search._TELL_EVERY", 0.0)
    desk = open_desk(chorus, Slow)
    assert isinstance(desk, Slow)
    desk.gate, desk.begun = Event(), 0
    app = Harness(concordance_of(desk, "levee"))
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: uses(pilot).total == 2)
        assert "1 of 3 articles …" in text(pilot)
        assert "2 uses in 1 article" in text(pilot)
        await pilot.press("down", "S")
        await until(pilot, lambda: "by the words before · 2 of 2" in text(pilot))
        await pilot.press("escape")
        await pilot.pause()
        desk.gate.set()
        await settled(pilot)
        assert desk.begun == 2


async def test_p_goes_on_from_counts_to_what_comes_beside_a_word(
    tmp_path: Path, open_desk: Open
) -> None:
    library = write_papers(tmp_path / "papers")
    app = Harness(concordance_of(open_desk(library), "troops"))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await until(pilot, lambda: "per 10,000 words" in text(pilot))
        await pilot.press("p")
        await until(pilot, lambda: "regime" in text(pilot) and "by logDice" in text(pilot))
        await pilot.press("p")
        await until(pilot, lambda: "the troops stood" in text(pilot))
        await pilot.press("p")
        await until(pilot, lambda: "How often" in text(pilot))
