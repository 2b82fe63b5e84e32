"""What is written to the terminal, whatever widget drew it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.render.safe import FILLER
from tui.terminal.output_gate import gate_output

OPEN, CLOSE = "\u2068\x1b[10m", "\u2069\x1b[10m"
NEVER = "\x7f\x9b\u00ad\u061c\u200b\u200e\u202e\u2066\u2068\u2069\ufeff\ud800"


def bare(data: str) -> str:
    return data.replace(OPEN, "<").replace(CLOSE, ">")


def test_sequences_of_the_app_pass_and_fillers_do_not() -> None:
    assert gate_output("\x1b[2;3H\x1b[1mé\x1b[0m") == "\x1b[2;3H\x1b[1mé\x1b[0m"
    assert gate_output(f"👍{FILLER} ok") == "👍 ok"


@pytest.mark.parametrize("character", NEVER)
def test_what_the_app_never_writes_is_replaced(character: str) -> None:
    assert gate_output(f"ab{character}é") == "ab\ufffdé"


@pytest.mark.parametrize(
    ("shown", "apart"),
    [
        ("he said שלום to all", "he said <שלום> to all"),
        ("he said שלום עולם, then שלום", "he said <שלום עולם>, then <שלום>"),
        ("שלום, said NATO today", "<שלום, said NATO today>"),
        ("│ שלום          │ سلام │", "│ <שלום>          │ <سلام> │"),
        ("שלום    abc", "<שלום>    abc"),
        ("\x1b[1;1Hשלום\x1b[1;9Hעולם", "\x1b[1;1H<שלום>\x1b[1;9H<עולם>"),
        (
            "a \x1b[1mשלום\x1b[0m \x1b[4mעולם\x1b[0m b",
            "a \x1b[1m<שלום\x1b[0m \x1b[4mעולם>\x1b[0m b",
        ),
        ("in 2019 שלום 2020.", "in 2019 <שלום> 2020."),
    ],
)
def test_right_to_left_runs_are_isolated(shown: str, apart: str) -> None:
    assert bare(gate_output(shown)) == apart


def test_the_console_of_linux_would_show_isolates(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "linux")
    assert gate_output("he said שלום") == "he said שלום"


@given(st.text(st.sampled_from("ab שםس1.│\x1b[m;H2é\u0301" + NEVER), max_size=40))
def test_isolates_are_closed_and_nothing_else_changes(text: str) -> None:
    data = gate_output(text)
    depth = 0
    for character in data:
        depth += {"\u2068": 1, "\u2069": -1}.get(character, 0)
        assert depth in {0, 1}
    assert depth == 0
    assert (
        re.sub("[\u2068\u2069]\x1b\\[10m", "", data)
        == re.sub(f"[{re.escape(NEVER)}]", "\ufffd", text)
        or text.isascii()
    )
