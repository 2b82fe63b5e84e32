"""The words of one field as they come, and sorted into postings."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from search.index.arrays.kinds import ends, fresh
from search.text import chunks

if TYPE_CHECKING:
    from search.index.arrays.kinds import Array
    from search.index.making.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Run:
    """The postings of some articles' field; see `search.index.arrays.postings`.

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
    """The text of one field of article after article, as numbers of chunks."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._chunks = array("I")
        self._counts = array("I")

    def __len__(self) -> int:
        return len(self._chunks)

    def add(self, text: str) -> None:
        """Take the text of the next article; its lines are its blocks."""
        found = chunks(text)
        self._chunks.extend(map(self._vocabulary.__getitem__, found))
        self._counts.append(len(found))

    def run(self) -> Run:
        """Sort all that was added into postings. Cost: a sort of the occurrences."""
        members, held = self._vocabulary.read(np.frombuffer(self._chunks, np.uint32))
        begins = ends(held)[ends(np.frombuffer(self._counts, np.uint32))]
        del held
        sizes = np.diff(begins)
        place_bits = int(sizes.max(initial=0)).bit_length()
        doc_bits = len(sizes).bit_length()
        words, stems, ranks = self._ranked(members)
        # Word, article and place in one number each: sorting numbers is all the sorting there
        # is. The break ranks before all words.
        keys = ranks[members]
        broken = int(np.count_nonzero(members == 0))
        del members
        keys <<= np.uint64(doc_bits + place_bits)
        shifts = (np.arange(len(sizes)) << place_bits) - begins[:-1]
        keys += (np.arange(len(keys)) + np.repeat(shifts, sizes)).view(np.uint64)
        keys.sort()
        breaks, keys = keys[:broken], keys[broken:]
        places = keys & np.uint64((1 << place_bits) - 1)
        keys >>= np.uint64(place_bits)
        first = np.flatnonzero(fresh(keys))
        keys = keys[first]
        blocks = np.bincount((breaks >> np.uint64(place_bits)).view(np.int64), minlength=len(sizes))
        return Run(
            words=words,
            stems=stems,
            starts=np.append(np.flatnonzero(fresh(keys >> np.uint64(doc_bits))), len(keys)),
            docs=(keys & np.uint64((1 << doc_bits) - 1)).astype(np.uint16),
            counts=np.diff(first, append=len(places)),
            places=places,
            lengths=sizes - blocks,
            blocks=blocks,
            breaks=breaks & np.uint64((1 << place_bits) - 1),
        )

    def _ranked(self, members: Array) -> tuple[list[bytes], list[bytes], Array]:
        """Sort the forms that occur; give them, their stems, and each form's rank from 1 on."""
        forms, stems = self._vocabulary.listed()
        occurs = np.zeros(len(forms), np.bool_)
        occurs[members] = True
        occurs[0] = False  # the break
        pairs = sorted(
            (forms[number].encode(), number) for number in np.flatnonzero(occurs).tolist()
        )
        order = [number for _, number in pairs]
        ranks = np.zeros(len(forms), np.uint64)
        ranks[order] = np.arange(1, len(order) + 1, dtype=np.uint64)
        return [word for word, _ in pairs], [stems[number].encode() for number in order], ranks
