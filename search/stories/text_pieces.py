"""A text split at spaces; each distinct piece is tokenized once and memoised."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from search.memo import Memo
from search.text import forms, is_stop, sentences, stem, tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.text import Span

_SPACE = " "
_EDGES = "\"'“”‘’()[].,;:!?…—–-"

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


@cache
def _memo(rules: str) -> Memo[Piece]:
    """Give the pieces by what they say, as one set of rules stems them."""
    known = Memo(lambda said: _read(said, rules, known))
    return known


def _read(said: str, rules: str, known: Memo[Piece]) -> Piece:
    plain = said.strip(_EDGES)
    if plain.isascii() and plain.isalnum():
        if len(plain) < len(said):
            word = known[plain]  # the marks around a word change nothing in it
            words, count = word.words, word.count
        else:
            words, count = _plain_words(plain, rules)
        opens, closes = said[0] == plain[0], said[-1] == plain[-1]
        return Piece(words, range(len(words)), count, opens=opens, closes=closes)
    tokens = list(tokenize(said))
    written = [said[token.start : token.stop] for token in tokens]
    places = [
        i
        for i, (token, form) in enumerate(zip(tokens, written, strict=True))
        if not is_stop(token.form, form, rules)
    ]
    return Piece(
        [(stem(tokens[i].form, rules), written[i]) for i in places],
        places,
        len(tokens),
        opens=bool(tokens) and tokens[0].start == 0,
        closes=bool(tokens) and tokens[-1].stop == len(said),
    )


def _plain_words(plain: str, rules: str) -> tuple[tuple[Word, ...], int]:
    """Give the content words of plain letters and digits, and the count of all."""
    read = forms(plain)
    words = [(stem(form, rules), plain) for form in read if not is_stop(form, plain, rules)]
    return tuple(words), len(read)


def pieces(text: str, rules: str = "") -> tuple[list[Piece], list[int], tuple[Span, ...]]:
    """Give the pieces of a text in order, the places of those that begin a sentence, and these.

    `rules` is what `stemmer` gave for the language of the text. Cost: linear; a look at what is
    known for each piece that came before.
    """
    read = _memo(rules).__getitem__
    found: list[Piece] = []
    begins: list[int] = []
    spans = sentences(text)
    for start, stop in spans:
        begins.append(len(found))
        found += map(read, text[start:stop].split(_SPACE))
    return found, begins, spans
