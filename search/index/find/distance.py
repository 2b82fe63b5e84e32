"""Words a few edits away, in a whole lexicon at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from search.index.arrays.kinds import Array
    from search.index.arrays.lexicon import Lexicon

_MANY = 500
"""Words from which measuring all at once is cheaper than one by one."""


def within(lexicon: Lexicon, form: str, edits: int, low: int, high: int) -> Array:
    """Give the numbers between two of the words at most so many edits from `form`, ascending.

    An edit inserts, deletes or changes a letter, or swaps two neighbours (optimal string
    alignment distance: Damerau 1964). Words are first sifted by length and by which letters
    they have, for an edit brings in at most one letter and takes away at most one.
    """
    if low >= high:
        return np.zeros(0, np.int64)
    near = np.abs(lexicon.sizes[low:high].astype(np.int64) - len(form)) <= edits
    held, asked = lexicon.letters[low:high], letters_of(form)
    near &= np.bitwise_count(held & ~asked) <= edits
    near &= np.bitwise_count(asked & ~held) <= edits
    chosen = np.flatnonzero(near) + low
    if not len(chosen):
        return chosen
    words = [lexicon.word(number).decode() for number in chosen.tolist()]
    if len(words) > _MANY:
        return chosen[distances(form, words) <= edits]
    return chosen[[reaches(form, word, edits) for word in words]]


def reaches(form: str, word: str, edits: int) -> bool:
    """Tell whether so many edits suffice. Cost: grows fourfold with each edit.

    Letters that agree at the beginning are never worth an edit, so only the first that differ
    need be tried.
    """
    if form == word:
        return True
    if not edits:
        return False
    at = next((i for i, (a, b) in enumerate(zip(form, word, strict=False)) if a != b), None)
    if at is None:
        return abs(len(form) - len(word)) <= edits
    left, right = form[at:], word[at:]
    return (
        reaches(left[1:], right[1:], edits - 1)
        or reaches(left[1:], right, edits - 1)
        or reaches(left, right[1:], edits - 1)
        or (left[:2] == right[1::-1] and reaches(left[2:], right[2:], edits - 1))
    )


def letters_of(form: str) -> np.uint64:
    """Give a set of letters as bits: each letter's last byte in UTF-8 chooses one of 64."""
    bits = 0
    for letter in form:
        bits |= 1 << (letter.encode()[-1] & 63)
    return np.uint64(bits)


def distances(form: str, words: list[str]) -> Array:
    """Give the optimal string alignment distance of a word from each of several.

    Cost: the product of the lengths, in steps that take all words at once.
    """
    longest = max(map(len, words))
    text = "".join(word.ljust(longest, "\0") for word in words)
    table = np.frombuffer(text.encode("utf-32-le"), np.uint32).reshape(len(words), longest)
    columns = [np.ascontiguousarray(table[:, j]) for j in range(longest)]
    asked = [ord(letter) for letter in form]
    size = len(words)
    before: list[Array] = []
    last = [np.full(size, j, np.int16) for j in range(longest + 1)]
    for i, letter in enumerate(asked, 1):
        row = [np.full(size, i, np.int16)]
        for j, column in enumerate(columns, 1):
            cost = np.minimum(last[j], row[j - 1]) + np.int16(1)
            np.minimum(cost, last[j - 1] + (column != letter), out=cost)
            if i > 1 and j > 1:
                swapped = (columns[j - 2] == letter) & (column == asked[i - 2])
                np.minimum(cost, np.where(swapped, before[j - 2] + 1, cost), out=cost)
            row.append(cost)
        before, last = last, row
    lengths = np.fromiter(map(len, words), np.int64, size)
    return np.stack(last)[lengths, np.arange(size)]
