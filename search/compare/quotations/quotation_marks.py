"""Finding quotations by their quotation marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_DOUBLE = re.compile("[“”„«»\"「」『』]|''|``")
_SINGLE = re.compile(r"(?<![^\s(\[—–-])['‘](?=\w)|(?<=\S)['’](?=[\s.,;:!?)\]—–]|\Z)")
_PAIRS = {
    "“": '”“"', "„": "“”", "«": "»", '"': '"”', "”": "”", "»": "«",
    "「": "」", "『": "』", "''": ("''",), "``": ("''", '"', "”"),
}  # fmt: skip
_CLOSING_ALONE = frozenset('”"»」』') | {"''"}
_CORNERS = frozenset("「」『』")
_EAST_ASIAN = "\u2e80"
"""The first sign of the scripts of China, Japan and Korea."""
_NICKNAME = re.compile(r"(?<=\w )(?:[“\"][A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)?[”\"])(?= [A-Z])")


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
    if _DOUBLE.search(text) is not None:
        double = _double(text, inside=inside)
        found = tuple(one for one in double if text[one.start : one.stop].strip())
        if found:
            return found
    return tuple(_single(text)) if "'" in text or "‘" in text else ()


def _double(text: str, *, inside: bool) -> Iterator[Quotation]:
    begin: int | None = None
    closing: Collection[str] = ""
    nicknames = {
        place for one in _NICKNAME.finditer(text) for place in (one.start(), one.end() - 1)
    }
    for mark in _DOUBLE.finditer(text):
        if mark.start() in nicknames:
            continue
        opens, closes = _may_open(text, mark), _may_close(text, mark)
        if begin is None and inside and closes and not opens and mark[0] in _CLOSING_ALONE:
            yield Quotation(0, mark.start(), closed=True)
        elif begin is not None and mark[0] in closing and closes:
            yield Quotation(begin, mark.start(), closed=True)
            begin = None
        elif opens and mark[0] in _PAIRS and not (begin is not None and mark[0] in _CORNERS):
            begin, closing = mark.end(), _PAIRS[mark[0]]
        inside = False
    if begin is not None and begin < len(text):
        yield Quotation(begin, len(text), closed=False)


def _may_open(text: str, mark: re.Match[str]) -> bool:
    """Tell whether a mark stands where a quotation may begin.

    French writes a space within its guillemets, so « before one opens; German turns them round, and
    writes none. Corner brackets open wherever they stand.
    """
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    if mark[0] in _CORNERS:
        return mark[0] in "「『"
    if not after or _is_letter(before) or before in {",", "."}:
        return False
    return not after.isspace() or (mark[0] == "«" and (not before or not before.isalnum()))


def _may_close(text: str, mark: re.Match[str]) -> bool:
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    if mark[0] in _CORNERS:
        return mark[0] in "」』"
    if not before or _is_letter(after):
        return False
    return not before.isspace() or mark[0] == "»"


def _is_letter(sign: str) -> bool:
    """Tell whether a sign is a letter or a digit of a script that parts words by spaces.

    In Chinese and Japanese no space stands around a quotation, and in Korean a particle follows it.
    """
    return sign.isalnum() and sign < _EAST_ASIAN


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
