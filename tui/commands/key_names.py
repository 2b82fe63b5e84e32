"""How keys are called."""

from __future__ import annotations

_NAMES = {
    "question_mark": "?",
    "exclamation_mark": "!",
    "slash": "/",
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
}


def key_name(key: str) -> str:
    """Say a key as people write it: `question_mark` gives `?`, `ctrl+p` stays."""
    *held, last = key.split("+")
    return "+".join([*held, _NAMES.get(last, last)])


def written(key: str) -> str | None:
    """Give the character that a key writes, None for a key that writes none."""
    name = key_name(key)
    return name if len(name) == 1 and name.isascii() else None
