"""The keys that a user has chosen in the settings: only keys that there are."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_KEYS = 10
"""Keys of a command; the others are left out."""

_WAY_OUT = "ctrl+q"
"""Leaves the reader, also from a line to type in, whatever else does."""
_MODIFIERS = frozenset({"alt", "ctrl", "hyper", "meta", "shift", "super"})
_CITED = 20
"""Characters of a key's name that a fault repeats."""


def usable_keys(chosen: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """Check the keys of commands; give those that can be used, and what is wrong, a sentence each.

    A command none of whose keys can be used isn't in the result, and so keeps its own. Leaving
    always keeps ctrl+q, which no other command can have.

    Args:
        chosen: a command's id to its keys, comma-separated.
    """
    usable: dict[str, str] = {}
    faults: list[str] = []
    for command, text in chosen.items():
        names = list(dict.fromkeys(name.strip() for name in text.split(",")))
        taken = command != "quit"
        wrong = [name for name in names if not is_key(name) or (taken and name == _WAY_OUT)]
        keys = [name for name in names if name not in set(wrong)]
        if wrong:
            faults.append(f"{command} can't have {_cited(wrong)}")
        elif len(keys) > MOST_KEYS:
            faults.append(f"{command} can't have more than {MOST_KEYS} keys")
        if command == "quit" and keys:
            keys = [*(key for key in keys[: MOST_KEYS - 1] if key != _WAY_OUT), _WAY_OUT]
        if keys:
            usable[command] = ",".join(keys[:MOST_KEYS])
    return usable, faults


def is_key(name: str) -> bool:
    """Tell whether a name is that of a key, or of what a key types: `n`, `f3`, `question_mark`."""
    *modifiers, key = name.split("+") if len(name) > 1 else [name]
    if not _MODIFIERS.issuperset(modifiers) or len(set(modifiers)) < len(modifiers):
        return False
    if len(key) == 1:
        return key.isprintable() and not key.isspace()
    return key in _special_keys() or _names_character(key)


def _special_keys() -> set[str]:
    # ruff: noqa: PLC0415 - few people choose keys of their own
    from textual._keyboard_protocol import FUNCTIONAL_KEYS
    from textual.keys import KEY_TO_UNICODE_NAME, REPLACED_KEYS, Keys

    names = {key.value for key in Keys if "<" not in key.value and "+" not in key.value}
    return names | set(FUNCTIONAL_KEYS.values()) | set(KEY_TO_UNICODE_NAME) | set(REPLACED_KEYS)


def _names_character(key: str) -> bool:
    """Tell whether this is how a character is called: `section_sign`."""
    if key != key.lower() or not key.isascii():
        return False
    try:
        return unicodedata.lookup(key.replace("_", " ")).isprintable()
    except KeyError:
        return False


def _cited(names: list[str]) -> str:
    name = names[0]
    short = name if len(name) <= _CITED else f"{name[:_CITED]}…"
    more = f" and {len(names) - 1:,} more" if len(names) > 1 else ""
    reason = "is for leaving" if name == _WAY_OUT else "is the name of no key"
    return f'"{short}"{more}: it {reason}'
