"""Text wrapped by hand: its lines joined to paragraphs again.

Mail, terminals, readers of feeds, books as plain text and columns read by OCR break their lines at
one width. Such a text goes on in the middle of sentences where a line ends, and each of those
lines is as full as the next word allows.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from search.page.authors import byline_names
from search.page.wrapping.broken_words import WordsSeen, rejoined

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WIDEST = 160
_NARROWEST = 25
_LEAST_FLOWS = 3
_USUAL = range(50, 101)
"""Columns that fewer lines are believed to have been wrapped at."""
_FULL_SHARE = 0.9
_STRICT_SHARE = 0.97
_RAGGED = 8
"""Letters of a printed column differ in width: its lines do by an eighth."""
_OUTLIERS = 20
"""One line in so many may be longer than the width: an address has no place to break at."""
_NARROWER = 0.8
"""Which part of the width a quotation has at most that is set narrower."""
_HYPHEN_ROOM = 0.75
"""How full a line is at least that ends inside a word."""

_ENDS = re.compile(r"[.!?…。！？؟।:][\"'”’»)\]]*$")
_OPENING = "\"'“‘«„(["
_BULLET = re.compile(r"(?:[•·▪◦‣●○■□▶►*–—-]|\(?\d{1,3}[.)]|[a-z][.)])\s")
_QUOTED = re.compile(r"(?:>\s?)+")
_ADDRESS = re.compile(r"(?:https?:|www\.)", re.IGNORECASE)
_LABEL = re.compile(r"[^\W\d_][\w -]{0,19}:\s")
_WIDE = re.compile(
    r"[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]"
)


class Row(NamedTuple):
    """A line of a file that has something on it.

    Attributes:
        number: where it stands in the file, from 1.
        text: never empty, single spaces.
        gap: whether a blank line, a page break or the beginning stands before it.
        indent: how many spaces stand before its text.
    """

    number: int
    text: str
    gap: bool
    indent: int = 0


class _Pair(NamedTuple):
    """Two rows in a row, without or with a blank line between.

    Attributes:
        columns: how far the first one reaches.
        next_word: how many columns the second one's first word takes.
        flows: whether the second one goes on with the first one's sentence, by its looks.
        hyphen: whether the first one ends inside a word.
        ends: whether the first one ends as a sentence does.
    """

    columns: int
    next_word: int
    flows: bool
    hyphen: bool
    ends: bool


class _Width(NamedTuple):
    """The width that a text was wrapped at.

    Attributes:
        columns: how many it has.
        slack: by how many its lines may miss that.
        sure: whether so many lines tell it that others which fill it are believed to go on too.
    """

    columns: int
    slack: int
    sure: bool = True

    def fills(self, pair: _Pair) -> bool:
        """Tell whether a line is so full that the next word had no place on it."""
        if pair.columns > self.columns + max(self.slack, 1):
            return False
        if pair.hyphen:
            return pair.columns > self.columns * _HYPHEN_ROOM
        return pair.columns + 1 + pair.next_word > self.columns - self.slack


def unwrap(rows: Sequence[Row]) -> list[Row] | None:
    """Join the rows of paragraphs; None if the text was not wrapped by hand.

    A paragraph ends at a blank line, before a line that is indented more than the rest, before a
    bullet, and after a line that is too short to have been wrapped. What is no prose between two
    blank lines, such as the lines of a head, stays as it is. Cost: linear.
    """
    if not any(_flows(a, b) for a, b in pairwise(rows)):
        return None
    pairs = [_pair(a, b) for a, b in pairwise(rows)]
    runs = [(start, stop, pairs[start : stop - 1]) for start, stop in _runs(rows)]
    owns = [_own_width(run) for _, _, run in runs]
    width = _width(_at_the_margin(pairs, runs, owns))
    if width is None:
        return None
    base = Counter(b.indent for pair, b in zip(pairs, rows[1:], strict=True) if pair.flows)
    usual = base.most_common(1)[0][0]
    goes_on: list[bool] = []
    for (start, stop, run), narrow in zip(runs, owns, strict=True):
        goes_on.append(start > 0 and _over_gap(rows, pairs[start - 1], start, width))
        own = narrow or width
        if _is_prose(run, own):
            indent = _base_indent(rows[start:stop], run, usual)
            listed = bool(_BULLET.match(rows[start].text))
            goes_on.extend(
                _joins(rows, run[i], start + i + 1, own, indent, listed=listed)
                for i in range(len(run))
            )
        else:
            goes_on.extend([False] * len(run))
    return _joined(rows, goes_on)


def _pair(a: Row, b: Row) -> _Pair:
    ends, flows = _ends(a), _flows(a, b)
    hyphen = flows and len(a.text) > 1 and a.text[-1] in "-‐" and a.text[-2].isalpha()
    first = b.text.partition(" ")[0]
    if not first.isascii() and _WIDE.match(first):
        first = first[0]
    return _Pair(a.indent + _cells(a.text), _cells(first), flows, hyphen, ends)


def _flows(a: Row, b: Row) -> bool:
    """Tell whether a row goes on with the sentence of the one before, by its first letter.

    Among capitals, and in scripts without any, no letter tells, nor does that of an address.
    """
    text = b.text
    said = text[0]
    if not said.isalpha():
        said = _QUOTED.sub("", text, count=1).lstrip(_OPENING)[:1]
    if said.islower():
        return not _ADDRESS.match(text) and not _ends(a)
    if b.gap or not said.isalpha():
        return False
    caseless = said.lower() == said.upper()
    return (caseless or (text.isupper() and a.text.isupper())) and not _ends(a)


def _ends(row: Row) -> bool:
    return bool(_ENDS.search(row.text[-8:]))


def _cells(text: str) -> int:
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


def _width(flows: Sequence[_Pair]) -> _Width | None:
    """Give the width that nearly all lines fill that end inside a sentence, or None."""
    reaches = sorted(pair.columns for pair in flows)
    if len(flows) < _LEAST_FLOWS:
        width = _Width(reaches[-1], 0, sure=False) if flows else None
        return width if width and width.columns in _USUAL and all(map(width.fills, flows)) else None
    columns = reaches[-1 - len(reaches) // _OUTLIERS]
    if not _NARROWEST <= columns <= _WIDEST:
        return None
    for slack, share in ((0, _STRICT_SHARE), (columns // _RAGGED, _FULL_SHARE)):
        width = _Width(columns, slack)
        if sum(map(width.fills, flows)) >= share * (len(flows) - len(flows) // _OUTLIERS):
            return width
    return None


def _at_the_margin(
    pairs: Sequence[_Pair],
    runs: Sequence[tuple[int, int, Sequence[_Pair]]],
    owns: Sequence[_Width | None],
) -> list[_Pair]:
    """Give the pairs that flow, but for quotations and the like that are set narrower."""
    most = max((pair.columns for pair in pairs if pair.flows), default=0)
    flows: list[_Pair] = []
    for (start, _, run), own in zip(runs, owns, strict=True):
        if start > 0 and pairs[start - 1].flows:
            flows.append(pairs[start - 1])
        if own is None or own.columns > most * _NARROWER:
            flows.extend(pair for pair in run if pair.flows)
    return flows


def _own_width(run: Sequence[_Pair]) -> _Width | None:
    """Give the width of lines that are set narrower than the rest, if they fill just one."""
    if sum(pair.flows for pair in run) < _LEAST_FLOWS - 1:
        return None
    columns = max(pair.columns for pair in run)
    width = _Width(columns, 0)
    return width if columns >= _NARROWEST and all(map(width.fills, run)) else None


def _runs(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """Yield where the rows begin and end that no blank line parts."""
    start = 0
    for place in range(1, len(rows) + 1):
        if place == len(rows) or rows[place].gap:
            yield start, place
            start = place


def _is_prose(run: Sequence[_Pair], width: _Width) -> bool:
    """Tell whether more lines of a run are full than end short inside a sentence."""
    if not (width.sure or any(pair.flows for pair in run)):
        return False
    full = sum(map(width.fills, run))
    short = sum(not width.fills(pair) and not pair.ends for pair in run)
    return full > short


def _base_indent(rows: Sequence[Row], run: Sequence[_Pair], usual: int) -> int:
    """Give by how much the lines of a run are indented that begin no paragraph."""
    found = Counter(row.indent for pair, row in zip(run, rows[1:], strict=True) if pair.flows)
    return found.most_common(1)[0][0] if found else usual


def _over_gap(rows: Sequence[Row], pair: _Pair, place: int, width: _Width) -> bool:
    """Tell whether a paragraph goes on behind a blank line or a page break."""
    return width.sure and pair.flows and width.fills(pair) and not _BULLET.match(rows[place].text)


def _joins(
    rows: Sequence[Row], pair: _Pair, place: int, width: _Width, indent: int, *, listed: bool
) -> bool:
    """Tell whether a row goes on with the paragraph of the row before it."""
    text, full = rows[place].text, width.fills(pair)
    apart = pair.ends or not full
    if _BULLET.match(text) and (apart or listed):
        return False
    if rows[place].indent > indent and apart and not listed:
        return False
    if not pair.flows and (byline_names(text) or _LABEL.match(text)):
        return False
    return full or pair.flows


def _joined(rows: Sequence[Row], goes_on: Sequence[bool]) -> list[Row]:
    seen = WordsSeen([row.text for row in rows])
    paragraphs: list[tuple[Row, list[str]]] = []
    for row, joins in zip(rows, goes_on, strict=True):
        if joins and paragraphs:
            first, parts = paragraphs[-1]
            if _QUOTED.match(first.text):  # mail that cites mail marks each line
                parts[0] = _QUOTED.sub("", first.text, count=1) or parts[0]
                parts.append(_QUOTED.sub("", row.text, count=1) or row.text)
            else:
                parts.append(row.text)
        else:
            paragraphs.append((row, [row.text]))
    long = [len(parts) > 1 for _, parts in paragraphs]
    return [
        # Paragraphs told apart by nothing but their indents stand apart all the same.
        Row(row.number, rejoined(parts, seen), row.gap or long[i] or long[i - 1], row.indent)
        for i, (row, parts) in enumerate(paragraphs)
    ]
