"""The screen that compares two sources."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest
from flood import Harness, settled
from library import text, until
from onscreen import shows
from papers import COURIER, HERALD, keyness_of, write_papers
from two_tides import PILOT, TIDE, write_tides

from search import Desk
from search.engine import never_cancelled
from tui.screens.article.screen import ArticleScreen
from tui.screens.comparison.screen import ComparisonScreen
from tui.screens.concordance.screen import ConcordanceScreen
from tui.screens.keyness.screen import KeynessScreen
from tui.screens.picker.source_picker import SourcePicker
from tui.widgets.filter_line import FilterLine
from tui.widgets.source_list import SourceList
from tui.widgets.word_list import WordList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from textual.pilot import Pilot

    from search import Contrast, SharedStory

    Open = Callable[..., Desk]

SIZE = (120, 40)
OURS, THEIRS = ["regime", "troops", "bread"], ["government", "soldiers", "rice"]


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    return write_papers(tmp_path / "papers")


def against(desk: Desk, *names: str | None) -> Harness:
    return Harness(keyness_of(desk, names))


def words(pilot: Pilot[None], side: str) -> list[str]:
    return [one.word for one in pilot.app.screen.query_one(f"#{side}", WordList)._words]


async def test_each_side_lists_the_words_it_uses_more(papers: Path, open_desk: Open) -> None:
    async with against(open_desk(papers), HERALD, COURIER).run_test(size=SIZE) as pilot:
        await settled(pilot)
        shown = text(pilot)

        assert (words(pilot, "left"), words(pilot, "right")) == (OURS, THEIRS)
        assert "◧ more in Valley Herald" in shown
        assert "24 articles · 672 words · Jan 2024 to Mar 2024" in shown
        assert "regime: Valley Herald 48 times, 714.3 in 10,000 words, in 24 of 24" in shown
        assert "48 : 0  714.3 : 0.0    24 : 0" in shown
        assert "1 of 20 comparisons (Bonferroni)" in " ".join(shown.split())
        assert "told by both" in shown


async def test_without_names_the_largest_sources_are_taken(papers: Path, open_desk: Open) -> None:
    async with against(open_desk(papers)).run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert (words(pilot, "left"), words(pilot, "right")) == (THEIRS, OURS)


async def test_keys_lead_from_side_to_side_and_x_swaps_them(papers: Path, open_desk: Open) -> None:
    async with against(open_desk(papers), HERALD, COURIER).run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.press("down", "tab")
        assert pilot.app.focused is pilot.app.screen.query_one("#right")
        assert "government: " in text(pilot)
        await pilot.press("h", "x")
        assert (words(pilot, "left"), words(pilot, "right")) == (THEIRS, OURS)
        assert "◧ more in The Courier" in text(pilot)


async def test_typing_filters_the_words_and_esc_takes_that_back(
    papers: Path, open_desk: Open
) -> None:
    async with against(open_desk(papers), HERALD, COURIER).run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.press("slash", *"ovEr")
        assert (words(pilot, "left"), words(pilot, "right")) == ([], ["government"])
        assert "No word fits." in text(pilot)
        await pilot.press("enter")
        assert isinstance(pilot.app.focused, WordList)
        await pilot.press("escape")
        assert pilot.app.screen.query_one(FilterLine).value == ""
        assert words(pilot, "left") == OURS


async def test_s_sorts_by_use_and_by_the_alphabet(papers: Path, open_desk: Open) -> None:
    async with against(open_desk(papers), HERALD, COURIER).run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.press("S")
        assert "most used first · 1 of 3" in text(pilot)
        await pilot.press("S")
        assert words(pilot, "left") == sorted(OURS)
        await pilot.press("S")
        assert words(pilot, "left") == OURS


async def test_enter_shows_the_uses_by_these_two_sources_and_then_the_passage(
    papers: Path, open_desk: Open
) -> None:
    for n in range(3):
        (papers / f"third-{n}.md").write_text("---\nsource: Third\n---\nNo regime here.\n", "utf-8")
    async with against(open_desk(papers), HERALD, COURIER).run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert shows(pilot.app, ConcordanceScreen)
        shown = text(pilot)
        assert "48 uses in 24 articles" in shown
        assert "any form of regime, in Valley Herald and The Courier" in shown
        assert "─ Valley Herald · 48" in shown
        await pilot.press("enter")
        await settled(pilot)
        assert shows(pilot.app, ArticleScreen)
        await pilot.press("escape", "escape")
        assert shows(pilot.app, KeynessScreen)


async def test_a_source_is_found_by_a_few_of_its_letters(papers: Path, open_desk: Open) -> None:
    async with against(open_desk(papers), HERALD, COURIER).run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.press("2")
        assert isinstance(pilot.app.screen, SourcePicker)
        listed = pilot.app.screen.query_one(SourceList)
        assert [name for name, _ in listed._counts] == [COURIER, "[bold]Evening[/bold] Post", None]
        await pilot.press(*"evpo")
        assert listed.chosen == ("[bold]Evening[/bold] Post",)
        assert "[bold]Evening[/bold] Post" in text(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert "◨ more in [bold]Evening[/bold] Post" in text(pilot)
        await pilot.press("1", *"unkno", "enter")
        await settled(pilot)
        assert "◧ more in unknown source" in text(pilot)
        assert "Significance means" in text(pilot)


async def test_a_double_click_takes_a_source(papers: Path, open_desk: Open) -> None:
    async with against(open_desk(papers), HERALD, COURIER).run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.press("2")
        await pilot.pause()
        await pilot.click(SourceList, offset=(5, 1), times=2)
        await settled(pilot)
        assert shows(pilot.app, KeynessScreen)
        assert "◨ more in [bold]Evening[/bold] Post" in text(pilot)


async def test_going_back_from_the_picker_changes_nothing(papers: Path, open_desk: Open) -> None:
    async with against(open_desk(papers), HERALD, COURIER).run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.press("1", *"zzzz")
        assert "No source is called so." in text(pilot)
        await pilot.press("enter", "escape")
        assert words(pilot, "left") == OURS


async def test_a_word_and_all_the_words_can_be_copied(papers: Path, open_desk: Open) -> None:
    async with against(open_desk(papers), HERALD, COURIER).run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.press("y")
        assert pilot.app.clipboard.startswith("regime: Valley Herald 48 times")
        await pilot.press("e", "down", "right", "enter")
        await until(pilot, lambda: pilot.app.clipboard.startswith("#"))
        assert pilot.app.clipboard.startswith("# Valley Herald ⇄ The Courier\n")
        assert "| government | 0 | 48 | 0.0 | 714.3 | -" in pilot.app.clipboard


async def test_a_library_of_one_source_says_so(tmp_path: Path, open_desk: Open) -> None:
    library = tmp_path / "one"
    library.mkdir()
    (library / "a.md").write_text("---\nsource: Herald\n---\nText.\n")
    async with against(open_desk(library)).run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert "There is only one source in this library." in text(pilot)
        await pilot.press("x", "S", "enter", "1", "tab", "e", "escape")
        assert not isinstance(pilot.app.screen, KeynessScreen)


async def test_narrow_windows_show_one_side_at_a_time(papers: Path, open_desk: Open) -> None:
    async with against(open_desk(papers), HERALD, COURIER).run_test(size=(64, 20)) as pilot:
        await settled(pilot)
        assert "◨" not in text(pilot)
        await pilot.press("right")
        await settled(pilot)
        assert "◨ more in The Courier" in text(pilot)
        assert "◧" not in text(pilot)


async def test_leaving_stops_the_counting(papers: Path, open_desk: Open) -> None:
    begun, noticed = Event(), Event()

    class Slow(Desk):
        def sources(
            self,
            left: str | None,
            right: str | None,
            progress: Callable[[float], None] = lambda _: None,
            cancelled: Callable[[], bool] = never_cancelled,
            within: Sequence[SharedStory] | None = None,
        ) -> Contrast:
            begun.set()
            while not cancelled():
                progress(0.5)
            noticed.set()
            return super().sources(left, right, progress, cancelled, within)

    async with against(open_desk(papers, Slow), HERALD, COURIER).run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "counting words … 50%" in text(pilot))
        assert begun.is_set()
        await pilot.press("escape")
        await until(pilot, noticed.is_set)


async def test_within_shared_stories_the_wording_is_listed(tmp_path: Path, open_desk: Open) -> None:
    desk = open_desk(write_tides(tmp_path / "tides"))
    async with against(desk, PILOT, TIDE).run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.press("w")
        await settled(pilot)
        await until(pilot, lambda: "within shared stories" in text(pilot))
        await until(pilot, lambda: "2 stories told by both" in text(pilot))
        await pilot.press("v")
        await until(pilot, lambda: "angry → worried  2 times in 2 stories" in text(pilot))
        await pilot.press("y")
        assert pilot.app.clipboard.startswith("angry → worried")
        await pilot.press("x")
        await until(pilot, lambda: "worried → angry" in text(pilot))
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, ComparisonScreen)
        await pilot.press("escape")
        await settled(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: "In place of each other" not in text(pilot))
        await pilot.press("w")
        await until(pilot, lambda: "source against source" in text(pilot))


async def test_wording_is_gathered_within_shared_stories_only(
    papers: Path, open_desk: Open
) -> None:
    async with against(open_desk(papers), HERALD, COURIER).run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.press("v")
        assert "In place of each other" not in text(pilot)
