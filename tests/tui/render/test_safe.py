from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.render import safe


@pytest.mark.parametrize(
    "hostile",
    [
        "\x1b[2Jgone",
        "\x1b]52;c;cm0gLXJm\x07",
        "\x9b31mred",
        "abc\u202edcba",
        "zero\u200bwidth",
        "\ud800alone",
        "bell\x07",
    ],
)
def test_what_a_terminal_would_obey_is_replaced_in_place(hostile: str) -> None:
    shown = safe(hostile)
    assert len(shown) == len(hostile)
    assert shown.encode()
    assert not any(unicodedata.category(c) in {"Cc", "Cs"} for c in shown)
    assert not set(shown) & set("\u202e\u200b\x1b\x9b")


def test_plain_text_emoji_and_accents_stay_as_they_are() -> None:
    family = "👨\u200d👩\u200d👧 Guaidó, “sí” 中文 [red]not markup[/red]"
    assert safe(family) == family


def test_line_breaks_and_tabs_become_spaces() -> None:
    assert safe("a\tb\nc\r\nd\u2028e") == "a b c  d e"


@given(st.text(st.characters(codec=None)))
def test_offsets_never_move_and_nothing_drives_the_terminal(text: str) -> None:
    shown = safe(text)
    assert len(shown) == len(text)
    assert all(unicodedata.category(c) not in {"Cc", "Cs", "Zl", "Zp"} for c in shown)
    assert safe(shown) == shown
