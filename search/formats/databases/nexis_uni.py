"""Nexis Uni's exports, from about 2017: an article ends with `End of Document`.

Above the text, which begins below a line `Body`, stand headline, paper, day, copyright and labels
(`Section:`, `Length:`, `Byline:`); below it labels again (`Classification`, `Load-Date:`).
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from search.formats.databases.export_labels import is_copyright, label_data, label_of, roles_of
from search.formats.databases.export_lines import blocks_of, paragraphs_of
from search.formats.databases.export_record import export_record, first_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.formats.container import Draft

_WHERE = "Nexis Uni"
_MOST_DAY_WORDS = 12
_SHORT = 60
_LINKS = frozenset({"link to image", "link to original source", "view original source"})


def has_nexis_uni(lines: Sequence[str]) -> bool:
    """Tell whether lines are of such an export: a text that begins and ends as there."""
    kinds = {_kind(line) for line in lines}
    labelled = any(_role(line) in {"length", "tail"} for line in lines)
    return labelled and "body" in kinds and ("end" in kinds or _has_head(lines))


def read_nexis_uni(lines: Sequence[str], width: int) -> list[Draft]:
    """Give the articles of an export. Cost: linear."""
    ends = [i for i, line in enumerate(lines) if _kind(line) == "end"]
    starts = [0, *(end + 1 for end in ends)]
    pieces = [lines[a:b] for a, b in pairwise([*starts, len(lines)])]
    return [_article(piece, width) for piece in pieces if any(_kind(x) == "body" for x in piece)]


def _has_head(lines: Sequence[str]) -> bool:
    """Tell whether the labels of a head stand above the first text, as where its end isn't seen."""
    body = next(i for i, line in enumerate(lines) if _kind(line) == "body")
    above = {_role(line) for line in lines[max(0, body - 30) : body]}
    return "length" in above and any(map(first_day, lines[max(0, body - 30) : body]))


@cache
def _kinds() -> dict[str, str]:
    data = label_data("lexisnexis")
    return {word: kind for kind in ("after", "body", "end") for word in data[kind]}


def _kind(line: str) -> str:
    """Tell what a line of a word or two begins: `body`, what comes `after` it, the `end`."""
    return _kinds().get(line.strip().casefold(), "") if len(line) <= _SHORT else ""


def _role(line: str) -> str:
    return roles_of("lexisnexis").get(label_of(line)[0], "")


def _article(lines: Sequence[str], width: int) -> Draft:
    body = next(i for i, line in enumerate(lines) if _kind(line) == "body")
    fields = _head(lines[:body])
    story: list[str] = []
    stop = len(lines)
    for i in range(body + 1, len(lines)):
        if _kind(lines[i]) == "after" or _role(lines[i]) in {"tail", "language"}:
            stop = i
            break
        if lines[i].strip().casefold() not in _LINKS:
            story.append(lines[i])
    for line in lines[stop:]:
        if _role(line) == "language":
            fields.setdefault("language", label_of(line)[1])
    opening = [fields.pop("highlight")] if fields.get("highlight") else []
    return export_record(fields, [*opening, *paragraphs_of(story, width)], _WHERE)


def _head(lines: Sequence[str]) -> dict[str, str]:
    """Read what stands above the text. A list of the whole export may stand before it."""
    told = [line.strip() for block in blocks_of(lines) for line in block]
    day = next(
        (i for i in range(len(told) - 1, -1, -1) if _is_day(told[i]) and not _role(told[i])), 0
    )
    fields: dict[str, str] = {}
    if day:
        fields["date"], fields["source"] = told[day], told[day - 1]
        fields["title"] = told[day - 2] if day > 1 else ""
    role = ""
    for line in told[day + 1 :]:
        if found := _role(line):
            role = found
            fields[role] = label_of(line)[1]
        elif role in {"byline", "highlight"} and not is_copyright(line):
            fields[role] += f" {line}"
    return fields


def _is_day(line: str) -> bool:
    """Tell whether a line says the day and no more than an edition besides."""
    return len(line.split()) <= _MOST_DAY_WORDS and bool(first_day(line))
