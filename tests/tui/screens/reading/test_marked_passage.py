"""A sentence is marked in the reader: walked, copied, asked about, and noted on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from library import articles, filled, reader, screen, search, text, until
from onscreen import on_top, shows
from paper import put
from textual.geometry import Offset
from textual.selection import Selection

from search import Desk, MarkChange
from tui.screens.annotation.note_editor import NoteEditor
from tui.screens.annotation.tag_editor import TagEditor
from tui.screens.concordance.screen import ConcordanceScreen
from tui.widgets.word_line import WordLine

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from tui.app import DiptychApp

    Launch = Callable[..., DiptychApp]

SIZE = (120, 40)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    for number in range(1, 4):
        put(tmp_path / "library", f"{number}.md", number)
    return tmp_path / "library"


@pytest.fixture
def other(library: Path, tmp_path: Path) -> Desk:
    """Give another process's view of the same library and marks."""
    desk = Desk(library, cache=tmp_path / "other", data=tmp_path / "data" / "diptych")
    desk.sync()
    return desk


def told(pilot: Pilot[None], words: str) -> bool:
    return any(words in one.message for one in pilot.app._notifications)


def marked(pilot: Pilot[None]) -> str:
    return reader(pilot)._passage.text(reader(pilot)._page)


def lines(pilot: Pilot[None]) -> list[str]:
    shown = reader(pilot)
    return [shown.render_line(y).text for y in range(shown.window)]


async def write(pilot: Pilot[None], note: str) -> None:
    """Open the editor, type a note and keep it."""
    await pilot.press("a")
    await until(pilot, lambda: shows(pilot.app, NoteEditor))
    on_top(pilot.app, NoteEditor).area.insert(note)
    await pilot.press("ctrl+s")
    await until(pilot, lambda: not shows(pilot.app, NoteEditor))


async def test_sentences_are_walked_and_esc_marks_none_any_more(
    launch: Launch, library: Path
) -> None:
    async with launch(library).run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("enter", "full_stop")
        assert marked(pilot).startswith("The harbour board of Marlow")
        assert next(line for line in lines(pilot) if "▌" in line).strip().startswith("▌The harbour")
        await pilot.press("full_stop")
        assert marked(pilot).startswith("Captain Ida Holm")
        await pilot.press("full_stop")
        assert marked(pilot).startswith("Fishermen asked")
        await pilot.press("comma")
        assert marked(pilot).startswith("Captain Ida Holm")
        await pilot.press("escape")
        assert reader(pilot).marked is None
        assert reader(pilot).has_focus
        assert not any("▌" in line for line in lines(pilot))
        await pilot.press("escape")
        assert articles(pilot).has_focus


async def test_it_stops_at_both_ends(launch: Launch, library: Path) -> None:
    async with launch(library).run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("enter", "full_stop", "comma")
        assert marked(pilot).startswith("The harbour board")
        await pilot.press(*["full_stop"] * 12)
        assert marked(pilot).startswith("Rain is forecast")


async def test_it_goes_from_what_is_on_screen_and_scrolls_along(
    launch: Launch, library: Path
) -> None:
    long = "\n\n".join(f"The ferry made run {n}. It was late by {n} minutes." for n in range(60))
    put(library, "1.md", 1, long)
    async with launch(library).run_test(size=(80, 24)) as pilot:
        await filled(pilot)
        await search(pilot, "ferry made", 1)
        await pilot.press("enter", "enter", "full_stop", "pagedown", "pagedown", "full_stop")
        shown = "\n".join(lines(pilot))
        assert marked(pilot) in shown
        assert "run 0." not in marked(pilot)
        await pilot.press(*["full_stop"] * 40)
        assert marked(pilot) in "\n".join(lines(pilot))
        assert any("▌" in line for line in lines(pilot))
        await pilot.press("g", "comma")
        assert marked(pilot) in "\n".join(lines(pilot))


async def test_matches_and_the_marked_passage_agree(launch: Launch, library: Path) -> None:
    async with launch(library, search="captain OR inspector OR boats").run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: reader(pilot).current == 0)
        await pilot.press("full_stop")
        assert marked(pilot).startswith("Captain Ida Holm")
        await pilot.press("n")
        assert marked(pilot).startswith("An inspector")
        await pilot.press("full_stop", "full_stop", "n")
        assert marked(pilot).startswith("Rain is forecast")
        await pilot.press("comma", "N")
        assert marked(pilot).startswith("An inspector")


async def test_matches_are_walked_from_what_is_on_screen(launch: Launch, library: Path) -> None:
    long = "\n\n".join(f"The ferry made run {n}." for n in range(60))
    put(library, "1.md", 1, long)
    async with launch(library, search="ferry made").run_test(size=(80, 24)) as pilot:
        await filled(pilot)
        await pilot.press("enter", "n", "G", "N")
        current = reader(pilot).current
        assert current is not None
        assert current > 30


async def test_a_click_marks_the_sentence_and_its_word(launch: Launch, library: Path) -> None:
    async with launch(library).run_test(size=SIZE) as pilot:
        await filled(pilot)
        row = next(y for y, line in enumerate(lines(pilot)) if "northern quay" in line)
        column = lines(pilot)[row].index("northern")
        await pilot.click(reader(pilot), offset=(column + 2, row + 1))
        assert marked(pilot).startswith("Fishermen asked")
        assert reader(pilot).marked_word == "northern"
        await pilot.press("asterisk")
        await until(pilot, lambda: shows(pilot.app, ConcordanceScreen))
        assert pilot.app.screen.query_one(WordLine).value == "northern"


async def test_a_word_is_chosen_with_left_and_right(launch: Launch, library: Path) -> None:
    async with launch(library).run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("enter", "full_stop")
        assert reader(pilot).marked_word == "The"
        await pilot.press("right", "right", "left")
        assert reader(pilot).marked_word == "harbour"
        await pilot.press(*["left"] * 5)
        assert reader(pilot).marked_word == "The"
        await pilot.press(*["right"] * 50)
        assert reader(pilot).marked_word == "cost"
        await pilot.press("escape", "left")
        assert articles(pilot).has_focus


async def test_it_is_copied_unwrapped_with_its_citation(launch: Launch, library: Path) -> None:
    app = launch(library)
    async with app.run_test(size=(60, 24)) as pilot:
        await filled(pilot)
        await pilot.press("enter", "full_stop", "y")
        assert app.clipboard.startswith("“The harbour board of Marlow met on day")
        assert app.clipboard.split("\n")[0].endswith("to hear what the ferries cost.”")


async def test_a_note_is_written_shown_changed_removed_and_brought_back(
    launch: Launch, library: Path
) -> None:
    async with launch(library).run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("enter", "z", "full_stop", "full_stop")
        await write(pilot, "Who is she?\nAsk the port.")
        await until(pilot, lambda: "✎ Who is she?" in text(pilot))
        assert "Ask the port." in text(pilot)
        assert any("✎▌" in line for line in lines(pilot))
        await pilot.press("full_stop")
        assert "Who is she?" not in text(pilot)
        assert any("✎" in line for line in lines(pilot))
        await pilot.press("comma")
        assert "Who is she?" in text(pilot)

        await write(pilot, " Soon.")
        await until(pilot, lambda: "Ask the port. Soon." in text(pilot))
        await pilot.press("a")
        await until(pilot, lambda: shows(pilot.app, NoteEditor))
        assert "Captain Ida Holm" in text(pilot)
        await pilot.press("ctrl+r")
        await until(pilot, lambda: "Who is she?" not in text(pilot))
        await until(pilot, lambda: told(pilot, "Removed the note"))
        await pilot.press("U")
        await until(pilot, lambda: "Ask the port. Soon." in text(pilot))


async def test_a_note_on_the_whole_article_stands_in_its_head(
    launch: Launch, library: Path
) -> None:
    async with launch(library).run_test(size=SIZE) as pilot:
        await filled(pilot)
        await write(pilot, "Read again.")
        await until(pilot, lambda: any("✎ Read again." in line for line in lines(pilot)))
        await write(pilot, " And again.")
        await until(pilot, lambda: any("Read again. And again." in line for line in lines(pilot)))


async def test_a_note_on_what_is_selected_quotes_that(launch: Launch, library: Path) -> None:
    async with launch(library).run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("enter")
        row = next(y for y, line in enumerate(lines(pilot)) if "Ida Holm" in line)
        column = lines(pilot)[row].index("Ida Holm")
        span = Selection(Offset(column, row), Offset(column + len("Ida Holm"), row))
        pilot.app.screen.selections = {reader(pilot): span}
        await pilot.pause()
        await write(pilot, "Who?")
        desk = screen(pilot).session.desk
        await until(pilot, lambda: [one.passage.quote for one in desk.marks.store.notes()])
        assert [one.passage.quote for one in desk.marks.store.notes()] == ["Ida Holm"]
        await until(pilot, lambda: any("✎" in line for line in lines(pilot)))
        await pilot.press("n", "full_stop", "full_stop")


async def test_a_note_on_several_paragraphs_is_on_all_of_them(
    launch: Launch, library: Path
) -> None:
    async with launch(library).run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("enter")
        await pilot.pause()
        first, last = (
            next(y for y, line in enumerate(lines(pilot)) if word in line)
            for word in ("Ida Holm", "An inspector")
        )
        column = lines(pilot)[first].index("Ida Holm")
        end = lines(pilot)[last].index("An inspector") + len("An inspector")
        span = Selection(Offset(column, first), Offset(end, last))
        pilot.app.screen.selections = {reader(pilot): span}
        await pilot.pause()
        await write(pilot, "Who says so?")
        desk = screen(pilot).session.desk
        await until(pilot, desk.marks.store.notes)
        (note,) = desk.marks.store.notes()
        quoted = note.passage.quote.split("\n\n")
        assert len(quoted) > 1
        assert quoted[0].startswith("Ida Holm")
        assert quoted[-1].endswith("An inspector")
        await until(pilot, lambda: "✎" in lines(pilot)[last])
        assert "✎" in lines(pilot)[first]
        await pilot.press("full_stop", "full_stop", "full_stop")
        await until(pilot, lambda: any("✎ Who says so?" in line for line in lines(pilot)))
        await pilot.press("U")
        await until(pilot, lambda: not any("✎" in line for line in lines(pilot)))


async def test_what_is_written_is_not_lost_by_one_esc(launch: Launch, library: Path) -> None:
    async with launch(library).run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("a", *"hm")
        await until(pilot, lambda: shows(pilot.app, NoteEditor))
        await until(pilot, lambda: on_top(pilot.app, NoteEditor).area.text == "hm")
        await pilot.press("escape")
        assert "Not kept yet" in text(pilot)
        await pilot.press("m")
        assert "Not kept yet" not in text(pilot)
        await pilot.press("escape", "escape")
        assert not shows(pilot.app, NoteEditor)
        await pilot.press("a")
        await until(pilot, lambda: shows(pilot.app, NoteEditor))
        await pilot.press("escape")
        assert not shows(pilot.app, NoteEditor)


async def test_a_note_that_is_too_long_is_refused_and_kept_in_the_editor(
    launch: Launch, library: Path
) -> None:
    async with launch(library).run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("a")
        await until(pilot, lambda: shows(pilot.app, NoteEditor))
        on_top(pilot.app, NoteEditor).area.insert("long " * 20_001)
        await pilot.press("ctrl+s")
        assert "100,000 characters" in text(pilot)
        assert shows(pilot.app, NoteEditor)


async def test_hostile_text_in_a_note_is_harmless(
    launch: Launch, library: Path, other: Desk
) -> None:
    other.marks.mark(
        other.ids(), MarkChange(note="[bold]x[/] \x1b[2J\u202eevil 委内瑞拉 " + "wide " * 9_000)
    )
    async with launch(library).run_test(size=(60, 24)) as pilot:
        await filled(pilot)
        await pilot.press("enter")
        assert "[bold]x[/]" in text(pilot)
        assert not set(text(pilot)) & set("\x1b\u202e")
        await pilot.press("a")
        await until(pilot, lambda: shows(pilot.app, NoteEditor))
        on_top(pilot.app, NoteEditor).area.insert("\x1b]0;x\x07\u202e[red]")
        await pilot.pause()
        assert not set(text(pilot)) & set("\x1b\u202e\x07")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: not shows(pilot.app, NoteEditor))
    other.close()


async def test_tags_are_completed_and_show_in_the_head(
    launch: Launch, library: Path, other: Desk
) -> None:
    other.marks.mark(other.ids()[1:], MarkChange(tags=("harbour",)))
    other.marks.mark(other.ids()[2:], MarkChange(tags=("harvest",)))
    async with launch(library).run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("t")
        await until(pilot, lambda: shows(pilot.app, TagEditor))
        await until(pilot, lambda: "#harbour 2   #harvest 1" in text(pilot))
        await pilot.press(*"har", "tab", *"Élan", "enter")
        await until(pilot, lambda: any("#harbour  #Élan" in line for line in lines(pilot)))
        await until(pilot, lambda: "# Tide" in text(pilot))
        await pilot.press("t")
        await until(pilot, lambda: shows(pilot.app, TagEditor))
        assert on_top(pilot.app, TagEditor).line.value == "harbour, Élan, "
        await pilot.press("ctrl+u", "enter")
        await until(pilot, lambda: not any("#harbour" in line for line in lines(pilot)))
        await pilot.press("U")
        await until(pilot, lambda: any("#harbour  #Élan" in line for line in lines(pilot)))
    other.close()


async def test_what_can_be_no_tag_is_said(launch: Launch, library: Path) -> None:
    async with launch(library).run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("t")
        await until(pilot, lambda: shows(pilot.app, TagEditor))
        await pilot.press("question_mark", "enter")
        assert "“?” can be no tag" in text(pilot)
        await pilot.press("escape")
        assert not shows(pilot.app, TagEditor)


async def test_notes_of_another_process_are_shown(
    launch: Launch, library: Path, other: Desk
) -> None:
    async with launch(library).run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("enter", "s")
        await until(pilot, lambda: told(pilot, "Starred"))
        await until(pilot, lambda: screen(pilot).upkeep.marking._seen is not None)
        passage = other.marks.passage(other.ids()[0], "Captain Ida Holm")
        assert passage is not None
        for article in other.ids():
            other.marks.mark([article], MarkChange(note="Seen elsewhere.").on(passage))
        await until(pilot, lambda: any("✎" in line for line in lines(pilot)))
    other.close()


async def test_a_tag_with_a_comma_stays_whole(launch: Launch, library: Path, other: Desk) -> None:
    other.marks.mark(other.ids(), MarkChange(tags=("Marlow, port", "harbour")))
    async with launch(library).run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("t")
        await until(pilot, lambda: shows(pilot.app, TagEditor))
        assert on_top(pilot.app, TagEditor).line.value == "harbour, "
        await pilot.press(*"dams", "enter")
        await until(pilot, lambda: any("#Marlow, port  #dams" in line for line in lines(pilot)))
    other.close()


async def test_what_is_marked_stays_while_something_is_found_in_the_article(
    launch: Launch, library: Path
) -> None:
    async with launch(library).run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("enter", "full_stop")
        await write(pilot, "Which board?")
        await until(pilot, lambda: "✎ Which board?" in text(pilot))
        await pilot.press("ctrl+f", *"inspector")
        await until(pilot, lambda: "place 1 of 1" in text(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: screen(pilot).finder.bar is None)
        assert any("✎" in line for line in lines(pilot))


async def test_the_row_is_marked_though_the_user_has_moved_on(
    launch: Launch, library: Path
) -> None:
    async with launch(library).run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("a")
        await until(pilot, lambda: shows(pilot.app, NoteEditor))
        on_top(pilot.app, NoteEditor).area.insert("Quick.")
        await pilot.press("ctrl+s", "down")
        await until(pilot, lambda: "✎ Tide" in text(pilot))


async def test_leaving_while_a_note_is_written_asks_too(launch: Launch, library: Path) -> None:
    app = launch(library)
    async with app.run_test(size=SIZE) as pilot:
        await filled(pilot)
        await pilot.press("a")
        await until(pilot, lambda: shows(pilot.app, NoteEditor))
        await pilot.press(*"quick", "ctrl+q")
        await until(pilot, lambda: "Not kept yet" in text(pilot))
        assert on_top(pilot.app, NoteEditor).area.text == "quick"
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert app._exit


async def test_a_match_in_the_headline_leads_to_the_first_sentence(
    launch: Launch, library: Path
) -> None:
    async with launch(library).run_test(size=SIZE) as pilot:
        await filled(pilot)
        headline = reader(pilot)._page.parts[0].text
        await search(pilot, f"title:{headline.split()[-1].lower()}")
        await pilot.press("enter", "enter")
        await until(pilot, lambda: reader(pilot).current == 0)
        assert reader(pilot)._page.matches[0].part == 0
        await pilot.press("full_stop")
        assert marked(pilot)
