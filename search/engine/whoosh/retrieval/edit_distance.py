"""Fuzzy matching: words of a lexicon within an edit distance, vectorised."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from search.engine.whoosh.segments.arrays import Array, Mask
    from search.engine.whoosh.segments.lexicon import Lexicon

_MANY = 500
"""Words from which measuring all at once is cheaper than one by one."""


def within_edit_distance(lexicon: Lexicon, form: str, edits: int, low: int, high: int) -> Array:
    """Give the numbers between two of the words at most so many edits from `form`, ascending.

    An edit inserts, deletes or changes a letter, or swaps two neighbours (optimal string
    alignment distance: Damerau 1964). Words are first sifted by length and by which letters
    they have, for an edit brings in at most one letter and takes away at most one.
    """
    if low >= high:
        return np.zeros(0, np.int64)
    asked = letters_of(form)
    near = lexicon.sizes[low:high] - np.uint32(max(0, len(form) - edits))
    chosen = np.bitwise_count(lexicon.letters[low:high] ^ asked) <= 2 * edits
    chosen &= near <= min(edits, len(form)) + edits
    numbers = np.flatnonzero(chosen)
    numbers += low
    held = lexicon.letters[numbers]
    fits = np.bitwise_count(held & ~asked) <= edits
    fits &= np.bitwise_count(asked & ~held) <= edits
    numbers = numbers[fits]
    if edits == 1 and form.isascii():
        plain = lexicon.lengths[numbers] == lexicon.sizes[numbers]
        plain &= lexicon.begins[numbers] + len(form) < len(lexicon.text)
        near = _one_edit(lexicon, numbers[plain], form.encode())
        if plain.all():
            return near
        far = numbers[~plain]
        return np.sort(np.concatenate((near, far[_reached(lexicon, far, form, edits)])))
    reached: Array = numbers[_reached(lexicon, numbers, form, edits)]
    return reached


def _reached(lexicon: Lexicon, numbers: Array, form: str, edits: int) -> Mask:
    """Tell of each of some words whether so many edits suffice."""
    words = [word.decode() for word in lexicon.several(numbers)]
    if len(words) > _MANY:
        return distances(form, words) <= edits
    return np.array([reaches(form, word, edits) for word in words], np.bool_)


def _one_edit(lexicon: Lexicon, numbers: Array, form: bytes) -> Array:
    """Choose of some words of ASCII those at most one edit from another; all words at once.

    Behind each word the lexicon must hold as many bytes as `form` has.
    """
    if not len(numbers):
        return numbers
    size = len(form)
    raw = np.frombuffer(lexicon.text, np.uint8)
    windows = np.ndarray((len(raw) - size, size + 1), np.uint8, raw, strides=(1, 1))
    letters = windows[lexicon.begins[numbers]]
    asked = np.frombuffer(form, np.uint8)
    same = np.zeros(letters.shape, np.bool_)
    np.equal(letters[:, :-1], asked, out=same[:, :-1])
    agree = same.argmin(axis=1)  # how many letters at the beginning do
    behind = np.arange(size) >= agree[:, np.newaxis]
    longer = lexicon.sizes[numbers].astype(np.int64) - size
    differ = size - np.count_nonzero(same, axis=1)
    near = (longer == 0) & (differ <= 1)
    swapped = np.flatnonzero((longer == 0) & (differ == 2))  # noqa: PLR2004 - a pair
    at = agree[swapped]
    swapped = swapped[at < size - 1]
    at = agree[swapped]
    near[swapped] = (letters[swapped, at] == asked[at + 1]) & (
        letters[swapped, at + 1] == asked[at]
    )
    near |= (longer == 1) & ~((letters[:, 1:] != asked) & behind).any(axis=1)
    near |= (longer == -1) & ~((letters[:, : size - 1] != asked[1:]) & behind[:, :-1]).any(axis=1)
    found: Array = numbers[near]
    return found


def reaches(form: str, word: str, edits: int) -> bool:
    """Tell whether so many edits suffice. Cost: grows fourfold with each edit.

    Letters that agree at the beginning are never worth an edit, so only the first that differ
    need be tried.
    """
    if form == word:
        return True
    if not edits:
        return False
    at, shorter = 0, min(len(form), len(word))
    while at < shorter and form[at] == word[at]:
        at += 1
    if at == shorter:
        return abs(len(form) - len(word)) <= edits
    left, right = form[at:], word[at:]
    if edits == 1:
        size = len(left) - len(right)
        if size:
            return abs(size) == 1 and (left[1:] == right if size > 0 else left == right[1:])
        return left[1:] == right[1:] or (left[:2] == right[1::-1] and left[2:] == right[2:])
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
