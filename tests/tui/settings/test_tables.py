"""Own themes, word lists and keys in the settings, and what is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.settings import OwnTheme, WordList, load
from tui.settings.own_themes import contrast_ratio

if TYPE_CHECKING:
    from pathlib import Path

    from tui.settings import Settings

DUSK = '[themes.dusk]\nprimary = "#8fb8de"\nforeground = "#d8d8d2"\nbackground = "#15171a"\n'


def settings(folder: Path, text: str) -> Settings:
    path = folder / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return load(path)


def test_a_theme_of_ones_own(tmp_path: Path) -> None:
    read = settings(tmp_path, DUSK)
    colours = {"primary": "#8fb8de", "foreground": "#d8d8d2", "background": "#15171a"}
    assert (read.themes, read.problems) == ((OwnTheme("dusk", True, colours),), ())
    assert "themes" in read.given


@pytest.mark.parametrize(
    ("text", "kept", "fault"),
    [
        (f'{DUSK}panel = "#d0d0d0"', 1, "line 3: foreground of dusk is hard to read on its panel"),
        (f'{DUSK}error = "#333"', 1, "line 5: error of dusk is hard to read on its background"),
        (f'{DUSK}glow = "#fff"', 1, 'line 5: dusk has no colour called "glow"'),
        (f'{DUSK}accent = "blue"', 1, "line 5: accent of dusk wants a colour"),
        (f"{DUSK}dark = 1", 1, "line 5: dark of dusk wants true or false"),
        ('[themes.dusk]\nprimary = "#fff"', 0, "line 1: the theme dusk wants foreground and backg"),
        ("[themes.'[b]']\n", 0, "line 1: a theme wants a name of at most 40"),
        ("themes = 1", 0, "line 1: themes wants tables"),
    ],
)
def test_what_is_wrong_with_a_theme(tmp_path: Path, text: str, kept: int, fault: str) -> None:
    read = settings(tmp_path, text)
    assert len(read.themes) == kept
    assert len(read.faults) == 1
    assert f"settings, {fault}" in read.faults[0]


def test_contrast_is_that_of_wcag() -> None:
    assert contrast_ratio("#000", "#ffffff") == pytest.approx(21)
    assert contrast_ratio("#777777", "#fff") == pytest.approx(4.48, abs=0.005)


def test_word_lists(tmp_path: Path) -> None:
    (tmp_path / "actors.txt").write_text("# who\nadmiral\n\n harbour master \nadmiral\n", "utf-8")
    read = settings(
        tmp_path,
        "[words.loaded]\nwords = ['regime', '\"iron fist\"']\nstyle = 'italic'\nsign = '§'\n"
        "[words.actors]\nfile = 'actors.txt'\n",
    )
    assert read.problems == ()
    assert read.words == (
        WordList("loaded", ("regime", '"iron fist"'), "italic", "§"),
        WordList("actors", ("admiral", "harbour master"), "double-underline", "▲"),
    )


@pytest.mark.parametrize(
    ("table", "kept", "fault"),
    [
        ("words = 'a'", 0, "line 2: words wants a list"),
        ("words = []", 0, "line 1: the word list x has no words"),
        ("words = ['a']\nstyle = 'loud'", 1, "line 3: style wants one of underline"),
        ("words = ['a']\nsign = '海'", 1, "line 3: sign wants one character"),
        ("words = ['a']\nsign = '\\u001b'", 1, "line 3: sign wants one character"),
        ("words = ['a']\ncolour = 'red'", 1, 'line 3: a word list has no "colour"'),
        ("words = ['a']\nfile = 'gone.txt'", 1, "line 3: gone.txt can't be read: no such file"),
        ("words = ['a']\nfile = 3", 1, "line 3: file wants a path"),
        (f"words = ['a', '{'b' * 101}']", 1, "line 1: x: 1 of its words are longer"),
        (f"words = {[f'w{i}' for i in range(501)]}", 1, "line 1: x has 501 words"),
    ],
)
def test_what_is_wrong_with_a_word_list(tmp_path: Path, table: str, kept: int, fault: str) -> None:
    read = settings(tmp_path, f"[words.x]\n{table.replace(chr(27), '')}\n")
    assert len(read.words) == kept
    assert any(f"settings, {fault}".lower() in one.lower() for one in read.faults)


def test_a_file_of_words_that_is_a_pipe_or_too_large_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "large.txt").write_text("a\n" * 40_000)
    read = settings(tmp_path, "[words.a]\nfile = 'large.txt'\n[words.b]\nfile = '/dev/zero'\n")
    assert read.words == ()
    assert [problem.line for problem in read.problems] == [1, 2, 3, 4]


def test_there_are_only_so_many_lists(tmp_path: Path) -> None:
    read = settings(tmp_path, "".join(f"[words.w{i}]\nwords = ['a']\n" for i in range(12)))
    assert len(read.words) == 9
    assert read.faults == ("settings, line 19: there are more than 9 word lists",)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('[keys]\nhelp = "sesame"', 'line 2: help can\'t have "sesame": it is the name of no key'),
        ('[keys]\n\nfind = "n"', "line 3: find takes n from next-match"),
    ],
)
def test_keys_that_no_keyboard_has_or_another_command_has(
    tmp_path: Path, text: str, fault: str
) -> None:
    assert fault in settings(tmp_path, text).faults[0]


def test_keys_that_change_places_are_no_conflict(tmp_path: Path) -> None:
    read = settings(tmp_path, '[keys]\nsort = "r"\nrefresh = "S"\nrows = "S"\n')
    assert [fault for fault in read.faults if "refresh" in fault] == []
