"""The text of a paragraph outside its quotations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from search.compare.english import english

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from search.compare.annotated_article import Word

_CLAUSE = re.compile(r"[,;:()“”\"—–]|\s-\s|[.!?…](?=\s|\Z)")
_ENDING = re.compile(r"[.!?…]+[)\]]*\s")
_CLOSED = re.compile(r"[.!?…]+[\s\])]")


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of a paragraph outside its quotations, between two of them.

    Attributes:
        text: that of the whole paragraph.
        words: those of the passage, in order.
        start, stop: where it begins and ends in the paragraph.
        names: first to last word (exclusive, places in `words`) of each name, in order.
    """

    text: str
    words: Sequence[Word]
    start: int
    stop: int
    names: Mapping[int, int]

    def written(self, first: int, last: int) -> str:
        """Give the text from word `first` to word `last` (exclusive)."""
        return self.text[self.words[first].start : self.words[last - 1].stop]

    def gap(self, k: int) -> str:
        """Give what stands between word `k` and the one before it."""
        return self.text[self.words[k - 1].stop : self.words[k].start]

    def breaks(self, k: int) -> bool:
        """Tell whether a clause ends before word `k`."""
        return _CLAUSE.search(self.gap(k)) is not None and not _abbreviated(self.words[k - 1])

    def sentence_ends(self) -> list[int]:
        """Give the words before which a sentence ends: none after `Mr.` or an initial."""
        return [
            k
            for k in range(1, len(self.words))
            if _ENDING.match(self.gap(k)) and not _abbreviated(self.words[k - 1])
        ]

    def first_sentence(self) -> int:
        """Give how many words the first sentence has."""
        ends = self.sentence_ends()
        return ends[0] if ends else len(self.words)

    def last_sentence(self) -> int:
        """Give the first word of the sentence that is unfinished when the passage ends.

        The number of all words if there is none.
        """
        if not self.words or _CLOSED.match(f"{self.text[self.words[-1].stop : self.stop]} "):
            return len(self.words)
        return [0, *self.sentence_ends()][-1]


def _abbreviated(word: Word) -> bool:
    return word.form in english("speakers.abbreviations") or word.stop - word.start == 1
