"""Finding quotations by their quotation marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_DOUBLE = re.compile('[“”„«»"]')
_SINGLE = re.compile(r"(?<![^\s(\[—–-])['‘](?=\w)|(?<=\S)['’](?=[\s.,;:!?)\]—–]|\Z)")
_PAIRS = {"“": '”“"', "„": "“”", "«": "»", '"': '"”', "”": "”", "»": "«"}


class Quotation(NamedTuple):
    """The text between two marks, `text[start:stop]`; `closed` unless no mark closes it."""

    start: int
    stop: int
    closed: bool


def find_quotations(text: str, *, inside: bool = False) -> tuple[Quotation, ...]:
    """Give the quotations in a paragraph, in order; they never overlap and are never empty.

    With `inside` the paragraph before ended in a quotation that nothing closed; it goes on
    if this one closes it before another opens. Quotations within quotations aren't told apart.
    Single marks count where there are no double ones. A mark that nothing closes counts if it
    is the last: newspapers close a quotation of several paragraphs at its end only. Cost:
    linear.
    """
    found = [one for one in _double(text, inside=inside) if text[one.start : one.stop].strip()]
    return tuple(found) or tuple(_single(text))


def _double(text: str, *, inside: bool) -> Iterator[Quotation]:
    begin: int | None = None
    closing = ""
    for mark in _DOUBLE.finditer(text):
        place, sign = mark.start(), mark[0]
        opens = _may_open(text, place)
        closes = _may_close(text, place)
        if begin is None and inside and closes and not opens and sign in '”"»':
            yield Quotation(0, place, closed=True)
        elif begin is not None and sign in closing and closes:
            yield Quotation(begin, place, closed=True)
            begin = None
        elif opens and sign in _PAIRS:
            begin, closing = place + 1, _PAIRS[sign]
        inside = False
    if begin is not None and begin < len(text):
        yield Quotation(begin, len(text), closed=False)


def _may_open(text: str, place: int) -> bool:
    """Tell whether a mark stands where a quotation may begin."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return bool(after) and not after.isspace() and not (before.isalnum() or before in {",", "."})


def _may_close(text: str, place: int) -> bool:
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return bool(before) and not before.isspace() and not after.isalnum()


def _single(text: str) -> Iterator[Quotation]:
    """Yield what stands between single marks, where they can't be apostrophes."""
    begin: int | None = None
    for mark in _SINGLE.finditer(text):
        place = mark.start()
        opens = text[place + 1 : place + 2].isalnum()
        if opens:
            begin = place + 1
        elif begin is not None:
            yield Quotation(begin, place, closed=True)
            begin = None
