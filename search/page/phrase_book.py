"""Finding any of many set phrases in a line, in time independent of their number."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_WORD = re.compile(r"\w+|[©℗@←→]")
_TOKEN = re.compile(r"[^\W_]+|[©℗@←→]")
T = TypeVar("T")


def tokens(text: str) -> list[str]:
    """Give the runs of letters and digits of a text, and its telling signs, in order."""
    return _TOKEN.findall(text)


def key(phrase: str) -> str:
    """Give the token by which a phrase is known: its longest, as the one that is rarest.

    A text without that token doesn't have the phrase. Empty if the phrase has no token.
    """
    return max(tokens(phrase), key=len, default="")


class PhraseFound(NamedTuple, Generic[T]):
    """A phrase where it stands: half-open, in code points, and what it means."""

    start: int
    stop: int
    phrase: str
    meaning: T


class PhraseBook(Generic[T]):
    """Set phrases and what each means; they match as they are spelt, at word boundaries.

    `keys` are tokens of which every phrase has one: a text with none of them has no phrase.
    """

    def __init__(self, meanings: Mapping[str, T]) -> None:
        """Take phrase to meaning; a phrase without any word is never found."""
        self.keys = frozenset(map(key, meanings))
        self._by_key: dict[str, list[tuple[str, T]]] = defaultdict(list)
        for phrase, meaning in meanings.items():
            self._by_key[key(phrase)].append((phrase, meaning))
        self._by_first_word: dict[str, list[tuple[str, T]]] = defaultdict(list)
        for phrase in sorted(meanings, key=len, reverse=True):
            if first := _WORD.match(phrase):
                self._by_first_word[first[0]].append((phrase, meanings[phrase]))

    def standing(self, line: str) -> list[T]:
        """Give what the phrases mean that stand in a line, at word boundaries or not.

        `find` gives no others; this is far quicker.
        """
        known = self.keys.intersection(tokens(line))
        return [
            meaning for token in known for phrase, meaning in self._by_key[token] if phrase in line
        ]

    def find(self, line: str) -> Iterator[PhraseFound[T]]:
        """Yield the phrases of a line in order, the longest where several begin; none overlap."""
        if not self.standing(line):
            return
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
