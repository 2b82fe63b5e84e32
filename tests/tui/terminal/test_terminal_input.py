"""What bytes from the terminal mean, however they are cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from tui.terminal.terminal_input import LONGEST_PASTE, TerminalInput

if TYPE_CHECKING:
    from textual.message import Message


class Heard:
    """Input with a clock that stands until it is moved."""

    def __init__(self, *, sizes: bool = False) -> None:
        self.time = 0.0
        self.input = TerminalInput(lambda: sizes, lambda: self.time)

    def __call__(self, *pieces: bytes) -> list[str]:
        return [name for piece in pieces for name in names(self.input.take(piece))]

    def later(self, seconds: float = 10) -> list[str]:
        self.time += seconds
        return names(self.input.wait())


def names(messages: list[Message]) -> list[str]:
    """Give a key's name, a paste's text in quotes, of others what they are."""
    return [
        message.key
        if isinstance(message, events.Key)
        else repr(message.text)
        if isinstance(message, events.Paste)
        else type(message).__name__
        for message in messages
    ]


@pytest.mark.parametrize(
    ("data", "meant"),
    [
        (b"q", ["q"]),
        ("é".encode(), ["é"]),
        (b"\x1b[A", ["up"]),
        (b"\x1bOA", ["up"]),
        (b"\x1b[[A", ["f1"]),
        (b"\x1b[1;5C", ["ctrl+right"]),
        (b"\x1b[23$", ["f23"]),
        (b"\x1b[122;5u", ["ctrl+z"]),
        (b"\x1ba", ["alt+a"]),
        (b"\x1b\x1b[A", ["escape", "up"]),
        ("\x1bé".encode(), ["é"]),
        (b"\x1b[I\x1b[O", ["AppFocus", "AppBlur"]),
        (b"\x1b[<0;3;4M", ["MouseDown"]),
        (b"\x1b[M \x1b[A", ["up"]),
        (b"\x1b[12\x1b[A", ["up"]),
        (b"\x1b]52;q\x1b[A", ["up"]),
        (b"\x1b[?2026;2$y", ["TerminalSupportsSynchronizedOutput"]),
        (b"\x1b[200~a\x1bq\x1b[A\x1b[200~ b\x1b[201~c", [r"'a\x1bq\x1b[A\x1b[200~ b'", "c"]),
        (b"\x1b[200~\xff\xe9\x00\x1b[201~", ["'��'"]),
    ],
)
def test_what_is_meant_is_told_however_it_is_cut(data: bytes, meant: list[str]) -> None:
    assert Heard()(data) == meant
    assert Heard()(*(bytes([byte]) for byte in data)) == meant
    for cut in range(1, len(data)):
        assert Heard()(data[:cut], data[cut:]) == meant


@pytest.mark.parametrize(
    "data",
    [
        b"\x1b[M \xff\xc3",
        b"\x1b[32;200;200M",
        b"\x1b[<0;99999999999;1M",
        b"\x1b[1114112u",
        b"\x1b[55296u",
        b"\x1b[0;0;1114112u",
        b"\x1b[99999999999999999999999999u",
        b"\x1b[" + b"9" * 5000 + b"u",
        b"\x1b[48;0;0;0;0t",
        b"\x1b[48;99999;99999;1;1t",
        b"\x1b[201~",
        b"\x1b[99;99;99z",
        b"\x1b]52;c;q\x07",
        b"\x1b]11;rgb:qqqq\x1b\\",
        b"\x1bPqqqq\x1b\\",
        b"\x1b_Gqqqq\x1b\\",
        b"\x1b^q\x1b\\\x1bXq\x1b\\",
        b"\x1b[?1;2c",
        b"\x1b[>0;276;0c",
    ],
)
def test_what_is_not_understood_is_dropped_whole(data: bytes) -> None:
    assert Heard()(data, b"q") == ["q"]
    assert Heard()(*(bytes([byte]) for byte in data), b"q") == ["q"]


@pytest.mark.parametrize("data", [b"\xe9", b"\xf1", b"\xff", b"\xc3"])
def test_bytes_that_are_no_character_are_replaced(data: bytes) -> None:
    assert Heard()(data, b"q") == ["replacement_character", "q"]
    heard = Heard()
    assert heard(data) + heard.later() == ["replacement_character"]


@pytest.mark.parametrize(
    ("data", "meant"),
    [
        (b"\x1b", ["escape"]),
        (b"\x1b[", ["left_square_bracket"]),
        (b"\x1b]", ["right_square_bracket"]),
        (b"\x1bO", ["alt+shift+o"]),
        (b"\x1b[1;2", []),
        (b"\x1b]52;c;abc", []),
        (b"\x1b]52;c;abc\x1b", []),
        (b"\x1b[M ", []),
        (b"\x1b[200~abc", ["'abc'"]),
    ],
)
def test_what_never_ends_is_given_up(data: bytes, meant: list[str]) -> None:
    heard = Heard()
    assert heard(data) == []
    assert heard.later() == meant
    assert heard(b"q") == ["q"]


def test_a_paste_is_bounded() -> None:
    heard = Heard()
    heard.input.take(b"\x1b[200~")
    for _ in range(300):
        heard.input.take(b"x" * 1_000)
    (paste,) = heard.input.take(b"x\x1b[201~")
    assert isinstance(paste, events.Paste)
    assert len(paste.text) == LONGEST_PASTE
    assert heard(b"q") == ["q"]


PIECES = st.one_of(
    st.binary(max_size=8),
    st.sampled_from(
        [b"\x1b[", b"\x1bO", b"\x1b]", b"\x1bP", b"\x1b_", b"\x1b", b"\x1b[M", b"\x1b[<"]
    ),
    st.sampled_from(
        [b"\x1b[200~", b"\x1b[201~", b"\x1b[48;", b"\x1b\\", b"\x07", b";", b":", b"M"]
    ),
    st.integers().map(lambda number: str(number).encode()),
    st.sampled_from(b"uRtm~yABIO$q").map(lambda byte: bytes([byte])),
)


@given(st.lists(PIECES, max_size=12), st.booleans())
def test_nothing_fails_and_a_key_is_heard_in_the_end(pieces: list[bytes], sizes: bool) -> None:
    heard = Heard(sizes=sizes)
    heard(*pieces)
    heard.later()
    heard.later()
    assert heard(b"q") == ["q"]
