from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING

import pytest
from library import articles, filled, reader, screen, search, search_text, text, until, use_editor

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from tui.app import DiptychApp

    Launch = Callable[..., DiptychApp]

WIDE, NARROW = (120, 40), (80, 24)


@pytest.mark.parametrize("size", [WIDE, NARROW, (96, 24), (200, 60)])
async def test_an_article_is_opened_walked_and_left_again(
    launch: Launch, size: tuple[int, int]
) -> None:
    async with launch().run_test(size=size) as pilot:
        await filled(pilot)
        await search(pilot, "pompeo", 3)
        await pilot.press("enter", "enter")
        await until(pilot, lambda: f"match 1 of {reader(pilot).matches}" in text(pilot))
        assert reader(pilot).has_focus
        await pilot.press("n", "n")
        await until(pilot, lambda: f"match 3 of {reader(pilot).matches}" in text(pilot))
        await pilot.press("escape")
        await pilot.pause()
        assert articles(pilot).has_focus
        assert screen(pilot).results.total == 3


async def test_escape_closes_one_layer_at_a_time_and_never_quits(launch: Launch) -> None:
    async with launch().run_test(size=WIDE) as pilot:
        await filled(pilot)
        await search(pilot, "pompeo", 3)
        await until(pilot, lambda: bool(reader(pilot).matches))
        await pilot.press("enter", "enter", "z", "ctrl+f", "u", "s")
        await until(pilot, lambda: "place" in text(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: screen(pilot).finder.bar is None)
        assert not articles(pilot).display
        await pilot.press("escape")
        assert articles(pilot).display
        assert reader(pilot).has_focus
        await pilot.press("escape")
        assert articles(pilot).has_focus
        await pilot.press("escape")
        await until(pilot, lambda: screen(pilot).results.total == 5)
        assert search_text(pilot) == ""
        await pilot.press("escape", "escape")
        assert pilot.app.is_running


async def test_what_is_found_in_an_article_is_lit_until_the_bar_is_closed(launch: Launch) -> None:
    async with launch().run_test(size=WIDE) as pilot:
        await filled(pilot)
        await search(pilot, "pompeo", 3)
        await until(pilot, lambda: bool(reader(pilot).matches))
        await pilot.press("enter", "enter")
        lit = reader(pilot).matches
        await pilot.press("ctrl+f", *"state")
        await until(pilot, lambda: "place 1 of" in text(pilot))
        assert reader(pilot).matches != lit
        await pilot.press("enter")
        await until(pilot, lambda: "place 2 of" in text(pilot))
        await pilot.press("up")
        await until(pilot, lambda: "place 1 of" in text(pilot))
        await pilot.press("right_parenthesis")
        await until(pilot, lambda: "this ) closes nothing" in text(pilot))
        await pilot.press("backspace", "x")
        await until(pilot, lambda: "not in this article" in text(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: reader(pilot).matches == lit)


async def test_the_next_article_keeps_the_reader_in_focus(launch: Launch) -> None:
    async with launch().run_test(size=WIDE) as pilot:
        await filled(pilot)
        await pilot.press("enter")
        first = screen(pilot).article_id
        await pilot.press("J")
        await filled(pilot)
        assert screen(pilot).article_id != first
        assert reader(pilot).has_focus
        await pilot.press("K")
        await filled(pilot)
        assert screen(pilot).article_id == first


async def test_panes_are_reached_by_tab_and_by_number(launch: Launch) -> None:
    async with launch().run_test(size=WIDE) as pilot:
        await filled(pilot)
        seen = []
        for key in ("tab", "tab", "tab", "shift+tab", "3", "1", "2", "h", "l", "l"):
            await pilot.press(key)
            assert pilot.app.focused is not None
            seen.append(pilot.app.focused.id)
        assert seen == [
            "reader",
            "sources",
            "articles",
            "sources",
            "reader",
            "sources",
            "articles",
            "sources",
            "articles",
            "reader",
        ]


async def test_sources_lie_over_the_list_where_there_is_no_room_beside_it(launch: Launch) -> None:
    async with launch().run_test(size=NARROW) as pilot:
        await filled(pilot)
        assert "Sources" not in text(pilot)
        await pilot.press("1")
        await pilot.pause()
        assert "Sources" in text(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert "Sources" not in text(pilot)
        assert articles(pilot).has_focus


async def test_resizing_across_every_arrangement_keeps_article_and_place(launch: Launch) -> None:
    async with launch().run_test(size=WIDE) as pilot:
        await filled(pilot)
        await pilot.press("enter", "pagedown", "j", "j")
        article, place = screen(pilot).article_id, reader(pilot).place
        assert place is not None
        for width, height in (NARROW, (200, 60), (44, 12), (90, 30), (30, 8), WIDE):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
        await until(pilot, lambda: reader(pilot).has_focus)
        assert screen(pilot).article_id == article
        assert reader(pilot).place == place


async def test_a_window_too_small_says_so_and_recovers(launch: Launch) -> None:
    async with launch().run_test(size=WIDE) as pilot:
        await filled(pilot)
        await pilot.resize_terminal(30, 8)
        await until(pilot, lambda: "this window has 30×8" in text(pilot))
        await pilot.resize_terminal(35, 9)
        await until(pilot, lambda: "this window has 35×9" in text(pilot))
        await pilot.resize_terminal(*NARROW)
        await until(pilot, lambda: "Articles" in text(pilot))
        await pilot.press("j")
        assert articles(pilot).index == 1


async def test_a_passage_is_copied_with_its_citation(launch: Launch) -> None:
    async with launch(search='"Southern Command"').run_test(size=WIDE) as pilot:
        await filled(pilot)
        await pilot.press("n", "y")
        copied = pilot.app.clipboard
        assert copied.startswith("“")
        assert "Southern Command" in copied
        assert "— Venezuela's Guaido seeks Pentagon talks, DW, 2019-05-11" in copied


async def test_a_link_is_offered_only_where_there_is_one(
    launch: Launch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "with.md").write_text("---\ntitle: A\nurl: https://a.example/b\n---\nWords here.\n")
    (tmp_path / "evil.md").write_text(
        "---\ntitle: B\nurl: javascript:alert(1)\n---\nWords there.\n"
    )
    opened = tmp_path / "opened"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" >> "{opened}"\n')
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER", f"{browser} &")
    async with launch(tmp_path).run_test(size=WIDE) as pilot:
        await filled(pilot)
        for _ in range(2):
            await pilot.press("o", "Y", "j")
            await filled(pilot)
        await until(pilot, lambda: opened.exists() and bool(opened.read_text()))
        assert opened.read_text() == "https://a.example/b\n"
        assert pilot.app.clipboard == "https://a.example/b"


async def test_the_editor_gets_the_file_and_what_it_changed_is_found(
    launch: Launch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = tmp_path / "library"
    library.mkdir()
    (library / "one.md").write_text("# One\n\nA horse crossed.\n")
    app = launch(library)
    use_editor(app, tmp_path, monkeypatch)

    async with app.run_test(size=WIDE) as pilot:
        await filled(pilot)
        await pilot.press("E")
        await until(pilot, lambda: not screen(pilot).session.syncing)
        await search(pilot, "zebra", 1)


async def test_the_editor_opens_a_container_at_the_line_of_the_article(
    launch: Launch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = tmp_path / "library"
    library.mkdir()
    rows = [{"title": name, "text": f"A {name} crossed."} for name in ("horse", "donkey")]
    (library / "dump.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    app = launch(library, search="donkey")
    use_editor(app, tmp_path, monkeypatch)
    script, told = tmp_path / "vim", tmp_path / "told"
    script.write_text(f'#!/bin/sh\necho "$1" > {told}\n')
    script.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(script))

    async with app.run_test(size=WIDE) as pilot:
        await filled(pilot)
        await pilot.press("E")
        await until(pilot, told.exists)
        assert told.read_text() == "+2\n"


async def test_the_editor_is_not_given_what_is_no_text(
    launch: Launch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = tmp_path / "library"
    library.mkdir()
    with zipfile.ZipFile(library / "saved.zip", "w") as archive:
        archive.writestr("one.md", "# One\n\nA horse crossed.\n")
    before = (library / "saved.zip").read_bytes()
    app = launch(library)
    use_editor(app, tmp_path, monkeypatch)

    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await filled(pilot)
        await pilot.press("E")
        await until(pilot, lambda: "is no text" in text(pilot))
    assert (library / "saved.zip").read_bytes() == before


async def test_comparing_opens_with_the_best_counterpart_and_comes_back(launch: Launch) -> None:
    async with launch(search="pompeo").run_test(size=WIDE) as pilot:
        await filled(pilot)
        await pilot.press("c")
        await until(pilot, lambda: pilot.app.screen is not screen(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen(pilot))
        assert screen(pilot).results.total == 3


async def test_the_first_comparison_has_nothing_left_to_load(launch: Launch) -> None:
    def styles(pilot: Pilot[None]) -> list[str]:
        return [path for path, _ in pilot.app.stylesheet.source if path.endswith("comparison.tcss")]

    async with launch().run_test(size=WIDE) as pilot:
        await filled(pilot)
        await until(pilot, lambda: len(styles(pilot)) == 1)
        before = pilot.app.stylesheet.source
        await pilot.press("c")
        await until(pilot, lambda: pilot.app.screen is not screen(pilot))
        # Textual makes all styles anew when a screen comes with some that it has not seen.
        assert pilot.app.stylesheet.source is before
        assert len(styles(pilot)) == 1


async def test_two_marks_compare(launch: Launch) -> None:
    async with launch().run_test(size=WIDE) as pilot:
        await filled(pilot)
        await pilot.press("m")
        await until(pilot, lambda: "⇄ DW" in text(pilot))
        await pilot.press("m", "m", "j", "m")
        await until(pilot, lambda: pilot.app.screen is not screen(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen(pilot))
        assert "⇄" not in text(pilot).replace("Marked ⇄", "")


async def test_a_comparison_can_be_the_first_thing_seen(launch: Launch) -> None:
    names = ("unnamed-site-pompeo-warns-moscow.txt", "al-jazeera-us-diplomats-leave-venezuela.txt")
    async with launch(compare=names).run_test(size=WIDE) as pilot:
        await until(pilot, lambda: pilot.app.screen is not screen(pilot))
        await until(pilot, lambda: "Al Jazeera" in text(pilot))


async def test_a_comparison_with_nothing_is_refused_in_a_sentence(launch: Launch) -> None:
    app = launch(compare=("nothing", "never"))
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await until(pilot, lambda: "Nothing to compare: nothing" in text(pilot))
        assert pilot.app.screen is screen(pilot)
