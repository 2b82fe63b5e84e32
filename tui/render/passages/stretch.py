"""A stretch of an article's text."""

from __future__ import annotations

from typing import NamedTuple


class Stretch(NamedTuple):
    """`article.blocks[block].text[start:stop]`."""

    block: int
    start: int
    stop: int

    def meets(self, other: Stretch) -> bool:
        """Tell whether two have some text in common."""
        return self.block == other.block and self.start < other.stop and other.start < self.stop
