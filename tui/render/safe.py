"""The last gate before the terminal: no character of an article may drive it."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Category Cf holds joiners, which shape emoji and several scripts and move nothing.
_HARMLESS_FORMAT = frozenset("\u200c\u200d")
_STAND_IN = "\ufffd"


@lru_cache(maxsize=4096)
def _harmless(character: str) -> bool:
    category = unicodedata.category(character)
    if category == "Cf":
        return character in _HARMLESS_FORMAT
    return category not in {"Cc", "Cs", "Zl", "Zp"}


def safe(text: str) -> str:
    """Replace what a terminal might obey, keeping every offset.

    Controls, escape and bidi characters, lone surrogates and invisible format characters each
    become one stand-in; tabs and line breaks become spaces. The length never changes, so spans
    stay true. Cost: linear; next to nothing for printable text.
    """
    if text.isprintable():
        return text
    return "".join(
        c if _harmless(c) else (" " if c in "\t\n\r\v\f\u2028\u2029\x85" else _STAND_IN)
        for c in text
    )
