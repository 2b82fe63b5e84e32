"""Where things stand in `feeds.toml`, and which of them mean nothing."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from search.misspelt import did_you_mean
from search.text.clean import clean, one_line

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

_TABLE = re.compile(r"(?m)^[ \t]{0,40}\[\[feed\]\]")
_LINE_END = re.compile(r"\n")
_LONGEST_NAME = 60
_MOST_TOLD = 20
"""Keys that are told one by one; a file of strangers may have any number."""


class FeedsPlaces:
    """The lines of a file of feeds, whose tables may also have other forms than `[[feed]]`.

    Attributes:
        starts: where each table of a feed begins.
        untold: how many keys that mean nothing weren't told.
    """

    def __init__(self, text: str) -> None:
        """Look through a file. Cost: linear."""
        self._text = text
        self._ends = [found.start() for found in _LINE_END.finditer(text)]
        self._above: dict[str, str] = {}
        self._told = 0
        self.starts = [found.start() for found in _TABLE.finditer(text)]
        self.untold = 0

    def begin(self, number: int) -> str:
        """Name the line in which the so-manieth table begins; empty where it isn't to be told."""
        return self._line(self.starts[number]) if number < len(self.starts) else ""

    def of(self, number: int, name: str) -> str:
        """Name the line of a key in the so-manieth table, else outside all; empty as `begin`."""
        if number < len(self.starts):
            end = self.starts[number + 1] if number + 1 < len(self.starts) else len(self._text)
            if place := self._found(name, self.starts[number], end):
                return place
        if name not in self._above:
            self._above[name] = self._above_all(name)
        return self._above[name]

    def unknown(
        self, table: Mapping[str, object], known: Collection[str], number: int
    ) -> Iterator[str]:
        """Say of each key that nothing reads that it means nothing, with the nearest that does."""
        for name in table:
            if name in known:
                continue
            if self._told == _MOST_TOLD:
                self.untold += 1
                continue
            self._told += 1
            shown = one_line(clean(name[:_LONGEST_NAME]))
            yield f'{self.of(number, name)}"{shown}" means nothing here{did_you_mean(name, known)}'

    def _found(self, name: str, begin: int, end: int) -> str:
        rule = re.compile(rf"(?m)^[ \t]{{0,40}}{re.escape(name)}[ \t]{{0,40}}=")
        found = rule.search(self._text, begin, end)
        return self._line(found.start()) if found else ""

    def _above_all(self, name: str) -> str:
        """Name the line of a key above all tables, or of another table."""
        end = self.starts[0] if self.starts else len(self._text)
        if place := self._found(name, 0, end):
            return place
        found = re.search(rf"(?m)^[ \t]{{0,40}}\[{{1,2}}{re.escape(name)}\]", self._text)
        return self._line(found.start()) if found else ""

    def _line(self, at: int) -> str:
        return f"line {bisect_right(self._ends, at) + 1}: "
