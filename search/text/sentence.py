"""Splitting paragraphs into sentences."""

from __future__ import annotations

import re

from search.text.full_stop import abbreviations, ends_sentence, glued_ends
from search.text.span import Span

_CLOSERS = "\"'”’»)\\]"
_SPACED = ".!?…؟۔"
"""Stops that a space follows, of Latin and Arabic scripts."""
_FINAL = "。！？｡।॥։።།"
"""Stops that end a sentence whatever follows: Chinese and Japanese, Indic, Armenian and others."""
# One class of signs first, so that what lies between stops is passed over at a run.
_STOP = re.compile(
    rf"""[{_SPACED}{_FINAL}]
        (?:(?<=\.)(?:[ \u00a0]\.)+[{_CLOSERS}]*    # an ellipsis set with spaces
        |(?<=[{_SPACED}])[{_SPACED}]*[{_CLOSERS}]*
        |[{_FINAL}]*[{_CLOSERS}」』）]*)
        (?:\[\d+\])*                              # a footnote's mark
        (?:\s["”»](?=[\s,;:]|$))?                 # a closing mark set off by a space
    """,
    re.VERBOSE,
)
_OPENERS = "\"'“‘«([—–-¿¡ \t\u00a0"
_OPENS_ALONE = "“„«"
"""Marks that close nothing after a full stop."""
_SAID = re.compile(
    r"(?:[^\W\d_][\w’'.-]*\s){1,4}?(?:said|says|asked|asks|told|added|wrote|tweeted|replied|"
    r"shouted|cried|exclaimed|wondered|joked|quipped)\b"
)
_BEFORE = 40
_AFTER = 80


def sentences(text: str) -> tuple[Span, ...]:
    """Split one paragraph into sentences, in order.

    The spans cover every character that isn't space between sentences; they never overlap and
    never begin or end with space. A text without any letter or sign gives an empty tuple.
    A stop after an abbreviation, an initial, an ordinal or the number of an item, or inside a
    number or an address ends nothing; one that a space doesn't follow may, as in scraped texts;
    a quotation closed after its stop belongs to the sentence it closes. Cost: linear.
    """
    found: list[Span] = []
    begin = 0
    for stop in _STOP.finditer(text):
        at, after = stop.span()
        if _plainly_ends(text, begin, at, after) or _ends(text, begin, stop):
            found.append(_trim(text, begin, after))
            begin = after
    if rest := text[begin:].strip():
        at = text.index(rest, begin)
        found.append(Span(at, at + len(rest)))
    return tuple(found)


def _trim(text: str, start: int, stop: int) -> Span:
    """Leave out the space before; a stop is the last of its sentence."""
    while text[start].isspace():
        start += 1
    return Span(start, stop)


def _plainly_ends(text: str, begin: int, at: int, after: int) -> bool:
    """Tell whether a stop is the last of all, or stands between a whole word and a capital.

    Most do; `_ends` would say the same of them, but looks at more.
    """
    if after == len(text):
        return True
    if after - at > 1 or text[at] != "." or text[after] != " ":
        return False
    word = text[max(begin, at - _BEFORE) : at].rpartition(" ")[2]
    return (
        len(word) > 3  # noqa: PLR2004 - as many letters may be Pr or Bgm
        and text[after + 1 : after + 2].isupper()
        and word.isalpha()
        and word.lower() not in abbreviations()
    )


def _ends(text: str, begin: int, stop: re.Match[str]) -> bool:
    """Tell whether the stop closes a sentence, from what stands on both its sides."""
    after = stop.end()
    mark = stop[0]
    if after == len(text) or mark[0] in _FINAL:
        return True
    at = stop.start()
    before = text[max(begin, at - _BEFORE) : at]
    if not text[after].isspace():
        rest = text[after : after + _AFTER]
        rest = rest[1:] if rest[0] in _OPENS_ALONE else rest
        return rest[:1].isupper() and glued_ends(before, rest)
    following = text[after : after + _AFTER].lstrip()
    head = following.lstrip(_OPENERS)
    if following[:1] in {",", ";"}:  # a closing mark set off on both sides
        return False
    if head[:1].islower() and not head[1:2].isupper():  # but iPhone begins a sentence
        return False
    sign = mark.rstrip("\"'”’»)] \t\u00a0")
    if sign == ".":
        if mark.strip(".)]"):  # a quotation ends here
            return True
        return ends_sentence(before, head, opening=at - begin <= _BEFORE)
    if sign[:1] in {".", "…"}:
        return head[:1].isupper() or following[:1] in _OPENERS
    # “Really?” Ms Jones asked.
    return len(mark) == len(sign) or _SAID.match(following) is None
