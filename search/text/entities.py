"""Entities of HTML that were left in plain text."""

from __future__ import annotations

import html
import re

from search.text.clean import clean

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_BREAKS = re.compile(r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_MOST_ROUNDS = 2
"""Feeds encode twice what was encoded: `&amp;#8217;`."""


def decode_entities(text: str) -> str:
    """Give cleaned text with its entities decoded, and what they hid made harmless too.

    `&amp;` `&#8217;` `&nbsp;`: named by HTML or numbered, and closed by a semicolon; what is none
    stays. One that stands for a line's end gives a space, so that lines keep their numbers. Those
    that were encoded twice are decoded twice. Cost: linear.
    """
    if "&" not in text or ";" not in text:
        return text
    for _ in range(_MOST_ROUNDS):
        decoded = _ENTITY.sub(_character, text)
        if decoded == text:
            break
        text = decoded
    return clean(text)


def _character(found: re.Match[str]) -> str:
    return _BREAKS.sub(" ", html.unescape(found[0]))
