"""Factiva's exports as text, page or RTF: an article ends with `Document` and its number.

Its fields stand in a fixed order, with their codes (`HD` headline, `WC` count of words, `PD` day,
`SN` paper, `LP` and `TD` text) or without; then the count of words tells where they are.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from search.formats.databases.export_labels import (
    is_copyright,
    is_length,
    label_data,
    language_tag,
)
from search.formats.databases.export_lines import one_paragraph, paragraphs_of
from search.formats.databases.export_record import export_record, first_day
from search.page.authors import byline_names, lone_names
from search.word_lists import alternation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.formats.container import Draft

_WHERE = "Factiva"
_NUMBER = r"[A-Z][A-Z0-9]{2,11}[0-9]{8}[a-z0-9]{5,12}"
_FURNITURE = re.compile(r"(?:page|seite|página)\s\d{1,5}\b.{0,60}(?:factiva|dow jones).*|(?:©|\(c\)|copyright)?\s?\d{4}\s(?:factiva|dow jones).{0,80}", re.IGNORECASE)  # fmt: skip
_TIME = re.compile(r"\d{1,2}:\d\d(?:\s?[AP]M)?(?:\s[A-Z]{2,4})?", re.IGNORECASE)
_CODE = re.compile(r"([A-Z]{2,3})(?=\s|$)[\s\u00a0]*")
_SHORT = 200
"""Characters of a line that may be the end of an article, or of a page."""

_MOST_ABOVE = 8
_LONGEST_HEAD_LINE = 80
_MOST_HEAD = 14
"""Lines from the count of words to the text: day, time, paper, code, edition, page, language."""


def has_factiva(lines: Sequence[str]) -> bool:
    """Tell whether lines are of such an export: the head of an article as there."""
    told = [line.strip() for line in lines]
    if any(_end().fullmatch(line) for line in told):
        return any(is_length(line) or _code(line)[0] == "WC" for line in told)
    return any(_is_count(told, i, line) for i, line in enumerate(told)) and any(
        is_copyright(line) for line in told
    ) and any("factiva" in line.casefold() for line in told)  # fmt: skip


def read_factiva(lines: Sequence[str], width: int) -> list[Draft]:
    """Give the articles of an export. Cost: linear."""
    kept = [
        line for line in lines if not (len(line) <= _SHORT and _FURNITURE.fullmatch(line.strip()))
    ]
    articles: list[Draft] = []
    start = 0
    for i, line in enumerate(kept):
        found = _end().search(line.strip()) if len(line) <= _SHORT else None
        if found:
            articles += _article(kept[start:i], width, found[1])
            start = i + 1
    return articles + _article(kept[start:], width, "")


@cache
def _end() -> re.Pattern[str]:
    words = alternation(label_data("factiva")["document"])
    return re.compile(rf"^(?:AN\s{{1,20}})?(?:{words})\s({_NUMBER})$", re.IGNORECASE)


@cache
def _codes() -> frozenset[str]:
    return frozenset(label_data("factiva")["codes"])


def _code(line: str) -> tuple[str, str]:
    """Part a line into its field's code and the value; a line without one is all value."""
    match = _CODE.match(line)
    if not match or match[1] not in _codes():
        return "", line
    rest = line[match.end() :]
    gap = line[match.end(1) : match.end()]
    # `IN THE END` begins a paragraph: a code stands alone, or well apart
    return (match[1], rest) if not rest or "\t" in gap or len(gap) > 1 else ("", line)


def _article(lines: Sequence[str], width: int, number: str) -> list[Draft]:
    """Give the article that lines hold, none if they hold none."""
    codes = {_code(line.strip())[0] for line in lines}
    if {"HD", "WC"} <= codes or {"HD", "PD"} <= codes:
        return [_coded(lines, width, number)]
    place = next((i for i, line in enumerate(lines) if _is_count(lines, i, line)), None)
    return [] if place is None else [_plain(lines, place, width, number)]


def _is_count(lines: Sequence[str], place: int, line: str) -> bool:
    """Tell whether a line is the count of words of a head: the day follows."""
    return is_length(line) and bool(first_day(next((x for x in lines[place + 1 : place + 4] if x.strip()), "")))  # fmt: skip


def _coded(lines: Sequence[str], width: int, number: str) -> Draft:
    said: dict[str, list[str]] = {}
    code = ""
    for line in lines:
        found, rest = _code(line.strip())
        if found and (found not in said or code == found):
            code = found
            said[code] = [rest]
        elif code:
            said[code].append(line)
    one = {name: one_paragraph(value) for name, value in said.items()}
    fields = {
        "title": one.get("HD", ""),
        "source": one.get("SN", ""),
        "byline": one.get("BY", ""),
        "date": f"{one.get('PD', '')} {one.get('ET', '')}".strip(),
        "language": one.get("LA", ""),
    }
    text = [line for name in ("LP", "TD", "CT") for line in (*said.get(name, ()), "")]
    return export_record(fields, paragraphs_of(text, width), _WHERE, number)


def _plain(lines: Sequence[str], place: int, width: int, number: str) -> Draft:
    fields = _above([line.strip() for line in lines[:place] if line.strip()][-_MOST_ABOVE:])
    dense = bool(lines[place + 1].strip())
    told = [i for i in range(place + 1, len(lines)) if lines[i].strip()][:_MOST_HEAD]
    fields["date"] = lines[told[0]].strip()
    head = told[1:]
    if head and _TIME.fullmatch(lines[head[0]].strip()):
        fields["date"] += f" {lines[head[0]].strip()}"
        head = head[1:]
    body = told[0] + 1
    for order, i in enumerate(head):
        line = lines[i].strip()
        if order and (_is_story(line) or (dense and not lines[i - 1].strip())):
            break
        body = i + 1
        if not order:
            fields["source"] = line
        elif language_tag(line):
            fields["language"] = line
        elif is_copyright(line):
            break
    return export_record(fields, paragraphs_of(lines[body:], width), _WHERE, number)


def _is_story(line: str) -> bool:
    """Tell whether a line is too long to be a code, a page or an edition."""
    return not is_copyright(line) and len(line) > _LONGEST_HEAD_LINE


def _above(lines: Sequence[str]) -> dict[str, str]:
    """Tell the headline from the section above it and the byline below."""
    kept = list(lines)
    fields: dict[str, str] = {}
    for back in (1, 2):  # an agency's credit may stand below the byline
        if len(kept) > back and (byline_names(kept[-back]) or lone_names(kept[-back])):
            fields["byline"] = kept[-back]
            kept = kept[:-back]
            break
    fields["title"] = kept[-1] if kept else ""
    return fields
