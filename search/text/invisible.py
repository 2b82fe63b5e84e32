"""Invisible characters: direction marks, variation selectors, joiners, stacked accents.

Each function takes text whose control characters are line and page breaks and gives text that
it would leave as it is. Cost: linear.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

_HIDING = re.compile(
    # Seen by nobody, printable all the same; and what tells that something was here.
    "[\u2800\u3164\uffa0\u115f\u1160\u17b4\u17b5\u034f\u180b-\u180f\ufe00-\ufe0f\ufffd"
    # Blocks with marks, which may be piled up.
    "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0711"
    "\u0730-\u074a\u07a6-\u07b0\u07eb-\u07fd\u0816-\u082d\u0859-\u085b\u0898-\u109f\u135d-\u135f"
    "\u1712-\u17df\u1885-\u18a9\u1920-\u193b\u1a17-\u1cf9\u1dc0-\u1dff\u20d0-\u20ff\u2cef-\u2cf1"
    "\u2d7f-\u2dff\u302a-\u302f\u3099\u309a\ua66f-\ua69f\ua6f0\ua6f1\ua802-\uabed\ufb1e\ufe20-\ufe2f]"
)
# Apart, for a class of characters is looked up at once only if none lies beyond U+FFFF.
_HIDING_BEYOND = re.compile("[\U000101fd-\U0001e94a\U000e0000-\U000e0fff]")

_EMBEDS, _ISOLATES = "\u202a\u202b", "\u2066\u2067\u2068"
_CLOSES, _CLOSES_ISOLATE = "\u202c", "\u2069"
_DIRECTION = re.compile("[\u202a-\u202c\u2066-\u2069]")
_DIRECTIONS = frozenset("\u202a\u202b\u202c\u2066\u2067\u2068\u2069")
_LINES_AND_DIRECTION = re.compile("[\n\f\u202a-\u202c\u2066-\u2069]")

_EMOJI = "\u203c-\u3299\U0001f000-\U0001faff"
_FLAGS = tuple(  # those of England, Scotland and Wales are spelt in tags
    "".join(chr(0xE0000 + ord(letter)) for letter in name) + "\U000e007f"
    for name in ("gbeng", "gbsct", "gbwls")
)
_SELECTORS = re.compile("[\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0001-\U000e01ef]+")
_CHOOSERS = frozenset(
    map(chr, [*range(0x180B, 0x1810), *range(0xFE00, 0xFE10), *range(0xE0001, 0xE01F0)])
)
_CHOOSING = re.compile(
    f"[#*0-9\u00a9\u00ae{_EMOJI}][\ufe0e\ufe0f]"
    "|[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff][\U000e0100-\U000e01ef]"
    "|[\u1820-\u18aa][\u180b-\u180d\u180f]"
)
# Persian and Indic are spelt with joiners; between other letters they only hide.
_JOINING = (
    "[\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\u1a00-\u1cff\ua800-\uabff"
    "\U00010a00-\U00011fff\U0001e900-\U0001e95f]"
)
_JOINERS = re.compile("[\u200c\u200d]+")
_SHAPING = re.compile(
    f"{_JOINING}(?:\u200c{_JOINING}|\u200d[^\u200c]?)|[{_EMOJI}\ufe0e\ufe0f]\u200d[{_EMOJI}]",
    re.DOTALL,
)

_MARKS = frozenset({"Mn", "Me"})
_SEEN_THROUGH = "\u200c\u200d\ufe0e\ufe0f"
_MOST_MARKS = 8
"""Marks on one letter that count: more than any script stacks, Tibetan included."""
_MOST_ALIKE = 3
"""Of those the ones of one combining class, which stand above one another."""
_STACK = re.compile(rf"[^\w\s\x00-\u02ff]{{{_MOST_ALIKE + 1},}}")
"""Marks are no part of words for `re`, nor are signs, which the closer look lets through."""


def may_hide(text: str) -> bool:
    """Tell whether printable text may have anything to be dropped. Cost: linear, and small."""
    return not text.isascii() and bool(_HIDING.search(text) or _HIDING_BEYOND.search(text))


def resolved(text: str, kinds: AbstractSet[str], mark: str) -> str:
    """Do all that is below for which the text, of these kinds of characters, gives reason."""
    if kinds & _DIRECTIONS:
        text = _level(text, mark)
    if kinds & _CHOOSERS:
        text = _selected(text, mark)
    if any(c > "\u02ff" and unicodedata.category(c) in _MARKS for c in kinds):
        text = _STACK.sub(_lowered, text)
    return _joined(text) if kinds & {"\u200c", "\u200d"} else text


def _level(text: str, mark: str) -> str:
    """Drop marks of direction that are closed within their line; put `mark` for one left open.

    Embeddings and isolates; one that closes nothing is dropped.
    """
    left: set[int] = set()
    embedded: list[int] = []
    isolated: list[tuple[int, list[int]]] = []
    for found in _LINES_AND_DIRECTION.finditer(text):
        if found[0] in "\n\f":
            left.update(embedded, *([at, *outer] for at, outer in isolated))
            embedded, isolated = [], []
        elif found[0] in _EMBEDS:
            embedded.append(found.start())
        elif found[0] in _ISOLATES:
            isolated.append((found.start(), embedded))
            embedded = []
        elif found[0] == _CLOSES and embedded:
            embedded.pop()
        elif found[0] == _CLOSES_ISOLATE and isolated:  # and all that was embedded in it
            _, embedded = isolated.pop()
    left.update(embedded, *([at, *outer] for at, outer in isolated))
    return _DIRECTION.sub(lambda found: mark if found.start() in left else "", text)


def _selected(text: str, mark: str) -> str:
    """Keep the selectors that choose a form of what they stand after, and the tags of flags.

    Other tags leave `mark`, as do selectors in a row: they may spell anything. One alone is
    dropped.
    """

    def shown(found: re.Match[str]) -> str:
        before, run = text[max(0, found.start() - 1) : found.start()], found[0]
        if before == "\U0001f3f4" and run.startswith(_FLAGS):
            kept = next(flag for flag in _FLAGS if run.startswith(flag))
        else:
            kept = run[0] if _CHOOSING.fullmatch(before + run[0]) else ""
        rest = run[len(kept) :]
        return kept + (mark if len(rest) > 1 or "\U000e0000" < rest < "\U000e0100" else "")

    return _SELECTORS.sub(shown, text)


def _joined(text: str) -> str:
    """Keep the joiners that shape letters or emoji."""

    def shown(found: re.Match[str]) -> str:
        start, stop = found.span()
        around = text[max(0, start - 1) : start] + found[0] + text[stop : stop + 1]
        return found[0] if _SHAPING.fullmatch(around) else ""

    return _JOINERS.sub(shown, text)


def _lowered(found: re.Match[str]) -> str:
    """Drop the marks on a letter beyond eight, and beyond three of one kind."""
    kept: list[str] = []
    on: list[int] = []
    for character in found[0]:
        if unicodedata.category(character) in _MARKS and character not in _SEEN_THROUGH:
            kind = unicodedata.combining(character)
            if len(on) == _MOST_MARKS or (kind and on.count(kind) == _MOST_ALIKE):
                continue
            on.append(kind)
        elif character not in _SEEN_THROUGH:
            on.clear()
        kept.append(character)
    return "".join(kept)
