"""Text on its way to a screen: no character of it may drive the terminal or move a column."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_STAND_IN = "\ufffd"
FILLER = "\u034f"
"""Takes no cell: stands in `safe` text where a character is left out. Never written."""

_BREAKS = frozenset("\t\n\r\v\f\x85\u2028\u2029")
_SIGNS = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)
"""Signs drawn around numbers, though Unicode counts them as format characters."""

_EMOJI = "\u203c-\u3299\U0001f000-\U0001faff"
_CLOSER = re.compile("[\u0300-\u1dff\u20d0-\u20ff\u3099\u309a\ua66f-\uabff\ufe00-\ufe2f]")
"""Marks that may be piled up, and selectors; with letters of their blocks, for speed."""
# Apart, for a class of characters is looked up at once only if none lies beyond U+FFFF.
_CLOSER_BEYOND = re.compile("[\U000101fd-\U0001e94a\U0001f3fb-\U0001f3ff\U000e0000-\U000e01ef]")

_APART = re.compile(
    f"(?<=[{_EMOJI}])[\U0001f3fb-\U0001f3ff]"
    "|(?<=\U0001f3f4)[\U000e0020-\U000e007f]+"
    "|[\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]+"
)
_SHAPING = re.compile(
    r"(?<=[^\x00-\u024f])(?:\u200d|\u200c(?=[^\x00-\u024f]))"
    "|(?<=\U0001f3f4)[\U000e0061-\U000e007a]{5}\U000e007f"
)
_TONE = re.compile("[\U0001f3fb-\U0001f3ff]")
_ANY_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]")
_FLAGS = {0x1F1E6 + i: chr(ord("A") + i) for i in range(26)}
_SHORT = 4_096
"""Characters up to which many texts are remembered; of longer ones few, to stay within bounds."""
_HIGHEST = 8
_STACK = re.compile(rf"[^\w\s\x00-\u02ff]{{{_HIGHEST + 1},}}")
"""Marks are no part of words for `re`, nor are signs, which the closer look lets through."""


@lru_cache(maxsize=4096)
def _harmless(character: str) -> bool:
    category = unicodedata.category(character)
    if category == "Cf":
        return character in _SIGNS
    return category not in {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"}


def harmless(text: str) -> str:
    """Replace what a terminal might obey, keeping every offset.

    Controls, escape and bidi characters, lone surrogates, private and unassigned code points and
    invisible format characters each become one stand-in; tabs and line breaks become spaces.
    Joiners among letters that aren't Latin stay, as scripts and emoji need them. The length never
    changes, so spans stay true. For what goes to no screen: pages, notes, the clipboard. Cost:
    linear; next to nothing for printable text.
    """
    if text.isprintable():
        return text
    shaping = {i for found in _SHAPING.finditer(text) for i in range(*found.span())}
    return "".join(
        c if _harmless(c) or i in shaping else (" " if c in _BREAKS else _STAND_IN)
        for i, c in enumerate(text)
    )


def safe(text: str) -> str:
    """Make a text harmless, and as wide on every terminal; keep every offset.

    Terminals disagree on how wide joined emoji are. So they are shown as their parts: joiners,
    selectors, skin tones and the tags of flags become fillers, which take no cell, as do marks on
    one letter beyond eight; a flag becomes the two letters it is spelt with. Cost: linear; next to
    nothing for printable text.
    """
    if text.isascii() and text.isprintable():
        return text
    return _safe_short(text) if len(text) <= _SHORT else _safe_long(text)


def _safe(text: str) -> str:
    text = harmless(text.translate(_FLAGS) if _ANY_FLAG.search(text) else text)
    if "\u200d" in text:
        text = text.replace("\u200d", FILLER)
    if _CLOSER.search(text):
        text = _STACK.sub(_lowered, text)
    elif not _CLOSER_BEYOND.search(text):
        return text
    return _TONE.sub(_STAND_IN, _APART.sub(lambda found: FILLER * len(found[0]), text))


# A block of text is asked for again with each of its lines.
_safe_short = lru_cache(maxsize=1024)(_safe)
_safe_long = lru_cache(maxsize=8)(_safe)


def _lowered(found: re.Match[str]) -> str:
    """Leave out the marks on a letter beyond so many."""
    shown: list[str] = []
    high = 0
    for character in found[0]:
        mark = unicodedata.category(character) in {"Mn", "Me"}
        high = high + 1 if mark else 0
        shown.append(FILLER if high > _HIGHEST else character)
    return "".join(shown)
