"""Sentences: the unit of comparison."""

from __future__ import annotations

import re

from search.text.span import Span

_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen col lt capt sgt cmdr adm maj rev fr hon sen rep gov pres st mt ft "
    "jr sr inc ltd co corp bros vs etc no nos vol fig approx dept est min max ave blvd "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun "
    "al ed eds pp cf ca messrs mmes supt det insp hr hrs lb oz mph ret a.m p.m".split()
)
# Abbreviations that often end a sentence too: a capital after them decides.
_EITHER = frozenset("inc ltd co corp bros jr sr etc al a.m p.m".split())
_STOP = re.compile(r"(?:[.!?…]+|[。！？｡]+)[\"'”’»)\]]*")
_OPENERS = "\"'“‘«([—–-¿¡"
_INITIAL = re.compile(r"(?:^|[\s(\"'“‘.-])[A-Z]$")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]$")
_LAST_WORD = re.compile(r"[^\s(\"'“‘—–\[]+$")


def sentences(text: str) -> tuple[Span, ...]:
    """Split one paragraph into sentences, in order.

    The spans cover every character that isn't space between sentences; they never overlap and
    never begin or end with space. A text without any letter or sign gives an empty tuple.
    A stop after an abbreviation, an initial or inside a number or an address ends nothing;
    a quotation closed after its stop belongs to the sentence it closes. Cost: linear.
    """
    found: list[Span] = []
    begin = 0
    for stop in _STOP.finditer(text):
        if stop.start() >= begin and _ends(text, begin, stop):
            found.append(_trim(text, begin, stop.end()))
            begin = stop.end()
    found.append(_trim(text, begin, len(text)))
    return tuple(span for span in found if span.start < span.stop)


def _trim(text: str, start: int, stop: int) -> Span:
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return Span(start, stop)


def _ends(text: str, begin: int, stop: re.Match[str]) -> bool:
    """Tell whether the stop closes a sentence, from what stands on both its sides."""
    after = stop.end()
    mark = stop[0]
    if mark[0] in "。！？｡":
        return True
    if after >= len(text):
        return True
    if not text[after].isspace():
        return False
    following = text[after : after + 80].lstrip()
    if not following:
        return True
    head = following.lstrip(_OPENERS).lstrip()[:1]
    if head.islower():
        return False
    if mark.startswith((".", "…")) and mark.rstrip("\"'”’»)]") == ".":
        return _full_stop(text[max(begin, stop.start() - 40) : stop.start()], head, mark)
    if mark.startswith(("...", "…")):
        return head.isupper() or following[:1] in _OPENERS
    return True


def _full_stop(before: str, head: str, mark: str) -> bool:
    """Tell whether a single full stop after `before` ends its sentence."""
    if len(mark) > 1:
        return True  # closed by a quotation mark or a bracket
    last = _LAST_WORD.search(before)
    if last is None:
        return True
    word = last[0]
    lowered = word.lower()
    if lowered in _EITHER:
        return head.isupper() and lowered not in {"jr", "sr"}
    if lowered in _ABBREVIATIONS:
        return lowered == "no" and not head.isdigit()
    if _INITIAL.search(before[: last.start()] + word) and len(word) == 1 and word != "I":
        return False
    if _DOTTED.search(word):  # U.S. and its like go on more often than they end
        return False
    return True
