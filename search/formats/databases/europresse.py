"""Europresse's exports as pages, in their form of before 2015 and the one since.

Both name paper, day and headline by the classes of elements. In the newer one an article is an
`article` with its text in a part of its own; in the older the text runs to the document's number.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from search.formats.databases.export_labels import is_copyright
from search.formats.databases.export_record import export_record
from search.formats.databases.markup_lines import markup_lines
from search.page.authors import byline_names, lone_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.formats.container import Draft
    from search.formats.databases.markup_lines import MarkedLine

_WHERE = "Europresse"
_MARKS = {
    "docpublicationname": "paper",
    "rdp__docpublicationname": "paper",
    "docheader": "day",
    "rdp__docheader": "day",
    "titrearticlevisu": "title",
    "rdp__articletitle": "title",
    "titrearticle": "title",
    "rdp__subtitle": "subtitle",
    "rdp__byline": "byline",
    "sm-margin-bottomnews": "byline",
    "sm-margin-topnews": "byline",
    "dococcurrcontainer": "text",
    "dococurrcontainer": "text",
    "public-lblnodoc": "number",
    "txtcertificat": "certificate",
    "rdp__public": "certificate",
    "apd-wrapper": "certificate",
}
_NUMBER = re.compile(r"news[·.]\d{8}[·.][\w·.-]{1,40}")
_NUMBERED = re.compile(r"(?:numéro de document|document number|doc(?:ument)? no)\b.*|news[·.]\d{8}[·.].*", re.IGNORECASE)  # fmt: skip
_ISSUE = re.compile(r",\s(?:no|n°|vol|nº)\b.*|\s?\|.*|\s[-–]\s.*", re.IGNORECASE)
_PAGE = re.compile(r",\s?p\..*")


def has_europresse(markup: str) -> bool:
    """Tell whether a page is of such an export, by the names of its classes."""
    lowered = markup.lower()
    named = "europresse" in lowered or "cedrom-sni" in lowered or "rdp__" in lowered
    return named and "docpublicationname" in lowered


def read_europresse(markup: str) -> list[Draft]:
    """Give the articles of an export. Cost: linear."""
    lines = markup_lines(markup, _MARKS)
    starts = [i for i, line in enumerate(lines) if line.mark == "paper" and not _goes_on(lines, i)]
    return [_article(lines[a:b]) for a, b in pairwise([*starts, len(lines)])]


def _goes_on(lines: Sequence[MarkedLine], place: int) -> bool:
    """Tell whether a line of the paper's goes on with one before it."""
    before = next((line for line in reversed(lines[max(0, place - 3) : place]) if line.text), None)
    return before is not None and before.mark == "paper"


def _article(lines: Sequence[MarkedLine]) -> Draft:
    of: dict[str, list[str]] = {}
    for line in lines:
        if line.text:
            of.setdefault(line.mark, []).append(line.text)
    titled = max((i for i, line in enumerate(lines[:40]) if line.mark == "title"), default=-1)
    byline = " ".join(of.get("byline", ()))
    text = of.get("text", [])
    if not text:
        byline, text = _unmarked(lines[titled + 1 :], byline)
    number = next((m[0] for line in lines if (m := _NUMBER.search(line.text))), "")
    papers = of.get("paper", [""])
    fields = {
        "title": " ".join(of.get("title", ())),
        "source": _ISSUE.sub("", papers[0]).strip(" ,"),
        "date": " ".join([*(_PAGE.sub("", day) for day in of.get("day", ())), *papers[1:]]),
        "byline": byline,
    }
    opening = of.get("subtitle", [])
    kept = [one for one in text if not _NUMBERED.fullmatch(one)]
    while kept and is_copyright(kept[-1]):
        kept.pop()
    return export_record(fields, [*opening, *kept], _WHERE, number)


def _unmarked(lines: Sequence[MarkedLine], byline: str) -> tuple[str, list[str]]:
    """Read the text of the older form: a byline perhaps, then all down to the document's number."""
    text: list[str] = []
    for line in lines:
        if _NUMBERED.fullmatch(line.text) or line.mark in {"certificate", "number"}:
            break
        if line.text and line.mark == "":
            if not text and not byline and (byline_names(line.text) or lone_names(line.text)):
                byline = line.text
            else:
                text.append(line.text)
    return byline, text
