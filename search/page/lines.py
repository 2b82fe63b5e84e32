"""The lines of a page and their features."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from search.page.line_measures import measure_line
from search.page.wrapping.hand_wrapped import Row, unwrap
from search.text.clean import one_line

_IDEOGRAPHS = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
_SENTENCE_END = re.compile(r"(?:[.!?…。！？؟।][\"'”’»)\]\s]*|[”»])(?:\s?\[\d+\])?$")
_SHORT = 80
"""Characters of a line that may well come again."""
_MAY_END = frozenset(".!?…。！？؟।\"'”’»)]")
# The sign first, so that what lies between signs is passed over at a run.
_SENTENCE_BREAK = re.compile(
    r"[.!?…。！？؟।](?:(?<=[。！？؟।])"
    r"|(?<=[^\W\d_]{2}[.!?…])[\"”’»)\]]* [\"“‘«(]?[^\W\d_])"
)
_WORD = re.compile(r"\w+")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_INK = re.compile(r"[^\W_]|[^\w\s!-/:-@\[-`{-~]")
_IDEOGRAPHS_A_WORD = 2

_LEAST_GAPS = 0.1


class Line(NamedTuple):
    """One line of a page, or one paragraph of a hard-wrapped text.

    Attributes:
        number: where it begins in the file, from 1.
        text: never empty, single spaces.
        gap: whether a blank line, a page break or the beginning stands before it.
        words: how many; two ideographs count as one.
        small: the share of words, numbers aside, that don't begin with a capital, 0 to 1.
        ends: whether it ends as a sentence does.
        breaks: whether one sentence ends and another begins inside it.
        cues: the most that its words can weigh as boilerplate; see `cue_weight`.
        credits: whether it has a word that a picture's credit is known by.
        dates: whether a date could stand in it, but for its year.
        outlets: whether it has a word that an outlet's name is known by.
    """

    number: int
    text: str
    gap: bool
    words: int
    small: float
    ends: bool
    breaks: bool
    cues: int
    credits: bool
    dates: bool
    outlets: bool


def split_lines(text: str, first: int = 1) -> list[Line]:
    r"""Split cleaned text into its lines that have something on them.

    A text wrapped by hand has its paragraphs joined again; see `unwrap`.

    Args:
        text: with `\n` and `\f` as its only controls.
        first: the number of its first line in the file.
    """
    rows = _rows(text, first)
    paragraphs = unwrap(rows)
    if paragraphs is None:
        paragraphs = rows
        if sum(row.gap for row in rows) < _LEAST_GAPS * len(rows):
            paragraphs = [row._replace(gap=True) for row in rows]  # a line is a paragraph here
    return [line_of(row.number, row.text, gap=row.gap) for row in paragraphs]


def _rows(text: str, first: int) -> list[Row]:
    rows: list[Row] = []
    gap = True
    for number, row in enumerate(text.split("\n"), first):
        for place, part in enumerate(row.split("\f")):
            gap = gap or place > 0
            bare = part.strip()
            if bare and bare != ">":  # mail that cites mail marks its blank lines too
                indent = len(part) - len(part.lstrip())
                rows.append(Row(number, one_line(bare) if "  " in bare else bare, gap, indent))
                gap = False
            else:
                gap = True
    return rows


def line_of(number: int, text: str, *, gap: bool) -> Line:
    """Measure a line; `text` is not empty and has single spaces."""
    said = _short(text) if len(text) <= _SHORT else _measured(text)
    return Line(number, text, gap, *said)


def _measured(text: str) -> tuple[int, float, bool, bool, int, bool, bool, bool]:
    """Give all of a line that its text tells, in the order of `Line`."""
    words, spelt, small, cues, credited, dates, outlets = measure_line(text)
    if not text.isascii():
        words += len(_IDEOGRAPHS.findall(text)) // _IDEOGRAPHS_A_WORD
    return (
        words,
        small / spelt if spelt else 0.0,
        text[-1] in _MAY_END and bool(_SENTENCE_END.search(text[-12:])),
        bool(_SENTENCE_BREAK.search(text)),
        cues,
        credited > 0,
        dates > 0,
        outlets > 0,
    )


_short = lru_cache(maxsize=1 << 14)(_measured)
"""The links and headings of a page stand on all pages of its outlet."""


def words_of(text: str) -> list[str]:
    """Give the words of a text, whatever their case, quotes and stops."""
    return _WORD.findall(text.casefold())


def content_words(text: str) -> frozenset[str]:
    """Give the beginnings, of six letters, of a text's words of four letters or more."""
    return frozenset([word.lower()[:6] for word in _LONG_WORD.findall(text)])


def has_words(text: str, words: list[str]) -> bool:
    """Tell whether a text has just these words; see `words_of`."""
    first = _WORD.search(text)
    if first and first[0].isascii() and words[:1] != [first[0].lower()]:
        return False  # nearly always; and most texts are longer than their first word
    return words_of(text) == words


def has_ink(text: str) -> bool:
    """Tell whether a line has any letter, digit or sign beyond plain punctuation."""
    return bool(_INK.search(text))
