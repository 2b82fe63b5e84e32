"""The words of one field: collected in order of arrival, then sorted into postings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from search.engine.whoosh.segments.arrays import first_of_each, offsets

if TYPE_CHECKING:
    from search.engine.whoosh.build.vocabulary import ChunkVocabulary
    from search.engine.whoosh.segments.arrays import Array

_BATCH = 1 << 18
"""Letters read at a time: few enough that all that is made of them stays near."""
_WORD = 5
"""Letters of a word and the space beside it, about."""


@dataclass(frozen=True, slots=True)
class SortedRun:
    """The sorted postings of one field of some articles; see `segments.postings`.

    Attributes:
        words: UTF-8, ascending.
        stems: the stem of each, UTF-8.
        starts: where the postings of each word begin, and where the last one's end.
        docs: the article of each posting.
        counts: how often it has the word.
        places: positions, posting after posting.
        lengths: how many words each article has.
        blocks: how many breaks each article has.
        breaks: their positions, article after article.
    """

    words: list[bytes]
    stems: list[bytes]
    starts: Array
    docs: Array
    counts: Array
    places: Array
    lengths: Array
    blocks: Array
    breaks: Array


class Occurrences:
    """The text of one field of article after article, as numbers of forms.

    Attributes:
        size: how many words and breaks there are; of what isn't read yet, about.
    """

    def __init__(self, vocabulary: ChunkVocabulary) -> None:
        self._vocabulary = vocabulary
        self._unread: list[str] = []
        self._length = 0
        self._forms: list[Array] = []
        self._sizes: list[Array] = []
        self._count = 0
        self.size = 0

    def add(self, text: str) -> None:
        """Take the text of the next article; its lines are its blocks."""
        self._unread.append(text)
        self._length += len(text)
        self.size = self._count + self._length // _WORD
        if self._length > _BATCH:
            self._read()

    def _read(self) -> None:
        """Find the words of what was added."""
        texts = [text.encode() for text in self._unread]
        bounds = offsets(np.fromiter(map(len, texts), np.int64, len(texts)) + 1)
        forms, sizes = self._vocabulary.read(b" ".join(texts), bounds)
        self._forms.append(forms)
        self._sizes.append(sizes)
        self._count += len(forms)
        self.size = self._count
        self._unread = []
        self._length = 0

    def run(self) -> SortedRun:
        """Sort all that was added into postings. Cost: a sort of the occurrences."""
        self._read()
        members, sizes = np.concatenate(self._forms), np.concatenate(self._sizes)
        self._forms, self._sizes, self._count = [], [], 0
        begins = offsets(sizes)
        # A variant stands where the word before it does.
        counted = np.append(0, np.cumsum(~self._vocabulary.variants()[members]))
        counted_begins = counted[begins]
        lengths = np.diff(counted_begins)
        place_bits = int(lengths.max(initial=0)).bit_length()
        doc_bits = len(sizes).bit_length()
        words, stems, ranks = self._ranked(members)
        # Word, article and place in one number each: sorting numbers is all the sorting there
        # is. The break ranks before all words.
        keys = ranks[members]
        broken = int(np.count_nonzero(members == 0))
        del members
        keys <<= np.uint64(doc_bits + place_bits)
        within = counted[1:] - 1
        within += np.repeat((np.arange(len(sizes)) << place_bits) - counted_begins[:-1], sizes)
        keys += within.view(np.uint64)
        del within, counted
        keys.sort()
        breaks, keys = keys[:broken], keys[broken:]
        places = (keys & np.uint64((1 << place_bits) - 1)).astype(np.uint32)
        keys >>= np.uint64(place_bits)
        first = np.flatnonzero(first_of_each(keys))
        keys = keys[first]
        blocks = np.bincount((breaks >> np.uint64(place_bits)).view(np.int64), minlength=len(sizes))
        return SortedRun(
            words=words,
            stems=stems,
            starts=np.append(np.flatnonzero(first_of_each(keys >> np.uint64(doc_bits))), len(keys)),
            docs=(keys & np.uint64((1 << doc_bits) - 1)).astype(np.uint16),
            counts=np.diff(first, append=len(places)),
            places=places,
            lengths=lengths - blocks,
            blocks=blocks,
            breaks=breaks & np.uint64((1 << place_bits) - 1),
        )

    def _ranked(self, members: Array) -> tuple[list[bytes], list[bytes], Array]:
        """Sort the forms that occur; give them, their stems, and each form's rank from 1 on."""
        forms, stems = self._vocabulary.listed()
        occurs = np.zeros(len(forms), np.bool_)
        occurs[members] = True
        occurs[0] = False  # the break
        # By code points is by bytes of UTF-8.
        order = sorted(np.flatnonzero(occurs).tolist(), key=forms.__getitem__)
        ranks = np.zeros(len(forms), np.uint64)
        ranks[order] = np.arange(1, len(order) + 1, dtype=np.uint64)
        words = [forms[number].encode() for number in order]
        return words, [stems[number].encode() for number in order], ranks
