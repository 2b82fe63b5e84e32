from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from wcwidth import wcwidth

from tui.render import harmless, safe
from tui.render.safe import FILLER
from tui.terminal.output_gate import gate_output

SCOTLAND = "🏴" + "".join(chr(0xE0000 + ord(letter)) for letter in "gbsct") + "\U000e007f"
HARD = (
    "\x1b[]2J;\x07\x9b\u202e\u2066\u2069\u200b\u200c\u200d\u061c\ud800\ue000\u0378 \t\n"
    "ab é中ש\u0301\u034f👩🏽🚀❤\ufe0f🇩🇪मक\u094d\u200dषمی\U000e0100" + SCOTLAND
)
ANY = st.one_of(st.text(st.characters(codec=None)), st.text(st.sampled_from(HARD), max_size=30))


@pytest.mark.parametrize(
    "hostile",
    [
        "\x1b[2Jgone",
        "\x1b]52;c;cm0gLXJm\x07",
        "\x9b31mred",
        "abc\u202edcba",
        "zero\u200bwidth",
        "hid\u200dden",
        "\ud800alone",
        "private \ue000",
        "bell\x07",
    ],
)
def test_what_a_terminal_would_obey_is_replaced_in_place(hostile: str) -> None:
    for shown in (safe(hostile), harmless(hostile)):
        assert len(shown) == len(hostile)
        assert shown.encode()
        assert not any(unicodedata.category(c) in {"Cc", "Cs", "Co"} for c in shown)
        assert not set(shown) & set("\u202e\u200b\u200d\x1b\x9b")


def test_plain_text_emoji_and_accents_stay_as_they_are() -> None:
    plain = "🙂 Guaidó, “sí” 中文 می\u200cخواهم [red]not markup[/red]"
    assert safe(plain) == plain


@pytest.mark.parametrize(
    ("emoji", "parts", "cells"),
    [
        ("👨\u200d👩\u200d👧", "👨👩👧", 6),
        ("👍🏽", "👍", 2),
        ("❤\ufe0f", "❤", 1),
        ("1\ufe0f\u20e3", "1\u20e3", 1),
        ("🏳\ufe0f\u200d🌈", "🏳🌈", 3),
        (SCOTLAND, "🏴", 2),
        ("🇩🇪🇫", "DEF", 3),
        ("🏽", "\ufffd", 1),
    ],
)
def test_joined_emoji_are_shown_as_their_parts(emoji: str, parts: str, cells: int) -> None:
    assert gate_output(safe(emoji)) == parts
    assert cell_len(safe(emoji)) == cells


def test_harmless_text_keeps_its_emoji() -> None:
    family = f"👨\u200d👩\u200d👧 👍🏽 🇩🇪 {SCOTLAND}"
    assert harmless(family) == family


def test_at_most_eight_accents_on_a_letter_are_shown() -> None:
    assert gate_output(safe("Z" + "\u0301" * 99)) == "Z" + "\u0301" * 8


def test_line_breaks_and_tabs_become_spaces() -> None:
    assert safe("a\tb\nc\r\nd\u2028e") == "a b c  d e"


@given(ANY)
def test_offsets_never_move_and_nothing_drives_the_terminal(text: str) -> None:
    for show in (safe, harmless):
        shown = show(text)
        assert len(shown) == len(text)
        assert all(unicodedata.category(c) not in {"Cc", "Cs", "Co", "Zl", "Zp"} for c in shown)
        assert show(shown) == shown


@given(ANY)
def test_every_terminal_counts_the_same_cells(text: str) -> None:
    shown = safe(text)
    assert cell_len(shown) == sum(map(wcwidth, shown.replace(FILLER, "")))
    assert cell_len(shown) == sum(map(cell_len, shown))
