from __future__ import annotations

import pytest

from tui.commands import COMMANDS, commands_of, key_name
from tui.screens.picker.command_match import OfferedCommand, meant, synonyms


async def nothing() -> None:
    """Run nothing."""


OFFERED = [
    OfferedCommand(c.id, c.help, key_name(c.keys[0]) if c.keys else "", nothing)
    for c in (*commands_of("library"), *commands_of("app"))
]


def first(typed: str, *recent: str) -> str:
    return meant(typed, OFFERED, recent)[0].id


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("exit", "quit"),
        ("reload", "refresh"),
        ("dark", "theme"),
        ("light", "theme"),
        ("ctrl+f", "find"),
        ("*", "concordance"),
        ("pane-reader", "pane-reader"),
        ("to the reader", "pane-reader"),
        ("favour", "toggle-star"),
        ("SORT", "sort"),
    ],
)
def test_a_command_is_found_by_name_key_description_and_synonym(typed: str, command: str) -> None:
    assert first(typed) == command


def test_words_that_mean_nothing_find_nothing() -> None:
    assert meant("xyzzy", OFFERED, ()) == []
    assert meant("sort xyzzy", OFFERED, ()) == []


def test_what_was_used_last_comes_first_among_equals() -> None:
    assert first("", "sort", "find") == "find"
    assert meant("", OFFERED, ("sort", "find"))[1].id == "sort"
    assert first("ctrl+f", "sort") == "find"
    assert [one.id for one in meant("", OFFERED, ())] == [one.id for one in OFFERED]


def test_synonyms_are_of_commands_that_there_are() -> None:
    assert synonyms().keys() <= {command.id for command in COMMANDS}
