"""The stem index: which words of a field share a stem.

Articles differ in the rules that give a word its stem, as their languages do. A stem is kept for
each set of rules by a key of its own; it means its forms in the articles read by these rules.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from search.engine.whoosh.segments.compact_numbers import CompactNumbers
from search.engine.whoosh.segments.lexicon import Lexicon

if TYPE_CHECKING:
    from search.engine.whoosh.segments.arrays import Array
    from search.engine.whoosh.segments.segment_file import SegmentFile

_MARK = "\x1f"  # no word has it, and it sorts before all of them
EITHER = "\x1e"
"""Stands between the keys of stems that are sought as one word."""


def key_of(stem: str, rules: str) -> str:
    """Give the key of a stem; by the rules without a name it is the stem."""
    return f"{_MARK}{rules}{_MARK}{stem}" if rules else stem


def rules_of(key: bytes) -> str:
    """Give the name of the rules that a key was made by."""
    if key[:1] != _MARK.encode():
        return ""
    return key[1 : key.index(_MARK.encode(), 1)].decode()


class Stems:
    """The stems of a field's words, each with its words: the same postings seen by stem."""

    def __init__(self, file: SegmentFile, name: str) -> None:
        self.lexicon = Lexicon(file, f"{name}/stems")
        self._counts = CompactNumbers(file, f"{name}/stems/counts")
        self._members = file[f"{name}/stems/members"]
        self._document_frequency = CompactNumbers(file, f"{name}/stems/document_frequency")

    @cached_property
    def first(self) -> Array:
        """Where the words of each stem begin in `members`, and where the last one's end."""
        return self._counts.bounds()

    @cached_property
    def members(self) -> Array:
        """The numbers of words, stem after stem, ascending within one."""
        return self._members.all()

    @cached_property
    def document_frequency(self) -> Array:
        """How many articles hold each stem."""
        return self._document_frequency.all()

    def words(self, number: int) -> Array:
        """Give the numbers of the words of one stem, ascending."""
        return self.members[int(self.first[number]) : int(self.first[number + 1])]

    def by(self, rules: str) -> slice:
        """Give which stems have keys made by some rules."""
        if rules:
            return slice(*self.lexicon.beginning(key_of("", rules).encode()))
        return slice(self.lexicon.beginning(_MARK.encode())[1], len(self.lexicon))
