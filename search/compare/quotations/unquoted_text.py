"""The text of a paragraph outside its quotations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from search.compare.english import english, role_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from search.compare.annotated_article import Word

_CLAUSE = re.compile(r"[,;:()“”\"—–]|\s-\s|[.!?…](?=\s|\Z)")
_ENDS = ".!?…"
_ENDING = re.compile(rf"[{_ENDS}]+[)\]]*\s")
_CLOSED = re.compile(r"[.!?…]+[\s\])]")


@dataclass(frozen=True)
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

    def place(self, k: int) -> int:
        """Give where word `k` begins, or where the passage stops if there is none."""
        return self.words[k].start if k < len(self.words) else self.stop

    def ends_with_colon(self) -> bool:
        """Tell whether nothing but a colon follows the last word."""
        after = self.words[-1].stop if self.words else self.start
        return self.text[after : self.stop].strip().startswith(":")

    def sentences(self) -> Iterator[Passage]:
        """Yield each sentence as a passage of its own. Cost: linear in the words."""
        if not self._ends:
            yield self
            return
        bounds = [0, *self._ends, len(self.words)]
        starts = sorted(self.names)
        done = 0
        for first, last in pairwise(bounds):
            names: dict[int, int] = {}
            while done < len(starts) and starts[done] < last:
                names[starts[done] - first] = self.names[starts[done]] - first
                done += 1
            start = self.place(first) if first else self.start
            words = self.words[first:last]
            yield Passage(self.text, words, start, self.place(last), names)

    def introduces(self, first: int, last: int) -> bool:
        """Tell whether words `first` to `last` only say who the person named next is."""
        return all(
            (word.capitalised and word.form not in english("speakers.prepositions"))
            or word.form in role_words()
            or word.form in english("speakers.articles")
            for word in self.words[first:last]
        )

    def closed_sentence(self) -> tuple[int, int]:
        """Give the first word and the end of the sentence with which the passage ends.

        Both are the number of all words if it ends within one.
        """
        last = len(self.words)
        if not last or self.last_sentence() < last:
            return last, last
        return self._ends[-1] if self._ends else 0, last

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        """The words before which a sentence ends: none after `Mr.` or an initial."""
        text, words = self.text, self.words
        return tuple(
            k
            for k, word in enumerate(words[:-1], 1)
            if text[word.stop] in _ENDS  # a look at one sign spares the rest of it nearly always
            and _ENDING.match(self.gap(k))
            and not _abbreviated(word)
        )

    def first_sentence(self) -> int:
        """Give how many words the first sentence has."""
        return self._ends[0] if self._ends else len(self.words)

    def last_sentence(self) -> int:
        """Give the first word of the sentence that is unfinished when the passage ends.

        The number of all words if there is none.
        """
        if not self.words or _CLOSED.match(f"{self.text[self.words[-1].stop : self.stop]} "):
            return len(self.words)
        return self._ends[-1] if self._ends else 0


def _abbreviated(word: Word) -> bool:
    return word.form in english("speakers.abbreviations") or word.stop - word.start == 1
