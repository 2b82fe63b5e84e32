"""What comes from the terminal can't end the reader, and leaves it able to be left."""

from __future__ import annotations

import time
from itertools import islice
from typing import TYPE_CHECKING

import pytest
from noise import noise

if TYPE_CHECKING:
    from collections.abc import Callable

    from terminal import Terminal

    Launch = Callable[..., Terminal]

FIVE = r"5 articles"


@pytest.mark.parametrize(
    "sent",
    [
        b"\xe9",
        b"\xf1\xe5",
        b"\x1b[M \xc0\x80",
        b"\x1b[200~\xff\x1b[201~",
        b"\x1b[1114112u",
        b"\x1b[55296u\x1b[99999999999999999999u",
        b"\x1b[200~a\x1bq\x11\x1b[201~",
        b"\x1b[48;0;0;0;0t\x1b[<0;5;5M",
        b"\x1b]52;c;q\x07\x1bPqq\x1b\\",
    ],
    ids=repr,
)
def test_what_is_not_understood_ends_nothing(launch: Launch, sent: bytes) -> None:
    with launch() as terminal:
        terminal.wait(FIVE)
        terminal.rest()
        terminal.send(sent)
        terminal.rest()
        terminal.send(b"\x1b")  # leaves a line that may have been clicked
        terminal.rest()
        assert terminal.process.poll() is None
        terminal.press("ctrl+q")
        assert terminal.leave() == 0
        assert terminal.restored


def test_a_paste_is_text_however_it_is_cut(launch: Launch) -> None:
    paste = b"\x1b[200~pom\x1bq\x1b[A\x11peo\x1b[201~"
    with launch() as terminal:
        terminal.wait(FIVE)
        terminal.rest()
        terminal.press("/")
        for byte in paste:
            terminal.send(bytes([byte]))
            time.sleep(0.01)
        terminal.wait(r"pomq\[Apeo")
        terminal.press("ctrl+q")
        assert terminal.leave() == 0
        assert terminal.restored


@pytest.mark.parametrize("seed", [1, 2])
def test_noise_ends_nothing(launch: Launch, seed: int) -> None:
    environment = {"EDITOR": "true", "BROWSER": "true &"}
    with launch(environment=environment) as terminal:
        terminal.wait(FIVE)
        for piece in islice(noise(seed), 400):
            terminal.send(piece)
            terminal.settle(0.001)
            assert terminal.process.poll() is None, piece
        terminal.send(b"\x1b[201~")
        terminal.rest()
        terminal.press("ctrl+q")
        assert terminal.leave() == 0, terminal.text
        assert terminal.restored
