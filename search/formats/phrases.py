"""Finding any of many set phrases in a line, in time that doesn't grow with their number."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_WORD = re.compile(r"\w+|[©℗@←→]")
T = TypeVar("T")


class PhraseFound(NamedTuple, Generic[T]):
    """A phrase where it stands: half-open, in code points, and what it means."""

    start: int
    stop: int
    phrase: str
    meaning: T


class PhraseBook(Generic[T]):
    """Set phrases and what each means; they match as they are spelt, at word boundaries."""

    def __init__(self, meanings: Mapping[str, T]) -> None:
        """Take phrase to meaning; a phrase without any word is never found."""
        self._by_first_word: dict[str, list[tuple[str, T]]] = defaultdict(list)
        for phrase in sorted(meanings, key=len, reverse=True):
            if first := _WORD.match(phrase):
                self._by_first_word[first[0]].append((phrase, meanings[phrase]))

    def find(self, line: str) -> Iterator[PhraseFound[T]]:
        """Yield the phrases of a line in order, the longest where several begin; none overlap."""
        done = 0
        for word in _WORD.finditer(line):
            start = word.start()
            if start < done or word[0] not in self._by_first_word:
                continue
            for phrase, meaning in self._by_first_word[word[0]]:
                stop = start + len(phrase)
                if line.startswith(phrase, start) and not (
                    phrase[-1].isalnum() and line[stop : stop + 1].isalnum()
                ):
                    yield PhraseFound(start, stop, phrase, meaning)
                    done = stop
                    break
