"""Keys of a user's own: only keys that there are."""

from __future__ import annotations

import pytest

from tui.commands import COMMANDS, usable_keys
from tui.commands.chosen_keys import MOST_KEYS, is_key


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: f"{command.home}-{command.id}")
def test_every_key_of_the_table_is_one(command: object) -> None:
    assert all(map(is_key, getattr(command, "keys", ())))


@pytest.mark.parametrize(
    "name",
    [
        "n",
        "N",
        "é",
        "я",
        "?",
        "+",
        "ctrl+plus",
        "f3",
        "f24",
        "ctrl+f12",
        "alt+shift+up",
        "space",
        "section_sign",
        "shift+tab",
        "ctrl+at",
        "at",
        "slash",
        "pagedown",
        "super+a",
        "media_play",
    ],
)
def test_what_keyboards_have_is_a_key(name: str) -> None:
    assert is_key(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "\x00",
        "\x1b",
        " ",
        "\x1b]52;c;eA==\x07",
        "ctrl+",
        "quit",
        "f99",
        "hold+a",
        "ctrl+ctrl+a",
        "ctrl+ctrl",
        "\u202e",
        "\ufeff",
        "\ud800",
        "a" * 100000,
        "+" * 1000,
        "<any>",
        "null",
    ],
)
def test_what_no_keyboard_has_is_none(name: str) -> None:
    assert not is_key(name)


@pytest.mark.parametrize(
    ("chosen", "usable", "fault"),
    [
        ({"help": "h, f2"}, {"help": "h,f2"}, None),
        ({"help": "h,\0,\x1b"}, {"help": "h"}, 'help can\'t have "\0" and 1 more: it is the name'),
        ({"help": "\0"}, {}, "help can't have"),
        ({"help": "a," * 200_000 + "a"}, {"help": "a"}, None),
        ({"quit": "\0"}, {}, "quit can't have"),
        ({"quit": "x"}, {"quit": "x,ctrl+q"}, None),
        ({"quit": "ctrl+q,x"}, {"quit": "x,ctrl+q"}, None),
        ({"open": "ctrl+q"}, {}, "it is for leaving"),
        (
            {"help": ",".join("abcdefghijklm")},
            {"help": ",".join("abcdefghij")},
            f"more than {MOST_KEYS}",
        ),
    ],
)
def test_what_can_be_used_is_and_the_rest_is_said(
    chosen: dict[str, str], usable: dict[str, str], fault: str | None
) -> None:
    found, faults = usable_keys(chosen)
    if "a,a" in chosen.get("help", ""):
        assert found == usable
    else:
        assert (found, len(faults)) == (usable, int(fault is not None))
        assert fault is None or fault in faults[0]
