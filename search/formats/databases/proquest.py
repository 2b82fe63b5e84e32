"""ProQuest's exports as text, page or mail: labels and, among them, the text of each document.

A document begins below a rule, `Document 2 of 10`, or an anchor of its number; its headline comes
first. The day and the paper are those of its labels: an address in it is the database's.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from search.formats.databases.export_labels import is_copyright, label_of, roles_of
from search.formats.databases.export_lines import one_paragraph, paragraphs_of
from search.formats.databases.export_record import export_record, first_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.formats.container import Draft

_WHERE = "ProQuest"
_RULE = re.compile(r"_{20,}|(?:document|dokument|documento)\s\d{1,6}\s(?:of|von|sur|de)\s\d{1,6}", re.IGNORECASE)  # fmt: skip
_ADDRESS = re.compile(r"https?://\S+")
_JUNK = "html>"
"""What is left of a tag that some exports have broken."""

_SHORT = 200
_ENOUGH = 2
_NEXT = 4
_SAID = ("info", "source", "number", "day")
_ADVERT = re.compile(r"(?:contact proquest|database copyright\b).*", re.IGNORECASE)


def has_proquest(lines: Sequence[str]) -> bool:
    """Tell whether lines are of such an export: named, and with the labels of a document."""
    roles = {_role(line) for line in lines}
    named = any("proquest" in line.casefold() for line in lines)
    return named and len(roles.intersection(_SAID)) >= 1 and bool(roles & {"text", "number"})


def read_proquest(lines: Sequence[str], width: int) -> list[Draft]:
    """Give the articles of an export. Cost: linear."""
    rules = [
        i for i, line in enumerate(lines) if len(line) <= _SHORT and _RULE.fullmatch(line.strip())
    ]
    bounds = [-1, *rules, len(lines)]
    pieces = [lines[a + 1 : b] for a, b in pairwise(bounds)]
    return [_article(piece, width) for piece in pieces if _is_document(piece)]


def _role(line: str) -> str:
    return roles_of("proquest").get(label_of(line)[0], "")


def _is_document(lines: Sequence[str]) -> bool:
    roles = {_role(line) for line in lines}
    return bool(roles.intersection(_SAID)) and len(roles) > _ENOUGH


def _article(lines: Sequence[str], width: int) -> Draft:
    said: dict[str, list[str]] = {}
    first = next(i for i, line in enumerate(lines) if _role(line))
    role, place = "", 0
    for place in range(first, len(lines)):
        line = lines[place]
        found = _role(line) if role != "text" or _is_tail(lines, place) else ""
        if found:
            role = found
            line = label_of(line)[1]
            if role in said:
                role = ""
        elif role != "text" and not line.strip() and role != "abstract":
            role = ""
        if role:
            said.setdefault(role, []).append(line)
    one = {name: one_paragraph(value) for name, value in said.items()}
    return export_record(
        {**_fields(one), "title": one.get("title") or _above(lines[:first])},
        _text(said, width),
        _WHERE,
        one.get("number", ""),
    )


def _is_tail(lines: Sequence[str], place: int) -> bool:
    """Tell whether a label ends the text: others follow it, as in no story."""
    after = [line for line in lines[place : place + 40] if line.strip()][: _NEXT + 1]
    known = [bool(_role(line)) for line in after]
    return all(known[:2]) and (sum(known) > _ENOUGH or all(known))


def _above(lines: Sequence[str]) -> str:
    """Give the headline that stands above all labels."""
    told = [line.strip() for line in lines if line.strip() and not _ADDRESS.match(line.strip())]
    return told[-1] if told else ""


def _fields(one: dict[str, str]) -> dict[str, str]:
    info = one.get("info", "")
    paper, _, rest = info.partition(" ; ")
    source = (one.get("source") or paper).split(";", maxsplit=1)[0]
    return {
        "source": source.strip(),
        "byline": one.get("author", ""),
        "date": one["day"] if first_day(one.get("day", "")) else rest.rpartition("]")[2],
        "language": one.get("language", ""),
    }


def _text(said: dict[str, list[str]], width: int) -> list[str]:
    """Give the text; where the export has none, the abstract is all there is."""
    lines = [line for line in said.get("text", ()) if line.strip() != _JUNK]
    if not any(line.strip() for line in lines):
        lines = said.get("abstract", [])
    told = [one for one in paragraphs_of(lines, width) if not _ADVERT.fullmatch(one)]
    while told and (is_copyright(told[-1]) or _ADDRESS.fullmatch(told[-1])):
        told.pop()
    return told
