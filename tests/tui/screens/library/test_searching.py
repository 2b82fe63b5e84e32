from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from library import articles, filled, reader, screen, search, search_text, text, until

from search import bundled
from tui.routes import Lighting
from tui.session.requests import Question
from tui.widgets.filters.sources_pane import SourcesPane

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from tui.app import DiptychApp

    Launch = Callable[..., DiptychApp]


async def searched(pilot: Pilot[None], query: str) -> None:
    await until(pilot, lambda: screen(pilot).route.search == query)


def says(pilot: Pilot[None], words: str) -> bool:
    return words in text(pilot)


def kept(pilot: Pilot[None]) -> list[str]:
    return screen(pilot).session.desk.marks.store.searches.every()


async def test_the_app_opens_on_five_articles(launch: Launch) -> None:
    async with launch().run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        assert screen(pilot).results.total == 5
        assert "5 articles · newest" in text(pilot)
        assert articles(pilot).has_focus


async def test_typing_searches_at_once_and_lights_what_was_found(launch: Launch) -> None:
    async with launch().run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        await search(pilot, '"armed forces"', 3)
        assert "exactly “armed forces”" in text(pilot)
        assert reader(pilot).matches > 0
        assert "3 of 5" in text(pilot)


async def test_a_query_given_at_the_start_is_searched(launch: Launch) -> None:
    async with launch(search="pompeo").run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: screen(pilot).results.total == 3)
        assert search_text(pilot) == "pompeo"


async def test_the_last_good_list_stays_while_a_query_is_malformed(launch: Launch) -> None:
    async with launch().run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        await search(pilot, "pompeo", 3)
        await pilot.press("space", "right_parenthesis")
        await until(pilot, lambda: "^ this ) closes nothing" in text(pilot))
        lines = text(pilot).splitlines()
        assert lines[1].index("^") == lines[0].index(")")
        assert screen(pilot).results.total == 3
        await pilot.press("backspace")
        await until(pilot, lambda: "^" not in text(pilot).splitlines()[1])


async def test_a_better_spelling_is_one_key_away(launch: Launch) -> None:
    async with launch().run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        await search(pilot, "venezuella", 0)
        await until(pilot, lambda: "did you mean venezuela" in text(pilot))
        assert "Did you mean venezuela? tab" in text(pilot)
        assert reader(pilot).reading is None
        await pilot.press("tab")
        await until(pilot, lambda: screen(pilot).results.total == 5)
        assert search_text(pilot) == "venezuela"


async def test_enter_and_down_lead_from_the_search_to_the_list(launch: Launch) -> None:
    async with launch().run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        for key in ("enter", "down"):
            await search(pilot, "pompeo", 3)
            await pilot.press(key)
            assert articles(pilot).has_focus
            assert screen(pilot).results.total == 3


async def test_letters_typed_right_behind_the_slash_are_not_lost(launch: Launch) -> None:
    async with launch().run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        await pilot.press("slash", *"moscow")
        assert search_text(pilot) == "moscow"


async def test_searches_are_remembered_across_runs(launch: Launch) -> None:
    async with launch().run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        await search(pilot, "pompeo", 3)
        await pilot.press("enter")
        await until(pilot, lambda: kept(pilot) == ["pompeo"])
    async with launch(fresh=True).run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        await pilot.press("slash", "up")
        await until(pilot, lambda: screen(pilot).results.total == 3)
        assert search_text(pilot) == "pompeo"


async def test_the_history_holds_searches_and_no_clicks_on_filters(launch: Launch) -> None:
    async with launch().run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        await search(pilot, "maduro", 5)
        await pilot.press("escape", "1", "j", "enter", "l", "enter")
        await until(pilot, lambda: screen(pilot).results.total == 1)
        await search(pilot, "maduro source:dw", 1)
        await pilot.press("enter")
        await until(pilot, lambda: kept(pilot) == ["maduro", "maduro source:dw"])


async def test_a_source_chosen_is_seen_in_the_search_and_others_can_still_be(
    launch: Launch,
) -> None:
    async with launch().run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        await search(pilot, "maduro OR guaido", 5)
        await pilot.press("escape", "1", "j", "enter")
        await until(pilot, lambda: screen(pilot).results.total == 1)
        assert search_text(pilot) == '(maduro OR guaido) source:"Al Jazeera"'
        assert "Press TV" in text(pilot)
        await pilot.press("j", "enter")
        both = '(maduro OR guaido) (source:"Al Jazeera" OR source:"DW")'
        await until(pilot, lambda: search_text(pilot) == both)
        await until(pilot, lambda: screen(pilot).results.total == 2)
        await pilot.press("enter", "k", "enter")
        await until(pilot, lambda: screen(pilot).results.total == 5)
        assert search_text(pilot) == "maduro OR guaido"


async def test_a_filter_picked_twice_at_once_is_off_again(launch: Launch) -> None:
    async with launch().run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        pane = screen(pilot).query_one(SourcesPane)
        for row in (1, -2):
            facet = pane._facets[row]
            for _ in range(2):
                pane.post_message(SourcesPane.Picked(facet))
            await pilot.pause()
            assert facet.can_be_chosen
            assert search_text(pilot) == ""


async def test_words_in_folded_text_are_told_found_unfolded_and_lit(
    launch: Launch, tmp_path: Path
) -> None:
    library = tmp_path / "island"
    library.mkdir()
    story = "The ferry company said on Monday that it would sell both of its older ships in May."
    page = (
        f"Ferry ships sold\n\nBy Ida Holm\n4 March 2021\n\n{story}\n\nSign up for our newsletter\n"
    )
    (library / "a.txt").write_text(page)
    async with launch(library).run_test(size=(100, 30)) as pilot:
        await filled(pilot)
        await search(pilot, "newsletter", 0)
        await until(pilot, lambda: "1 more in folded text: in:all finds it ·" in text(pilot))
        await pilot.press("space", "i", "n", "colon", "a", "l", "l")
        await until(pilot, lambda: screen(pilot).results.total == 1 and reader(pilot).matches == 1)
        assert "Sign up for our newsletter" in text(pilot)
        assert "more in folded text" not in text(pilot)


async def test_sorting_goes_round(launch: Launch) -> None:
    async with launch().run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        for order, source in (
            ("newest", "DW"),
            ("oldest", "The Independent"),
            ("source", "Al Jazeera"),
            ("newest", "DW"),
        ):
            await until(pilot, partial(says, pilot, f"· {order} ·"))
            assert (hit := articles(pilot).hit) is not None
            assert hit.head.source == source
            await pilot.press("S")


async def test_what_fits_best_comes_first_with_words_and_what_is_newest_without(
    launch: Launch,
) -> None:
    async with launch().run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        await search(pilot, "maduro", 5)
        await until(pilot, lambda: "· relevance ·" in text(pilot))
        await pilot.press("enter")
        for order in ("newest", "oldest", "source", "relevance"):
            await pilot.press("S")
            await until(pilot, partial(says, pilot, f"· {order} ·"))
        await pilot.press("escape")
        await until(pilot, lambda: "5 articles · newest" in text(pilot))


async def test_a_search_is_settled_as_its_line_is_left(launch: Launch) -> None:
    ways: tuple[tuple[str, ...], ...] = (("enter",), ("escape",), ("tab",), ("down",))
    async with launch().run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        for way in ways:
            await search(pilot, "venez", 5)
            assert "words beginning venez…" in text(pilot)
            await pilot.press(*way)
            await until(pilot, lambda: screen(pilot).results.total == 0)
            await until(pilot, lambda: "No article has venez." in text(pilot))
            assert screen(pilot).lighting == Lighting("venez")
        await pilot.press("slash", "up")  # as it is brought back, so it was left
        await until(pilot, lambda: screen(pilot).results.total == 0)


async def test_a_click_into_the_list_settles_the_search(launch: Launch) -> None:
    async with launch().run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        await search(pilot, "gua", 5)
        await pilot.click("#articles", offset=(5, 8))
        await until(pilot, lambda: screen(pilot).results.total == 0)
        assert "any form of gua" in text(pilot)


async def test_an_empty_library_says_what_to_do(launch: Launch, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    async with launch(tmp_path / "empty").run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "There are no articles in" in text(pilot))
        shutil.copy(next(iter(bundled().glob("dw*"))), tmp_path / "empty")
        await pilot.press("r")
        await until(pilot, lambda: screen(pilot).results.total == 1)
        await filled(pilot)


async def test_a_library_that_is_not_there_is_said_in_a_sentence(
    launch: Launch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with launch(Path("nowhere")).run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "nowhere: no such file or directory" in text(pilot))
        assert "enter read" not in text(pilot)


@pytest.mark.usefixtures("unwatched")
async def test_an_article_that_vanished_is_said_so_in_the_reader(
    launch: Launch, tmp_path: Path
) -> None:
    library = tmp_path / "library"
    shutil.copytree(bundled(), library)
    async with launch(library).run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        (library / "independent-direct-contact-with-military.txt").unlink()
        await pilot.press("j", "j")
        await until(pilot, lambda: "This article can't be shown." in text(pilot))
        assert "independent-direct-contact" in text(pilot)
        await pilot.press("r")
        await until(pilot, lambda: screen(pilot).results.total == 4)


async def test_what_to_press_for_files_that_are_not_read_is_seen_in_80_columns(
    launch: Launch, tmp_path: Path
) -> None:
    library = tmp_path / "library"
    shutil.copytree(bundled(), library)
    (library / "empty.txt").write_bytes(b"")
    for number in range(12):
        (library / f"{number}.png").write_bytes(b"\x89PNG")
    async with launch(library).run_test(size=(80, 24)) as pilot:
        await filled(pilot)
        await until(pilot, lambda: "1 file failed, 12 passed over: press !" in text(pilot))
        await pilot.press("exclamation_mark")
        await until(pilot, lambda: ".png: 12" in text(pilot))


async def test_files_that_cannot_be_read_are_counted_and_listed(
    launch: Launch, tmp_path: Path
) -> None:
    library = tmp_path / "library"
    shutil.copytree(bundled(), library)
    (library / "empty.txt").write_bytes(b"")
    async with launch(library).run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        await until(pilot, lambda: "1 file could not be read: press !" in text(pilot))
        await pilot.press("exclamation_mark")
        await until(pilot, lambda: "empty.txt" in text(pilot))
        await pilot.press("escape")
        assert pilot.app.screen is screen(pilot)


async def test_a_new_file_keeps_the_reader_where_it_is(launch: Launch, tmp_path: Path) -> None:
    library = tmp_path / "library"
    shutil.copytree(bundled(), library)
    async with launch(library).run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        await pilot.press("j", "j", "3", "pagedown")
        await filled(pilot)
        shown, place = screen(pilot).article_id, reader(pilot).place
        (library / "new.md").write_text("# A new one\n\nIt says something new about sanctions.\n")
        await pilot.press("r")
        await until(pilot, lambda: screen(pilot).results.total == 6)
        await filled(pilot)
        assert screen(pilot).article_id == shown
        assert reader(pilot).place == place


async def test_a_user_who_moves_during_a_search_stays_on_their_row(launch: Launch) -> None:
    async with launch().run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        here = screen(pilot)
        question = Question("", None, typing=False, rows=5, kept=here.article_id)
        worker = here.results.worker
        worker.searches._current = question
        late = worker.answer(question)
        worker.searches.forget()
        await pilot.press("j", "j")
        await filled(pilot)
        shown = here.article_id
        here.results.take_answer(question, late)
        await filled(pilot)
        assert here.article_id == shown != question.kept


async def test_the_chosen_article_stays_chosen_while_it_is_in_the_list(launch: Launch) -> None:
    async with launch().run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        await search(pilot, "maduro", 5)
        await pilot.press("enter", "j")
        await until(pilot, lambda: screen(pilot).settled)
        chosen = screen(pilot).article_id
        await pilot.press("S")
        await until(pilot, lambda: screen(pilot).route.sort == "newest")
        assert screen(pilot).article_id == chosen
        await search(pilot, "maduro OR pompeo", 5)
        assert screen(pilot).article_id == chosen
        await pilot.press("escape", "escape")
        await searched(pilot, "")
        assert screen(pilot).article_id == chosen
        await search(pilot, "zzz", 0)
        await pilot.press("escape")
        await search(pilot, "pompeo", 3)
        assert articles(pilot).index == 0


async def test_what_is_unfinished_is_no_fault_until_it_is_entered(launch: Launch) -> None:
    async with launch().run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        await search(pilot, '"armed forces', 3)
        figures = screen(pilot).query_one("#figures")
        assert "^" not in text(pilot)
        assert figures.has_class("-unfinished")
        await pilot.press("enter")
        await until(pilot, lambda: "^ this quotation mark is never closed" in text(pilot))
        assert not articles(pilot).has_focus
        await pilot.press("quotation_mark")
        await until(pilot, lambda: not figures.has_class("-unfinished"))
        await pilot.press("enter")
        await until(pilot, lambda: articles(pilot).has_focus)


async def test_an_empty_list_says_what_finds_none_and_what_would_find_some(launch: Launch) -> None:
    async with launch().run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        await search(pilot, "pompeo source:dwx", 0)
        await until(pilot, lambda: "No article has the source dwx." in text(pilot))
        assert "Without it: 3." in text(pilot)
        assert "Without pompeo: 0." in text(pilot)
