"""A text in the pieces between its spaces, each read once for all the articles it stands in."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from search.text import forms, is_stop, sentences, stem, tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

_SPACE = " "
_EDGES = "\"'“”‘’()[].,;:!?…—–-"
_MOST = 1 << 16
"""Pieces kept at hand; an article has some two hundred that the ones before it hadn't."""
_LONGEST = 40
"""Characters of a piece worth keeping: a longer one hardly comes again."""


Word: TypeAlias = tuple[str, str]
"""A content word: its stem, and how it is written."""


class Piece:
    """What stands between two spaces; no word reaches across one. Equal only to itself.

    Attributes:
        words: its content words, in order.
        places: which of all words each is, from 0.
        count: how many words there are, stop words too.
        head: the word it begins with, if that is a content word with a capital.
        tail: the word it ends with, likewise.
        opening: whether the first of `words` begins it.
        alone: whether it is one word from its beginning to its end, or that and signs after it.
    """

    __slots__ = ("alone", "count", "head", "opening", "places", "tail", "words")

    def __init__(
        self,
        words: Sequence[Word],
        places: Sequence[int],
        count: int,
        *,
        opens: bool,
        closes: bool,
    ) -> None:
        """Take the content words, their places, and whether a word stands at either edge."""
        self.words = tuple(words)
        self.count = count
        self.places = tuple(places)
        self.opening = opens and bool(places) and places[0] == 0
        self.alone = self.opening and count == 1
        self.head = words[0] if self.opening and words[0][1][0].isupper() else None
        ending = closes and bool(places) and places[-1] == count - 1
        self.tail = words[-1] if ending and words[-1][1][0].isupper() else None


class _Pieces(dict[str, Piece]):
    """Pieces by what they say, read when first asked for, by one set of rules for stems."""

    def __init__(self, rules: str) -> None:
        super().__init__()
        self._rules = rules

    def __missing__(self, said: str) -> Piece:
        piece = self._read(said)
        if len(said) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[said] = piece
        return piece

    def _read(self, said: str) -> Piece:
        plain = said.strip(_EDGES)
        if plain.isascii() and plain.isalnum():
            return self._read_word(said, plain)
        tokens = list(tokenize(said))
        written = [said[token.start : token.stop] for token in tokens]
        places = [
            i
            for i, (token, form) in enumerate(zip(tokens, written, strict=True))
            if not is_stop(token.form, form, self._rules)
        ]
        return Piece(
            [(stem(tokens[i].form, self._rules), written[i]) for i in places],
            places,
            len(tokens),
            opens=bool(tokens) and tokens[0].start == 0,
            closes=bool(tokens) and tokens[-1].stop == len(said),
        )

    def _read_word(self, said: str, plain: str) -> Piece:
        """Read one plain word, perhaps with marks around it, which change nothing in it."""
        if len(plain) < len(said):
            known = self[plain]
            words, count = known.words, known.count
        else:
            read, rules = forms(plain), self._rules
            count = len(read)
            words = tuple(
                [(stem(form, rules), plain) for form in read if not is_stop(form, plain, rules)]
            )
        return Piece(
            words,
            range(len(words)),
            count,
            opens=said[0] == plain[0],
            closes=said[-1] == plain[-1],
        )


@cache
def _known(rules: str) -> _Pieces:
    return _Pieces(rules)


def pieces(text: str, rules: str = "") -> tuple[list[Piece], list[int]]:
    """Give the pieces of a text in order, and the places of those that begin a sentence.

    `rules` is what `stemmer` gave for the language of the text. Cost: linear; a look at what is known for each piece that came before.
    """
    read = _known(rules).__getitem__
    found: list[Piece] = []
    begins: list[int] = []
    for start, stop in sentences(text):
        begins.append(len(found))
        found += map(read, text[start:stop].split(_SPACE))
    return found, begins
