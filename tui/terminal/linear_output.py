"""Output for screen readers: plain lines, of which only what changed is written."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from rich.cells import cell_len

if TYPE_CHECKING:
    from collections.abc import Sequence

_BARE = str.maketrans(dict.fromkeys(map(chr, range(0x2500, 0x25A0)), " "))
"""Boxes, rules and bars."""
_ROW_SIGN = "▌"


def plain(line: str) -> str:
    """Give a line without boxes, rules and bars.

    The bar with which the current row begins, or a line of the marked passage, becomes `>`.
    """
    text = line.lstrip(" │┃")
    before = " " * (len(line) - len(text))
    sign = ">" if text.startswith(_ROW_SIGN) else ""
    return (before + sign + text[len(sign) :].translate(_BARE)).rstrip()


class LinearOutput:
    """What is on the terminal, line by line; gives what to write so that it shows other lines."""

    def __init__(self) -> None:
        self._shown: list[str] = []

    def forget(self) -> None:
        """Take nothing to be on the terminal any more, so that all is written again."""
        self._shown = []

    def changed(self, lines: Sequence[str]) -> list[int]:
        """Give the numbers of the lines that are another than those on the terminal."""
        before = [*self._shown, *([""] * (len(lines) - len(self._shown)))]
        return [y for y, line in enumerate(lines) if line != before[y]]

    def update(self, lines: Sequence[str]) -> str:
        """Give the sequence that turns what is shown into these lines; empty without a change.

        In a line it is whole words, from the first to the last that changed. Another number of
        lines means another window, which is cleared first. Cost: linear.
        """
        begin = ""
        if len(lines) != len(self._shown):
            begin, self._shown = "\x1b[0m\x1b[2J", [""] * len(lines)
        pieces = [_change(y, self._shown[y], lines[y]) for y in self.changed(lines)]
        self._shown = list(lines)
        return begin + "".join(pieces)


def _change(y: int, before: str, after: str) -> str:
    """Give what turns one line into another, from a word's beginning to a word's end."""
    start = _same(before, after)
    if start == len(before) and after[start:].startswith(" "):
        start = len(after) - len(after[start:].lstrip(" "))
    elif start < len(after):
        start = after.rfind(" ", 0, start) + 1
    old, new = before[start:], after[start:]
    same = _same(old[::-1], new[::-1])
    same = len(new) - new.find(" ", len(new) - same) if same and " " in new[-same:] else 0
    kept_old, kept_new = old[: len(old) - same], new[: len(new) - same]
    at = f"\x1b[{y + 1};{cell_len(after[:start]) + 1}H"
    if same and cell_len(kept_old) == cell_len(kept_new):
        return at + kept_new
    return at + new + ("\x1b[K" if cell_len(new) < cell_len(old) else "")


def _same(one: str, other: str) -> int:
    """Give how many characters two texts begin with in common."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
