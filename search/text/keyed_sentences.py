"""Sentences by keys, by which the same one is known in other articles, and what to leave out of a story."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from search.text.span import Span

NO_KEY = 0
"""Stands for a sentence that isn't to be known again: a quotation, or nothing but signs."""
_MARK = re.compile(r"[\"“”„«»「」『』]")
_OPENING = frozenset("„「『")
_CLOSING = frozenset("”」』")
_EDGES = " \t.,:;!?…—–-•·*|>'’"
OWN_LENGTH = 6
"""Words from which a sentence that recurs amid others is a copy, and no chance."""


class KeyedSentence(NamedTuple):
    """A sentence of a story, as it is known again in other articles.

    Attributes:
        key: as `sentence_keys` gives it.
        words: how many it has.
        ends_block: whether it is its block's last.
    """

    key: int
    words: int
    ends_block: bool


def sentence_keys(text: str, spans: Sequence[Span]) -> list[int]:
    """Give a key of 32 bits for each sentence of a paragraph, or `NO_KEY`.

    Case and what stands at the edges make no difference. What is quoted, wholly or in part, is
    what somebody said and has no key. Cost: linear, some hundred nanoseconds a sentence.

    Args:
        text: the paragraph.
        spans: its sentences, in order, as `sentences` gives them.
    """
    keys = []
    within = False
    marked = _MARK.search(text) is not None
    for start, stop in spans:
        said = text[start:stop]
        if marked:
            marks = _MARK.findall(said)
            quoted = within or bool(marks)
            within = _left_open(marks, within=within)
            if quoted:
                keys.append(NO_KEY)
                continue
        plain = said.strip(_EDGES).lower()
        keys.append(crc32(plain.encode("utf-8", "replace")) if plain else NO_KEY)
    return keys


def _left_open(marks: Sequence[str], *, within: bool) -> bool:
    """Tell whether a quotation goes on after a sentence with these marks.

    Those that open in one language and close in another open what isn't open, and close what is.
    """
    for mark in marks:
        within = mark in _OPENING or (mark not in _CLOSING and not within)
    return within


def left_out(sentences: Sequence[KeyedSentence], standing: Callable[[int], bool]) -> list[bool]:
    """Tell of each sentence of a story whether to leave it out of what the story says.

    A block all of whose sentences recur is; amid others, a sentence of six words and more is.

    Args:
        sentences: of the story, in order.
        standing: tells of a key whether such sentences recur in the source.
    """
    found = [bool(one.words) and standing(one.key) for one in sentences]
    begin = 0
    for place, one in enumerate(sentences):
        if one.ends_block:
            block = range(begin, place + 1)
            whole = all(found[i] for i in block if sentences[i].words)
            for i in block:
                found[i] = found[i] and (whole or sentences[i].words >= OWN_LENGTH)
            begin = place + 1
    return found
