"""Making text safe for the terminal: no control characters, and a predictable width."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_STAND_IN = "\ufffd"
FILLER = "\u034f"
"""A character without width, in `safe` text in place of a removed one. It is never written."""

_BREAKS = frozenset("\t\n\r\v\f\x85\u2028\u2029")
_SIGNS = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)
"""Signs drawn around numbers, though Unicode counts them as format characters."""

_EMOJI = "\u203c-\u3299\U0001f000-\U0001faff"
_CLOSER = re.compile("[\u0300-\u1dff\u20d0-\u20ff\u3099\u309a\ua66f-\uabff\ufe00-\ufe2f]")
"""Combining marks and variation selectors, with letters of their blocks, for speed."""
# Separate, because `re` looks up a class of characters fast only if none is above U+FFFF.
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
"""Up to this many characters, many texts are cached; of longer ones few, to limit memory."""
_HIGHEST = 8
_STACK = re.compile(rf"[^\w\s\x00-\u02ff]{{{_HIGHEST + 1},}}")
"""Combining marks are not word characters for `re`; `_cap_marks` keeps signs that also match."""


@lru_cache(maxsize=4096)
def _harmless(character: str) -> bool:
    category = unicodedata.category(character)
    if category == "Cf":
        return character in _SIGNS
    return category not in {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"}


def harmless(text: str) -> str:
    """Replace what a terminal might interpret as a command, keeping every offset.

    Control, escape and bidi characters, lone surrogates, private and unassigned code points and
    invisible format characters each become one replacement character; tabs and line breaks become
    spaces. Joiners between letters that aren't Latin stay, as scripts and emoji need them. The
    length never changes, so spans stay valid. Use it for text that isn't shown on screen: files,
    the clipboard. Cost: linear; almost nothing for printable text.
    """
    if text.isprintable():
        return text
    shaping = {i for found in _SHAPING.finditer(text) for i in range(*found.span())}
    return "".join(
        c if _harmless(c) or i in shaping else (" " if c in _BREAKS else _STAND_IN)
        for i, c in enumerate(text)
    )


def safe(text: str) -> str:
    """Make a text harmless and equally wide on every terminal, keeping every offset.

    Terminals disagree on how wide joined emoji are. So they are shown as their parts: joiners,
    selectors, skin tones and the tags of flags become fillers, which have no width, as do
    combining marks beyond eight on one letter; a flag becomes its two letters. Cost: linear;
    almost nothing for printable text.
    """
    if text.isascii() and text.isprintable():
        return text
    return _safe_short(text) if len(text) <= _SHORT else _safe_long(text)


def _safe(text: str) -> str:
    text = harmless(text.translate(_FLAGS) if _ANY_FLAG.search(text) else text)
    if "\u200d" in text:
        text = text.replace("\u200d", FILLER)
    if _CLOSER.search(text):
        text = _STACK.sub(_cap_marks, text)
    elif not _CLOSER_BEYOND.search(text):
        return text
    return _TONE.sub(_STAND_IN, _APART.sub(lambda found: FILLER * len(found[0]), text))


# Cached, because a block of text is made safe again for each of its lines.
_safe_short = lru_cache(maxsize=1024)(_safe)
_safe_long = lru_cache(maxsize=8)(_safe)


def _cap_marks(found: re.Match[str]) -> str:
    """Remove combining marks beyond the first few on a letter."""
    shown: list[str] = []
    count = 0
    for character in found[0]:
        mark = unicodedata.category(character) in {"Mn", "Me"}
        count = count + 1 if mark else 0
        shown.append(FILLER if count > _HIGHEST else character)
    return "".join(shown)
