"""Readable names of keys."""

from __future__ import annotations

_NAMES = {
    "question_mark": "?",
    "exclamation_mark": "!",
    "slash": "/",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "asterisk": "*",
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
    "escape": "esc",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "comma": ",",
    "full_stop": ".",
    "semicolon": ";",
    "vertical_line": "|",
}


def key_name(key: str) -> str:
    """Give a key's readable name: `question_mark` gives `?`, `ctrl+p` stays."""
    *modifiers, last = key.split("+")
    return "+".join([*modifiers, _NAMES.get(last, last)])


def typed_character(key: str) -> str | None:
    """Give the ASCII character that a key types; None for keys that type none."""
    name = key_name(key)
    return name if len(name) == 1 and name.isascii() else None
