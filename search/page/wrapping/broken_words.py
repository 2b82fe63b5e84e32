"""Words broken by a hyphen at the end of a line."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from search.word_lists import word_lists

if TYPE_CHECKING:
    from collections.abc import Sequence

_HYPHENS = "-\u2010"
_WORD = re.compile(r"[^\W\d_]+")
_LAST = re.compile(r"([\w'’\u2010-]*)[-\u2010]$")
_FIRST = re.compile(r"[\w'’]+")
_COMPOUND = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)+")
_UNSPACED = re.compile(r"[\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60]")
_LONGEST = 64
_A_WORD = 4
"""Letters of a word that is hardly the beginning of another by chance."""


class WordsSeen:
    """The words that a text has inside its lines; looked up only once a line ends in a hyphen."""

    def __init__(self, rows: Sequence[str]) -> None:
        """Take the lines of the text."""
        self._rows = rows
        self._whole: frozenset[str] | None = None
        self._compound: frozenset[str] = frozenset()

    def tells(self, left: str, right: str) -> bool | None:
        """Tell whether a text has a word whole (False), with a hyphen (True), or neither (None)."""
        if self._whole is None:
            found = [_without_broken(row).casefold() for row in self._rows]
            self._whole = frozenset(word for row in found for word in _WORD.findall(row))
            self._compound = frozenset(
                word.replace("\u2010", "-") for row in found for word in _COMPOUND.findall(row)
            )
        if f"{left}-{right}" in self._compound:
            return True
        return False if left + right in self._whole else None

    def has(self, word: str) -> bool:
        """Tell whether a word stands in the text; to be asked after `tells`."""
        return self._whole is not None and word in self._whole


def rejoined(parts: Sequence[str], seen: WordsSeen) -> str:
    """Join the lines of a paragraph, with a space or, in scripts without spaces, none.

    A word broken at a line's end loses its hyphen if the text has it whole elsewhere, and keeps
    it if the text has it so. A word the text has nowhere else keeps it where it looks like a
    compound: its first part is a word of the text, one of the parts is one that compounds have, or
    has a digit, a hyphen or, if it is the last, a capital. Cost: linear.
    """
    joined = list(parts[:1])
    for part in parts[1:]:
        before = joined[-1]
        last, first = _LAST.search(before[-_LONGEST:]), _FIRST.match(part)
        if last and first and last[1]:
            if not _keeps_hyphen(last[1], first[0], seen):
                joined[-1] = before[:-1]
        elif not (_UNSPACED.match(before[-1]) and _UNSPACED.match(part)):
            joined.append(" ")
        joined.append(part)
    return "".join(joined)


def _keeps_hyphen(left: str, right: str, seen: WordsSeen) -> bool:
    if not (left.isalpha() and right[0].islower()):
        return True
    first, second = left.casefold(), _letters(right).casefold()
    told = seen.tells(first, second)
    if told is not None:
        return told
    words = _compounds()
    if len(first) == 1 or second in words["last"]:
        return True
    begins = first in words["first"] or (len(first) >= _A_WORD and seen.has(first))
    return begins and second not in words["endings"]


def _without_broken(row: str) -> str:
    """Give a line without the beginning of a word at its end: that is no word of the text."""
    if row[-1] not in _HYPHENS or not (last := _LAST.search(row[-_LONGEST:])):
        return row
    return row[: len(row) - len(last[0])]


def _letters(word: str) -> str:
    found = _WORD.match(word)
    return found[0] if found else word


@cache
def _compounds() -> dict[str, frozenset[str]]:
    return {part: frozenset(words) for part, words in word_lists("page/wrapping/compounds").items()}
